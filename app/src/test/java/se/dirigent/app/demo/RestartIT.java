package se.dirigent.app.demo;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.dirigent.app.client.JournalCheck;

/** The service goes away under the demonstration and comes back: the play goes on. */
class RestartIT {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Test
  void s1CrewsGoOnWhereTheyWereAfterARestart() throws InterruptedException {
    try (RunningDemo demo = RunningDemo.start(List.of("blekinge"), 60, "all")) {
      Driver driver = demo.play("blekinge", 2);
      assertTrue(RunningDemo.await(LIMIT, () -> count(driver, "milestones") > 5), "life before");
      demo.restart();
      long before = count(driver, "milestones");
      long cleared = count(driver, "cleared");
      assertTrue(
          RunningDemo.await(
              LIMIT,
              () -> count(driver, "milestones") > before + 5 && count(driver, "cleared") > cleared),
          () -> "no life after: " + driver.counts());
      Map<String, Long> counts = driver.counts();
      assertFalse(counts.containsKey("broken"), counts.toString());
      var journal = JournalCheck.run(demo.client(), "blekinge", LIMIT, _ -> {});
      assertTrue(journal.whole(), journal::toString);
    }
  }

  private static long count(Driver driver, String what) {
    return driver.counts().getOrDefault(what, 0L);
  }
}
