package se.dirigent.simulator.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.dirigent.simulator.trial.CallModel;

class CallTypesTest {
  @Test
  void s1_theUsualTypesAreAWhole() {
    List<CallModel.Type> types = CallTypes.usual();
    assertEquals(17, types.size());
    assertEquals(1, types.stream().mapToDouble(CallModel.Type::share).sum(), 1e-12);
    double urgent = types.stream().mapToDouble(t -> t.share() * t.levels().getFirst()).sum();
    assertEquals(0.45, urgent, 0.03);
    double conveyed = types.stream().mapToDouble(t -> t.share() * t.conveyed()).sum();
    assertEquals(0.8, conveyed, 0.05);
    double scene = types.stream().mapToDouble(t -> t.share() * t.scene()).sum();
    assertEquals(1, scene, 0.05);
  }

  @Test
  void s2_theyDiffer() {
    List<CallModel.Type> types = CallTypes.usual();
    assertTrue(types.stream().mapToDouble(CallModel.Type::scene).max().orElse(0) > 1.1);
    assertTrue(types.stream().mapToDouble(CallModel.Type::scene).min().orElse(1) < 0.8);
    assertTrue(types.stream().mapToDouble(CallModel.Type::conveyed).min().orElse(1) < 0.4);
  }
}
