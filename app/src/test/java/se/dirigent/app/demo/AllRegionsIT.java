package se.dirigent.app.demo;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.dirigent.app.client.JournalCheck;
import se.dirigent.app.pack.Packs;

/** All twenty-one regions live at once in one service, a hundred times as fast as life. */
class AllRegionsIT {
  private static final double SPEED = 100;

  /** Small regions have a call every hour or two: five minutes here are eight hours there. */
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @Test
  void s1CallsAreTakenDrivenAndClearedInEveryRegion() throws InterruptedException {
    List<String> regions = new Packs().codes();
    try (RunningDemo demo = RunningDemo.start(regions, SPEED, "all")) {
      Map<String, Driver> drivers = new LinkedHashMap<>();
      regions.forEach(r -> drivers.put(r, demo.play(r, 0.5)));
      boolean lived =
          RunningDemo.await(LIMIT, () -> drivers.values().stream().allMatch(AllRegionsIT::lived));
      assertTrue(lived, () -> report(drivers));
      drivers.forEach((region, driver) -> assertSound(region, driver.counts()));
      drivers.values().forEach(Driver::close);
      regions.forEach(region -> assertWhole(demo, region));
    }
  }

  private static boolean lived(Driver driver) {
    Map<String, Long> counts = driver.counts();
    return counts.getOrDefault("cleared", 0L) > 0 && counts.getOrDefault("calls", 0L) > 0;
  }

  private static void assertSound(String region, Map<String, Long> counts) {
    assertFalse(counts.containsKey("broken"), region + " " + counts);
    assertFalse(counts.containsKey("callsRefused"), region + " " + counts);
    assertFalse(counts.containsKey("positionsRefused"), region + " " + counts);
    assertTrue(counts.getOrDefault("shiftsStarted", 0L) > 0, region + " " + counts);
  }

  private static void assertWhole(RunningDemo demo, String region) {
    JournalCheck journal = JournalCheck.run(demo.client(), region, LIMIT, _ -> {});
    assertTrue(journal.whole(), () -> region + " " + journal);
  }

  private static String report(Map<String, Driver> drivers) {
    StringBuilder text = new StringBuilder();
    drivers.forEach((region, driver) -> text.append(region).append(driver.counts()).append('\n'));
    return text.toString();
  }
}
