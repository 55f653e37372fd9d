package se.dirigent.benchmarks.durability;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import se.dirigent.benchmarks.service.RegionClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server says of its own journal: the chain of hashes, and whether the tables are what the
 * journal tells.
 *
 * @param entries entries in the chain
 * @param whole whether the chain is unbroken and nothing differs
 * @param answer the answer itself, for the report
 */
record Verification(long entries, boolean whole, String answer) {

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  /** Asks, through a restart if need be. */
  static Verification ask(RegionClient client) throws InterruptedException {
    long start = System.nanoTime();
    String last = "no answer in " + PATIENCE;
    while (System.nanoTime() - start < PATIENCE.toNanos()) {
      try {
        RegionClient.Reply reply = client.get(RegionClient.VERIFICATION);
        if (reply.status() == 200) {
          return of(reply.body());
        }
        last = reply.status() + " " + reply.body();
      } catch (IOException e) {
        last = String.valueOf(e);
      }
      Thread.sleep(30);
    }
    return new Verification(0, false, last);
  }

  private static Verification of(String body) {
    JsonNode answer = new JsonMapper().readTree(body);
    JsonNode chain = answer.path("chain");
    boolean whole = chain.path("whole").asBoolean() && answer.path("differences").isEmpty();
    return new Verification(chain.path("entries").asLong(), whole, body);
  }

  List<String> findings(String when) {
    return whole ? List.of() : List.of("the journal is not whole " + when + ": " + answer);
  }
}
