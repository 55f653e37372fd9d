package se.dirigent.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import se.dirigent.app.client.JournalCheck;
import tools.jackson.databind.JsonNode;

/** Wards order, the plan takes it and crews drive it: the demonstration by itself. */
class DrivenRideIT {
  private static final String REGION = "jamtland-harjedalen";
  private static final Duration LIMIT = Duration.ofMinutes(4);

  @Test
  void s1AnOrderIsPlannedDrivenByACrewAndArrives() throws InterruptedException {
    try (RunningDemo demo = RunningDemo.start(List.of(REGION), 60, "all")) {
      Driver driver = demo.play(REGION, 0.5);
      assertTrue(driver.awaitReady(LIMIT));
      assertTrue(RunningDemo.await(LIMIT, () -> onDuty(demo) > 5), "crews on duty");
      CareTransport order = CareTransport.order(demo.client(), REGION, Duration.ofMinutes(30));
      assertTrue(RunningDemo.await(LIMIT, () -> !order.unit().isEmpty()), "planned");
      Set<String> stages = new ConcurrentSkipListSet<>();
      boolean there =
          RunningDemo.await(
              LIMIT,
              () -> {
                stages.addAll(stages(demo, order.id()));
                return order.ride().equals("ARRIVED");
              });
      assertTrue(there, () -> order.get() + "\n" + driver.counts());
      assertTrue(stages.contains("ON_BOARD"), () -> "the unit showed " + stages);
      JsonNode times = order.get().path("times");
      assertTrue(times.path("underWayAt").isString() && times.path("loadedAt").isString());
      assertEquals(Set.of(), stages(demo, order.id()), "the unit is done with it");
      assertFalse(driver.counts().containsKey("broken"), () -> driver.counts().toString());
      var journal = JournalCheck.run(demo.client(), REGION, LIMIT, _ -> {});
      assertTrue(journal.whole(), journal::toString);
    }
  }

  private static long onDuty(RunningDemo demo) {
    return units(demo)
        .valueStream()
        .filter(u -> !u.path("status").asString().equals("OFF_DUTY"))
        .count();
  }

  private static Set<String> stages(RunningDemo demo, String order) {
    Set<String> stages = new ConcurrentSkipListSet<>();
    for (JsonNode unit : units(demo)) {
      for (JsonNode ride : unit.path("rides")) {
        if (ride.path("transport").asString().equals(order)) {
          stages.add(ride.path("stage").asString());
        }
      }
    }
    return stages;
  }

  private static JsonNode units(RunningDemo demo) {
    return demo.client().get("/api/regions/" + REGION + "/picture").path("units");
  }
}
