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
  private static final long LOOK_MILLIS = 50;

  /** Starts one and waits for it, through a restart if need be. */
  static Verification ask(RegionClient client) throws InterruptedException {
    long start = System.nanoTime();
    String last = "no answer in " + PATIENCE;
    while (System.nanoTime() - start < PATIENCE.toNanos()) {
      try {
        JsonNode state = read(client.post(RegionClient.VERIFICATION, ""));
        String startedAt = state.path("startedAt").asString("");
        while (state.path("running").asBoolean()
            && System.nanoTime() - start < PATIENCE.toNanos()) {
          Thread.sleep(LOOK_MILLIS);
          state = read(client.get(RegionClient.VERIFICATION));
        }
        JsonNode found = state.path("last");
        if (found.path("startedAt").asString("none").equals(startedAt)) {
          return of(found);
        }
        last = state.toString();
      } catch (IOException e) {
        last = String.valueOf(e);
      }
      Thread.sleep(LOOK_MILLIS);
    }
    return new Verification(0, false, last);
  }

  private static JsonNode read(RegionClient.Reply reply) throws IOException {
    if (reply.status() != 200) {
      throw new IOException(reply.status() + " " + reply.body());
    }
    return new JsonMapper().readTree(reply.body());
  }

  private static Verification of(JsonNode found) {
    JsonNode chain = found.path("chain");
    boolean whole = chain.path("whole").asBoolean() && found.path("differences").isEmpty();
    return new Verification(chain.path("entries").asLong(), whole, found.toString());
  }

  List<String> findings(String when) {
    return whole ? List.of() : List.of("the journal is not whole " + when + ": " + answer);
  }
}
