package se.dirigent.core.alarm;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.incident.IncidentId;

/**
 * An alarm's identity: its kind and what it is about, for instance {@code
 * NOT_ROLLING:sos:2026-11-22:000123:1}. There is never more than one alarm of a kind about a thing,
 * however often it is raised.
 *
 * @param subject identity of the incident, assignment or unit, as the kind is about
 */
public record AlarmId(AlarmKind kind, String subject) implements Comparable<AlarmId> {
  public AlarmId {
    switch (kind.about()) {
      case INCIDENT -> IncidentId.parse(subject);
      case ASSIGNMENT -> {
        String incident = beforeLastColon(subject);
        if (!subject.substring(incident.length()).matches(":[0-9]{1,6}")) {
          throw new Refused("alarm.form", "alarm", Map.of("value", subject));
        }
        IncidentId.parse(incident);
      }
      case UNIT -> new UnitId(subject);
    }
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

  /** The incident it is about, or whose assignment it is about; null when it is about a unit. */
  public @Nullable IncidentId incident() {
    return switch (kind.about()) {
      case INCIDENT -> IncidentId.parse(subject);
      case ASSIGNMENT -> IncidentId.parse(beforeLastColon(subject));
      case UNIT -> null;
    };
  }

  /** Name of the assignment it is about, or null. */
  public @Nullable String assignment() {
    return kind.about() == AlarmKind.About.ASSIGNMENT ? subject : null;
  }

  /** The unit it is about, or null when it is about an incident or its assignment. */
  public @Nullable UnitId unit() {
    return kind.about() == AlarmKind.About.UNIT ? new UnitId(subject) : null;
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
