package se.dirigent.server.journal;

import org.jspecify.annotations.Nullable;
import se.dirigent.core.Event;
import se.dirigent.core.alarm.AlarmEvent;
import se.dirigent.core.alarm.AlarmId;
import se.dirigent.core.dispatch.AssignmentEvent;
import se.dirigent.core.fleet.UnitEvent;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.handover.HandoverEvent;
import se.dirigent.core.incident.IncidentEvent;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.masscasualty.CasualtyEvent;
import se.dirigent.core.masscasualty.MajorIncidentEvent;
import se.dirigent.core.masscasualty.plan.PreparednessEvent;
import se.dirigent.core.masscasualty.rationing.RationingEvent;
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
      case AlarmEvent e -> of(e.alarm());
      case TransportEvent _ -> new Subjects(null, null, null);
      // The incident's own log tells that it became part of a major one, and that it no longer is.
      case MajorIncidentEvent.MajorIncidentDeclared e -> of(e.from());
      case MajorIncidentEvent.IncidentCollected e -> of(e.collected());
      case MajorIncidentEvent.IncidentLetGo e -> of(e.letGo());
      case MajorIncidentEvent _ -> new Subjects(null, null, null);
      case CasualtyEvent _ -> new Subjects(null, null, null);
      case RationingEvent _ -> new Subjects(null, null, null);
      case PreparednessEvent _ -> new Subjects(null, null, null);
      default -> throw new IllegalArgumentException("an event of no known room: " + event);
    };
  }

  private static Subjects of(IncidentId incident) {
    return new Subjects(incident.toString(), null, null);
  }

  private static Subjects of(AlarmId alarm) {
    IncidentId incident = alarm.incident();
    UnitId unit = alarm.unit();
    return new Subjects(
        incident == null ? null : incident.toString(),
        unit == null ? null : unit.value(),
        alarm.assignment());
  }
}
