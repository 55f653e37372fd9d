package se.dirigent.simulator.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import se.dirigent.routing.travel.CrowFlyTravelTimes;
import se.dirigent.simulator.Samples;
import se.dirigent.simulator.crew.CrewTimes;

class WorldTest {
  private static final Instant START = Instant.parse("2026-11-22T05:00:00Z");

  @Test
  void s1TheSameSeedGivesTheSameTrace() {
    assertEquals(run(1, 8), run(1, 8));
    assertNotEquals(run(1, 8).traceHash(), run(2, 8).traceHash());
  }

  @Test
  void s2EveryCallIsServedWhenThereIsEnoughToSend() {
    WorldReport report = run(3, 12);
    assertTrue(report.calls() > 300, report.calls() + " calls in a week at 60 a day");
    assertEquals(report.calls(), report.assigned());
    assertTrue(report.cleared() >= report.calls() - 12);
    long minutes = report.responseMedian().toMinutes();
    assertTrue(minutes >= 5 && minutes <= 20, "median response " + minutes + " min");
  }

  @Test
  void s3WithFewUnitsCallsWaitButNoneIsLost() {
    WorldReport few = run(3, 2);
    WorldReport many = run(3, 12);
    assertEquals(many.calls(), few.calls(), "demand does not depend on the fleet");
    assertTrue(few.responseMedian().compareTo(many.responseMedian()) > 0);
  }

  private static WorldReport run(long seed, int ambulances) {
    Setting setting = Samples.setting(60, ambulances);
    World world = new World(setting, new CrowFlyTravelTimes(), CrewTimes.staffed(), seed, START);
    return world.run(Duration.ofDays(7));
  }
}
