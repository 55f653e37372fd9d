package se.dirigent.server.dispatch;

import java.time.Instant;
import java.util.List;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Location;
import se.dirigent.core.incident.Note;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.incident.ThreatFlag;

/** What a crew reads in its vehicle: itself, what it is on, and where to find whom. */
public record CrewAssignment(Unit unit, Assignment assignment, CrewIncident incident) {

  /**
   * An incident as the crew needs it. What the centre reckons with, such as contacts, is left out.
   *
   * @param priority as it is now, which may be another than when the unit was assigned
   * @param threats all that stand, with the words to read; nothing is ever left out
   * @param notes later facts from the caller and from others
   * @param patients references; who they are is read one by one
   */
  public record CrewIncident(
      IncidentId id,
      Instant receivedAt,
      String callbackNumber,
      Location location,
      String indexCode,
      String description,
      String priority,
      List<ThreatFlag> threats,
      List<Note> notes,
      List<PatientId> patients) {

    static CrewIncident of(Incident i) {
      return new CrewIncident(
          i.id(),
          i.receivedAt(),
          i.callbackNumber(),
          i.location(),
          i.indexCode(),
          i.description(),
          i.priority(),
          i.threats(),
          i.notes(),
          i.patients());
    }
  }
}
