package se.dirigent.app.client;

import java.time.Duration;
import java.util.function.DoubleConsumer;
import tools.jackson.databind.JsonNode;

/**
 * What the service found when it verified a region's journal.
 *
 * @param whole whether the past is as it was written and the tables hold what it tells
 * @param entries entries that are right
 * @param found the finding itself
 */
public record JournalCheck(boolean whole, long entries, JsonNode found) {
  private static final long LOOK_MILLIS = 200;

  /**
   * Starts a verification and waits until it is finished.
   *
   * @param limit longest wait
   * @param done told the share that is done, 0 to 1
   * @throws ServiceRefused when the token may not verify
   * @throws ServiceUnreachable when it was not finished within the limit, or broke off
   */
  public static JournalCheck run(
      ServiceClient client, String region, Duration limit, DoubleConsumer done) {
    String path = "/api/regions/" + ServiceClient.segment(region) + "/journal/verification";
    long end = System.nanoTime() + limit.toNanos();
    JsonNode state = client.post(path, "");
    String startedAt = state.path("startedAt").asString("");
    while (state.path("running").asBoolean(false)) {
      if (System.nanoTime() > end) {
        throw new ServiceUnreachable(
            "the journal of %s was not verified within %d s: %s"
                .formatted(region, limit.toSeconds(), state));
      }
      done.accept(share(state));
      ServiceClient.sleep(LOOK_MILLIS);
      state = client.get(path);
    }
    JsonNode found = state.path("last");
    if (!found.path("startedAt").asString("none").equals(startedAt)) {
      throw new ServiceUnreachable("the verification of " + region + " broke off; try again");
    }
    JsonNode chain = found.path("chain");
    boolean whole = chain.path("whole").asBoolean(false) && found.path("differences").isEmpty();
    return new JournalCheck(whole, chain.path("entries").asLong(), found);
  }

  /** The journal is read twice: for its chain, then for the tables. */
  private static double share(JsonNode state) {
    double entries = Math.max(1, state.path("entries").asLong());
    double share = Math.min(1, state.path("checked").asLong() / entries);
    return (state.path("step").asString("").equals("TABLES") ? 1 + share : share) / 2;
  }
}
