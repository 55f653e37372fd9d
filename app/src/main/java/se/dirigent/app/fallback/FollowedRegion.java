package se.dirigent.app.fallback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.client.EventStream;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.Phase;
import se.dirigent.server.fallback.sheet.Link;
import se.dirigent.server.picture.Picture;
import se.dirigent.server.platform.json.JsonConfiguration;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A region as its stream tells it, and how sure one can be of it. Safe for use by many threads. */
final class FollowedRegion implements EventStream.Listener {
  /** The service's clock ticks every other second; four missed ticks are no chance. */
  private static final Duration SILENT = Duration.ofSeconds(8);

  /** Of a later version's picture, what is unknown here is passed over, not refused. */
  private static final JsonMapper JSON =
      JsonConfiguration.mapper()
          .rebuild()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Map<String, Incident> incidents = new LinkedHashMap<>();
  private final Map<String, Unit> units = new LinkedHashMap<>();
  private final Map<String, Assignment> assignments = new LinkedHashMap<>();
  private final Map<String, PositionReport> positions = new LinkedHashMap<>();
  private long seq = -1;
  private double speed = 1;
  private @Nullable Instant clockNow;
  private @Nullable Instant confirmedAt;
  private long heardNanos = System.nanoTime();
  private String trouble = "";

  /**
   * What is known.
   *
   * @param confirmedAt when it was last known to be right, by the service's clock
   * @param now the service's time, counted on while the service is silent
   */
  record Known(Picture picture, Instant confirmedAt, Instant now, Link link) {}

  @Override
  public synchronized void event(String name, JsonNode data) {
    switch (name) {
      case "snapshot" -> {
        incidents.clear();
        units.clear();
        assignments.clear();
        take(data);
        takePositions(data.path("positions"));
      }
      case "change" -> take(data);
      case "positions" -> takePositions(data);
      case "clock" -> takeClock(data);
      default -> {
        // Later versions of the service may say more.
      }
    }
    heardNanos = System.nanoTime();
    trouble = "";
  }

  @Override
  public synchronized void broken(String why) {
    trouble = why;
  }

  private void take(JsonNode data) {
    for (Incident i : list(data.path("incidents"), Incident.class)) {
      if (i.phase() == Phase.CLOSED) {
        incidents.remove(i.id().toString());
        assignments.values().removeIf(a -> a.incident().equals(i.id()));
      } else {
        incidents.put(i.id().toString(), i);
      }
    }
    list(data.path("units"), Unit.class).forEach(u -> units.put(u.id().value(), u));
    for (Assignment a : list(data.path("assignments"), Assignment.class)) {
      if (incidents.containsKey(a.incident().toString())) {
        assignments.put(a.id().toString(), a);
      }
    }
    seq = data.path("seq").asLong(seq);
  }

  private void takePositions(JsonNode nodes) {
    list(nodes, PositionReport.class).forEach(p -> positions.put(p.unit().value(), p));
  }

  private static <T> List<T> list(JsonNode nodes, Class<T> type) {
    List<T> list = new ArrayList<>();
    nodes.forEach(node -> list.add(JSON.treeToValue(node, type)));
    return list;
  }

  private void takeClock(JsonNode data) {
    Instant now = JSON.treeToValue(data.path("now"), Instant.class);
    clockNow = now;
    // A service that does not say is believed.
    JsonNode confirmed = data.path("confirmedAt");
    confirmedAt = confirmed.isString() ? JSON.treeToValue(confirmed, Instant.class) : now;
    speed = data.path("speed").asDouble(1);
  }

  /** The picture; empty before the service has told it once. */
  synchronized Optional<Known> known() {
    Instant then = clockNow;
    Instant sure = confirmedAt;
    if (seq < 0 || then == null || sure == null) {
      return Optional.empty();
    }
    Instant now = then.plusMillis((long) (silence().toMillis() * speed));
    Picture picture =
        new Picture(
            seq,
            then,
            speed,
            List.copyOf(incidents.values()),
            List.copyOf(units.values()),
            List.copyOf(assignments.values()),
            // No sheet has alarms: what is acted upon on a screen is old on paper.
            List.of(),
            List.copyOf(positions.values()),
            List.of());
    return Optional.of(new Known(picture, sure, now, link(then, sure)));
  }

  private Link link(Instant then, Instant sure) {
    if (!trouble.isEmpty() || silence().compareTo(SILENT) > 0) {
      return Link.NO_SERVICE;
    }
    double behindSeconds = Duration.between(sure, then).toMillis() / 1000.0 / speed;
    return behindSeconds > SILENT.toSeconds() ? Link.NO_DATABASE : Link.LIVE;
  }

  /** How long nothing has been heard. */
  synchronized Duration silence() {
    return Duration.ofNanos(System.nanoTime() - heardNanos);
  }

  /** Why nothing is heard, or empty. */
  synchronized String trouble() {
    return trouble;
  }
}
