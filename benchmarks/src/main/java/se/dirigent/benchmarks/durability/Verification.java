package se.dirigent.benchmarks.durability;

import java.io.IOException;
import java.time.Duration;
import se.dirigent.benchmarks.service.RegionClient;

/** Asks the server to verify its journal, through a restart if need be. */
final class Verification {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Verification() {}

  static RegionClient.Reply ask(RegionClient client) throws InterruptedException {
    long start = System.nanoTime();
    while (true) {
      try {
        RegionClient.Reply reply = client.get("journal/verification");
        if (reply.status() != 503) {
          return reply;
        }
      } catch (IOException e) {
        // The server is being restarted: ask again.
      }
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        return new RegionClient.Reply(0, "{\"error\":\"no answer in " + PATIENCE + "\"}");
      }
      Thread.sleep(30);
    }
  }
}
