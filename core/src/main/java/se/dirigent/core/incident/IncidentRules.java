package se.dirigent.core.incident;

import java.time.Duration;
import java.util.Map;
import se.dirigent.core.Refused;

/**
 * A region's rules for incidents and its waiting room.
 *
 * @param scale the priorities with their contact intervals
 * @param missedContactsToEscalate missed contacts in a row that bring the medical lead in, 1–99
 * @param contactGrace how long after the due time a contact is called missed
 * @param contactAheadMax furthest ahead that a person may set the next contact
 * @param threatLifeMax longest a threat stands without a review
 * @param triage its rules for the second stage
 */
public record IncidentRules(
    PriorityScale scale,
    int missedContactsToEscalate,
    Duration contactGrace,
    Duration contactAheadMax,
    Duration threatLifeMax,
    TriageRules triage) {
  private static final int MISSED_MAX = 99;

  public IncidentRules {
    if (missedContactsToEscalate < 1 || missedContactsToEscalate > MISSED_MAX) {
      throw new Refused(
          "number.range",
          "missedContactsToEscalate",
          Map.of(
              "value", String.valueOf(missedContactsToEscalate),
              "min", "1",
              "max", String.valueOf(MISSED_MAX)));
    }
    PriorityLevel.requirePositive("contactGrace", contactGrace);
    PriorityLevel.requirePositive("contactAheadMax", contactAheadMax);
    PriorityLevel.requirePositive("threatLifeMax", threatLifeMax);
  }

  /**
   * The rules of a region that has set none of its own. All are assumptions for the medical owner
   * to change (domain notes, 2026): two missed contacts escalate; a nurse busy for 5 min with the
   * contact before is not yet a failure; nobody waits uncalled for longer than a shift of 12 h; a
   * threat is reviewed within a year.
   */
  public static IncidentRules standard(PriorityScale scale) {
    return new IncidentRules(
        scale,
        2,
        Duration.ofMinutes(5),
        Duration.ofHours(12),
        Duration.ofDays(366),
        TriageRules.standard());
  }
}
