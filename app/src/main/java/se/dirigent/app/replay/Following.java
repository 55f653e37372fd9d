package se.dirigent.app.replay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import se.dirigent.app.client.ServiceClient;
import tools.jackson.databind.JsonNode;

/** Follows accepted cases until every one has a unit at its address or is closed. */
public final class Following {
  private static final long ROUND_MILLIS = 2_000;

  private final ServiceClient client;
  private final Map<String, Outcome> outcomes = new HashMap<>();

  public Following(ServiceClient client) {
    this.client = client;
  }

  /**
   * Follows.
   *
   * @param cases accepted cases
   * @param wait how long at most; every case is looked at least once all the same
   * @param progress told after each round how many are settled
   * @return what became of each case, by its identity
   */
  Map<String, Outcome> run(List<PlannedCase> cases, Duration wait, IntConsumer progress)
      throws InterruptedException {
    long end = System.nanoTime() + wait.toNanos();
    while (true) {
      int settled = 0;
      for (PlannedCase planned : cases) {
        Outcome known = outcomes.get(planned.id());
        if (known == null || !known.settled()) {
          known = look(planned);
          outcomes.put(planned.id(), known);
        }
        settled += known.settled() ? 1 : 0;
      }
      progress.accept(settled);
      if (settled == cases.size() || System.nanoTime() + ROUND_MILLIS * 1_000_000 > end) {
        return outcomes;
      }
      Thread.sleep(ROUND_MILLIS);
    }
  }

  private Outcome look(PlannedCase planned) {
    JsonNode answer =
        client.get(
            "/api/regions/"
                + planned.region()
                + "/incidents/"
                + ServiceClient.segment(planned.id()));
    return Outcome.of(answer);
  }
}
