package se.dirigent.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.dirigent.app.client.JournalCheck;
import tools.jackson.databind.JsonNode;

/** What meets the one who starts the demonstration for the first time, just as it comes. */
class FirstMinuteIT {
  /** The clock catches up in 20 s on a machine that has nothing else to do. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Test
  void theShiftIsUnderWayAndTheClockIsRight() throws IOException, InterruptedException {
    try (DemoProcess demo = new DemoProcess("jamtland-harjedalen")) {
      demo.start();
      assertTrue(RunningDemo.await(LIMIT, () -> caughtUp(demo.get("/picture"))), demo::said);
      JsonNode picture = demo.get("/picture");
      Set<String> statuses = new HashSet<>();
      picture.path("units").forEach(u -> statuses.add(u.path("status").asString()));
      statuses.remove("OFF_DUTY");
      assertTrue(statuses.size() >= 3, () -> statuses + "\n" + demo.said());
      assertTrue(picture.path("incidents").size() >= 3, () -> picture.path("incidents").toString());
      var journal = JournalCheck.run(demo.client(), "jamtland-harjedalen", LIMIT, _ -> {});
      assertTrue(journal.whole(), journal::toString);
      // What a person needs, and not the machinery's lines.
      assertTrue(demo.said().contains("http://localhost:"), demo::said);
      assertEquals(0, demo.said().lines().filter(l -> l.contains(" INFO ")).count(), demo::said);
      assertTrue(demo.said().lines().count() < 12, demo::said);
    }
  }

  /** The clock shows the time again and runs as it should. */
  private static boolean caughtUp(JsonNode picture) {
    Instant now = Instant.parse(picture.path("now").asString());
    boolean right = Duration.between(now, Instant.now()).abs().toSeconds() < 60;
    return right && picture.path("speed").asDouble() == 1;
  }
}
