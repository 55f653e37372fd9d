package se.dirigent.core.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.incident.IncidentCommand.Open;
import se.dirigent.core.incident.IncidentEvent.IncidentOpened;
import se.dirigent.core.incident.IncidentEvent.ThreatAdded;
import se.dirigent.core.incident.IncidentEvent.WaitingRoomEntered;

/** How an incident begins: what the caller's centre tells, and the times that belong to it. */
final class Opening {
  /** A time stamp older than this is a mistake, not a late report. */
  private static final Duration AGE_MAX = Duration.ofDays(7);

  private Opening() {}

  static List<IncidentEvent> open(
      @Nullable Incident incident, Open c, IncidentRules rules, Stamp stamp) {
    if (incident != null) {
      throw Refused.state(
          "incident.exists", "incident", Map.of("incident", c.incident().toString()));
    }
    PriorityLevel level = rules.scale().get(c.priority());
    CallTimes times = callTimes(c, stamp);
    c.threats().forEach(t -> Incidents.requireLive(t, rules, stamp));
    List<IncidentEvent> events = new ArrayList<>();
    events.add(
        new IncidentOpened(
            c.incident(),
            c.region(),
            c.source(),
            times,
            c.callbackNumber(),
            c.location(),
            c.indexCode(),
            c.description(),
            c.priority()));
    for (int n = 0; n < c.threats().size(); n++) {
      events.add(new ThreatAdded(c.incident(), n + 1, c.threats().get(n)));
    }
    Waiting waiting = WaitingRoom.enter(level, rules, stamp.at());
    events.add(new WaitingRoomEntered(c.incident(), waiting, "OPENED"));
    return events;
  }

  private static CallTimes callTimes(Open c, Stamp stamp) {
    Instant queuedAt = past("queuedAt", c.queuedAt(), stamp);
    Instant answeredAt = past("answeredAt", c.answeredAt(), stamp);
    Instant prioritisedAt = past("prioritisedAt", c.prioritisedAt(), stamp);
    requireOrder("answeredAt", queuedAt, answeredAt);
    requireOrder("prioritisedAt", answeredAt == null ? queuedAt : answeredAt, prioritisedAt);
    return new CallTimes(
        queuedAt, answeredAt, prioritisedAt == null ? stamp.at() : prioritisedAt, null, null);
  }

  private static @Nullable Instant past(String field, @Nullable Instant at, Stamp stamp) {
    if (at != null && at.isBefore(stamp.at().minus(AGE_MAX))) {
      throw new Refused("time.old", field, Map.of("value", at.toString()));
    }
    return at == null ? null : stamp.past(field, at);
  }

  private static void requireOrder(
      String field, @Nullable Instant earlier, @Nullable Instant later) {
    if (earlier != null && later != null && later.isBefore(earlier)) {
      throw new Refused(
          "time.order", field, Map.of("value", later.toString(), "other", earlier.toString()));
    }
  }
}
