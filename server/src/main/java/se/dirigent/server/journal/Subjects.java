package se.dirigent.server.journal;

import org.jspecify.annotations.Nullable;
import se.dirigent.core.Event;
import se.dirigent.core.alarm.AlarmEvent;
import se.dirigent.core.alarm.AlarmId;
import se.dirigent.core.dispatch.AssignmentEvent;
import se.dirigent.core.fleet.UnitEvent;
import se.dirigent.core.handover.HandoverEvent;
import se.dirigent.core.incident.IncidentEvent;
import se.dirigent.core.road.RoadEvent;
import se.dirigent.core.transport.TransportEvent;

/** What an event is about, for the journal's columns. */
record Subjects(@Nullable String incident, @Nullable String unit, @Nullable String assignment) {

  static Subjects of(Event event) {
    return switch (event) {
      case IncidentEvent.AssignmentOpened e ->
          new Subjects(e.incident().toString(), e.unit(), e.assignment());
      case IncidentEvent.AssignmentEnded e ->
          new Subjects(e.incident().toString(), e.unit(), e.assignment());
      case IncidentEvent e -> new Subjects(e.incident().toString(), null, null);
      case UnitEvent.UnitStatusChanged e -> new Subjects(null, e.unit().value(), e.assignment());
      case UnitEvent e -> new Subjects(null, e.unit().value(), null);
      case AssignmentEvent.UnitAssigned e ->
          new Subjects(
              e.assignment().incident().toString(), e.unit().value(), e.assignment().toString());
      case AssignmentEvent e ->
          new Subjects(e.assignment().incident().toString(), null, e.assignment().toString());
      case HandoverEvent _ -> new Subjects(null, null, null);
      case RoadEvent _ -> new Subjects(null, null, null);
      case AlarmEvent e -> new Subjects(incident(e.alarm()), null, assignment(e.alarm()));
      case TransportEvent _ -> new Subjects(null, null, null);
      default -> throw new IllegalArgumentException("an event of no known room: " + event);
    };
  }

  private static String incident(AlarmId alarm) {
    return alarm.incident().toString();
  }

  private static @Nullable String assignment(AlarmId alarm) {
    return alarm.kind().aboutAssignment() ? alarm.subject() : null;
  }
}
