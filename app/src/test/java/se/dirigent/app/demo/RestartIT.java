package se.dirigent.app.demo;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.dirigent.app.client.JournalCheck;
import se.dirigent.app.client.ServiceClient;

/** The service goes away under the demonstration and comes back: the play goes on. */
class RestartIT {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** Decides when within the longest lull the kill comes. */
  private static final long KILL_SEED = 20_261_122;

  private static final int LULL_MILLIS_MAX = 4_000;

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
      assertWhole(demo.client());
    }
  }

  @Test
  void s2KilledAtWorkWithItsDatabaseItLosesNothingAndCrewsGoOn()
      throws IOException, InterruptedException {
    try (DemoProcess demo =
        new DemoProcess(
            "blekinge", "--speed", "300", "--demand", "4", "--automatic", "all", "--seed", "7")) {
      demo.start();
      assertTrue(RunningDemo.await(LIMIT, () -> demo.assignments().size() > 2), demo::said);
      Thread.sleep(new Random(KILL_SEED).nextInt(LULL_MILLIS_MAX));
      Set<String> before = demo.assignments();
      long seq = demo.get("/picture").path("seq").asLong();
      demo.kill();
      demo.start();
      assertTrue(demo.get("/picture").path("seq").asLong() >= seq, demo::said);
      assertWhole(demo.client());
      assertTrue(
          RunningDemo.await(LIMIT, () -> Collections.disjoint(demo.assignments(), before)),
          () -> "still open " + before + "\n" + demo.said());
      assertWhole(demo.client());
    }
  }

  /** The chain is unbroken, and the tables hold what the journal tells. */
  private static void assertWhole(ServiceClient client) {
    var journal = JournalCheck.run(client, "blekinge", LIMIT, _ -> {});
    assertTrue(journal.whole(), journal::toString);
  }

  private static long count(Driver driver, String what) {
    return driver.counts().getOrDefault(what, 0L);
  }
}
