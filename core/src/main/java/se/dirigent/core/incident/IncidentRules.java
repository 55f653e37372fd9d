package se.dirigent.core.incident;

import java.util.Map;
import se.dirigent.core.Refused;

/**
 * A region's rules for incidents and its waiting room.
 *
 * @param scale the priorities with their contact intervals
 * @param missedContactsToEscalate missed contacts in a row that bring the medical lead in, 1 or
 *     more [assumption of the domain notes: 2]
 */
public record IncidentRules(PriorityScale scale, int missedContactsToEscalate) {
  public IncidentRules {
    if (missedContactsToEscalate < 1) {
      throw new Refused(
          "number.range",
          "missedContactsToEscalate",
          Map.of("value", String.valueOf(missedContactsToEscalate), "min", "1", "max", "99"));
    }
  }
}
