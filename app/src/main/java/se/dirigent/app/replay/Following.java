package se.dirigent.app.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.client.EventStream;
import se.dirigent.app.client.ServiceClient;
import tools.jackson.databind.JsonNode;

/**
 * Follows cases over the live streams of their regions, from before they are handed over until
 * every one has a unit at its address or is closed. Safe for use by many threads.
 */
public final class Following implements AutoCloseable, EventStream.Listener {
  private static final long LOOK_MILLIS = 500;

  private final Map<String, Outcome> outcomes = new HashMap<>();
  private final List<EventStream> streams;

  /**
   * Begins to listen.
   *
   * @param regions codes of the regions played
   */
  public Following(ServiceClient client, List<String> regions) {
    this.streams =
        new TreeSet<>(regions)
            .stream()
                .map(r -> new EventStream(client, "/api/regions/" + r + "/stream", this))
                .toList();
  }

  @Override
  public synchronized void event(String name, JsonNode data) {
    for (JsonNode incident : data.path("incidents")) {
      Outcome known = outcome(incident.path("id").asString());
      outcomes.put(
          known.id(),
          new Outcome(
              known.id(),
              incident.path("priority").asString(""),
              time(incident, "receivedAt"),
              known.assignedAt(),
              known.acknowledgedAt(),
              known.atAddressAt(),
              incident.path("phase").asString("").equals("CLOSED")));
    }
    for (JsonNode assignment : data.path("assignments")) {
      Outcome known = outcome(assignment.path("incident").asString());
      JsonNode times = assignment.path("times");
      outcomes.put(
          known.id(),
          new Outcome(
              known.id(),
              known.priority(),
              known.receivedAt(),
              earlier(known.assignedAt(), time(times, "assignedAt")),
              earlier(known.acknowledgedAt(), time(times, "acknowledgedAt")),
              earlier(known.atAddressAt(), time(times, "atAddressAt")),
              known.closed()));
    }
  }

  private Outcome outcome(String id) {
    return outcomes.getOrDefault(id, new Outcome(id, "", null, null, null, null, false));
  }

  private static @Nullable Instant time(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? Instant.parse(value.asString()) : null;
  }

  private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isBefore(b) ? a : b;
  }

  /**
   * Waits until all cases are settled, at most for a time.
   *
   * @param progress told now and then how many are settled
   * @return what is known of each case
   */
  List<Outcome> await(List<PlannedCase> cases, Duration wait, IntConsumer progress)
      throws InterruptedException {
    long end = System.nanoTime() + wait.toNanos();
    while (true) {
      List<Outcome> known = known(cases);
      int settled = (int) known.stream().filter(Outcome::settled).count();
      progress.accept(settled);
      if (settled == cases.size() || System.nanoTime() > end) {
        return known;
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private synchronized List<Outcome> known(List<PlannedCase> cases) {
    return cases.stream().map(c -> outcome(c.id())).toList();
  }

  @Override
  public void close() {
    streams.forEach(EventStream::close);
  }
}
