package se.dirigent.simulator.world;

import java.time.Duration;
import java.util.List;

/**
 * What a run came to.
 *
 * @param traceHash SHA-256 over everything that happened, in order
 * @param events how many things happened
 * @param calls calls handed over
 * @param assigned calls that got a unit
 * @param cleared assignments finished
 * @param responses from hand-over to a unit at the address, per call that got that far, ascending
 */
public record WorldReport(
    String traceHash, long events, int calls, int assigned, int cleared, List<Duration> responses) {
  public WorldReport {
    responses = responses.stream().sorted().toList();
  }

  /** The response time that half of the calls have at most; zero when there is none. */
  public Duration responseMedian() {
    return responses.isEmpty() ? Duration.ZERO : responses.get((responses.size() - 1) / 2);
  }
}
