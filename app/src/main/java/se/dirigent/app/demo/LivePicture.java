package se.dirigent.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.client.EventStream;
import se.dirigent.core.geo.Position;
import tools.jackson.databind.JsonNode;

/**
 * The region as the live stream shows it, and the service's clock. Safe for use by many threads.
 */
public final class LivePicture implements EventStream.Listener {
  private final Map<String, Seen.Incident> incidents = new HashMap<>();
  private final Map<String, Seen.Unit> units = new HashMap<>();
  private final Map<String, Seen.Assignment> assignments = new HashMap<>();
  private final Map<String, Position> positions = new HashMap<>();
  private @Nullable Instant clockNow;
  private double clockSpeed = 1;
  private long clockNanos;
  private boolean complete;
  private @Nullable InstantSource clock;

  @Override
  public synchronized void event(String name, JsonNode data) {
    switch (name) {
      case "snapshot" -> {
        incidents.clear();
        units.clear();
        assignments.clear();
        take(data);
        data.path("positions").forEach(this::takePosition);
        takeClock(data);
        complete = true;
      }
      case "change" -> take(data);
      case "positions" -> data.forEach(this::takePosition);
      case "clock" -> takeClock(data);
      default -> {
        // Later versions of the service may say more.
      }
    }
  }

  private void take(JsonNode data) {
    for (JsonNode node : data.path("incidents")) {
      Seen.Incident incident = Seen.Incident.of(node);
      if (incident.phase().equals("CLOSED")) {
        incidents.remove(incident.id());
      } else {
        incidents.put(incident.id(), incident);
      }
    }
    for (JsonNode node : data.path("units")) {
      Seen.Unit unit = Seen.Unit.of(node);
      units.put(unit.id(), unit);
    }
    for (JsonNode node : data.path("assignments")) {
      Seen.Assignment assignment = Seen.Assignment.of(node);
      if (assignment.open()) {
        assignments.put(assignment.id(), assignment);
      } else {
        assignments.remove(assignment.id());
      }
    }
  }

  private void takePosition(JsonNode node) {
    Position position = Seen.position(node.path("position"));
    if (position != null) {
      positions.put(node.path("unit").asString(), position);
    }
  }

  private void takeClock(JsonNode data) {
    Instant now = Seen.time(data, "now");
    if (now != null) {
      clockNow = now;
      clockSpeed = data.path("speed").asDouble(1);
      clockNanos = System.nanoTime();
    }
  }

  /** Whether a snapshot and the clock have come. */
  synchronized boolean ready() {
    return complete && clockNow != null;
  }

  /**
   * Tells the time by the service's own clock from now on. Where its speed changes again and again,
   * what follows from the last word about it would run ahead.
   */
  synchronized void follow(InstantSource service) {
    clock = service;
  }

  /** The service's time, as far as the last word about it goes. */
  public synchronized Instant now() {
    if (clock != null) {
      return clock.instant();
    }
    Instant then = clockNow;
    if (then == null) {
      throw new IllegalStateException("no clock yet; wait until ready() is true");
    }
    return then.plusNanos((long) ((System.nanoTime() - clockNanos) * clockSpeed));
  }

  /** How long something by the service's clock takes by the machine's, in milliseconds. */
  synchronized long realMillis(Duration duration) {
    return (long) (duration.toMillis() / Math.max(0.1, clockSpeed));
  }

  synchronized double speed() {
    return clockSpeed;
  }

  public synchronized List<Seen.Incident> incidents() {
    return new ArrayList<>(incidents.values());
  }

  public synchronized List<Seen.Unit> units() {
    return new ArrayList<>(units.values());
  }

  public synchronized Optional<Seen.Incident> incident(String id) {
    return Optional.ofNullable(incidents.get(id));
  }

  public synchronized Optional<Seen.Assignment> assignment(String id) {
    return Optional.ofNullable(assignments.get(id));
  }

  /** Open assignments of an incident, in the order they were made. */
  public synchronized List<Seen.Assignment> assignmentsOf(String incident) {
    return assignments.values().stream()
        .filter(a -> a.incident().equals(incident))
        .sorted(Comparator.comparing(Seen.Assignment::id))
        .toList();
  }

  synchronized Optional<Position> position(String unit) {
    return Optional.ofNullable(positions.get(unit));
  }
}
