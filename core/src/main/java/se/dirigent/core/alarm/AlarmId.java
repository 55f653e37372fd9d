package se.dirigent.core.alarm;

import java.util.Map;
import se.dirigent.core.Refused;
import se.dirigent.core.incident.IncidentId;

/**
 * An alarm's identity: its kind and what it is about, for instance {@code
 * NOT_ROLLING:sos:2026-11-22:000123:1}. There is never more than one alarm of a kind about a thing,
 * however often it is raised.
 *
 * @param subject identity of the incident, or of the assignment for a kind about assignments
 */
public record AlarmId(AlarmKind kind, String subject) implements Comparable<AlarmId> {
  public AlarmId {
    String incident = kind.aboutAssignment() ? beforeLastColon(subject) : subject;
    String number = kind.aboutAssignment() ? subject.substring(incident.length()) : ":1";
    if (!number.matches(":[0-9]{1,6}")) {
      throw new Refused("alarm.form", "alarm", Map.of("value", subject));
    }
    IncidentId.parse(incident);
  }

  /**
   * Reads {@code KIND:subject}.
   *
   * @throws Refused {@code alarm.form}
   */
  public static AlarmId parse(String text) {
    int colon = text.indexOf(':');
    for (AlarmKind kind : AlarmKind.values()) {
      if (colon > 0 && kind.name().equals(text.substring(0, colon))) {
        return new AlarmId(kind, text.substring(colon + 1));
      }
    }
    throw new Refused("alarm.form", "alarm", Map.of("value", text));
  }

  /** The incident it is about, or whose assignment it is about. */
  public IncidentId incident() {
    return IncidentId.parse(kind.aboutAssignment() ? beforeLastColon(subject) : subject);
  }

  private static String beforeLastColon(String subject) {
    return subject.substring(0, Math.max(0, subject.lastIndexOf(':')));
  }

  @Override
  public int compareTo(AlarmId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return kind + ":" + subject;
  }
}
