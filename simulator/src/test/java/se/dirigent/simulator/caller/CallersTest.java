package se.dirigent.simulator.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.dirigent.simulator.chance.Streams;

class CallersTest {
  @Test
  void s1HabitsAreKept() {
    Callers callers = new Callers(Callers.Habits.defaults(), new Streams(1).of("callers"));
    Map<Condition, Integer> counts = new EnumMap<>(Condition.class);
    for (int i = 0; i < 20_000; i++) {
      Reply reply = callers.ring();
      assertEquals(!reply.answered(), reply.words().isEmpty());
      counts.merge(reply.condition(), 1, Integer::sum);
    }
    assertEquals(0.1, counts.getOrDefault(Condition.UNKNOWN, 0) / 20_000.0, 0.01);
    assertEquals(0.054, counts.getOrDefault(Condition.WORSE, 0) / 20_000.0, 0.006);
    assertTrue(counts.getOrDefault(Condition.SAME, 0) > 10_000);
  }
}
