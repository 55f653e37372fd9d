package se.dirigent.app.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.dirigent.simulator.fault.Faults;
import se.dirigent.simulator.fault.FaultyDay;

/** Days in which messages, vehicles and the centre fail; {@code ./bench faults} runs many more. */
class FaultyDaysTest {
  private static final Instant MONDAY = Instant.parse("2026-02-01T23:00:00Z");
  private static final List<String> REGIONS =
      List.of("gotland", "blekinge", "jamtland-harjedalen", "kronoberg");
  private static final int DAYS = 20;

  private static FaultyDay.Report run(String region, Faults faults, long seed) {
    try {
      return new FaultyDay(Packs.centre(new Packs().get(region), 1), faults, MONDAY, seed).run();
    } catch (RuntimeException broken) {
      String again = "./bench faults --region %s --seed %d --days 1".formatted(region, seed);
      throw new AssertionError("repeat it with " + again, broken);
    }
  }

  @Test
  void s01ADayWithoutFaultsServesEveryCall() {
    FaultyDay.Report day = run("gotland", Faults.none(), 1);
    assertTrue(day.calls() > 5, () -> "" + day);
    assertTrue(day.assigned() >= day.calls(), () -> "" + day);
    assertEquals(0, day.restarts());
  }

  @Test
  void s02TheSameSeedGivesTheSameDay() {
    assertEquals(run("blekinge", Faults.bad(), 7), run("blekinge", Faults.bad(), 7));
  }

  @Test
  void s03NothingIsLostOrDoubledOnBadDays() {
    long restarts = 0;
    long copies = 0;
    for (int day = 0; day < DAYS; day++) {
      FaultyDay.Report report = run(REGIONS.get(day % REGIONS.size()), Faults.bad(), 100 + day);
      assertTrue(report.assigned() > 0, () -> "" + report);
      restarts += report.restarts();
      copies += report.copies();
    }
    assertTrue(restarts > 5 * DAYS && copies > 1_000L * DAYS, "the days were not bad enough");
  }
}
