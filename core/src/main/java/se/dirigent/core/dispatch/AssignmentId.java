package se.dirigent.core.dispatch;

import java.util.Map;
import se.dirigent.core.Refused;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentId;

/**
 * An assignment's identity: its incident and its number there, for instance {@code
 * sos:2026-11-22:000123:1}.
 *
 * @param number from 1 in the order they were made
 */
public record AssignmentId(IncidentId incident, int number) {
  /**
   * Most assignments one incident ever has, ended ones counted. Stockholm's whole fleet of some 200
   * sent four times over is less: what needs more is a program that sends and recalls without end,
   * and each assignment of an open incident is on every screen.
   */
  private static final int OF_INCIDENT_MAX = 1_000;

  public AssignmentId {
    if (number < 1) {
      throw new Refused("assignment.form", "assignment", Map.of("value", String.valueOf(number)));
    }
  }

  /**
   * The identity of the next assignment on an incident.
   *
   * @throws Refused {@code incident.full}
   */
  static AssignmentId next(Incident incident) {
    if (incident.assignmentCount() >= OF_INCIDENT_MAX) {
      throw Refused.state("incident.full", "", Map.of("max", String.valueOf(OF_INCIDENT_MAX)));
    }
    return new AssignmentId(incident.id(), incident.assignmentCount() + 1);
  }

  /**
   * Reads {@code centre:folder:case:number}.
   *
   * @throws Refused {@code assignment.form}
   */
  public static AssignmentId parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0 || !text.substring(colon + 1).matches("[0-9]{1,6}")) {
      throw new Refused("assignment.form", "assignment", Map.of("value", text));
    }
    return new AssignmentId(
        IncidentId.parse(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
  }

  @Override
  public String toString() {
    return incident + ":" + number;
  }
}
