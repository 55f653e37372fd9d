package se.dirigent.core.incident;

import java.time.Duration;
import java.util.Map;
import se.dirigent.core.Refused;

/**
 * A region's rules for the second stage of triage.
 *
 * @param answerWithinUrgent for level 1: when the doctor on call must have answered
 * @param answerWithin for the other levels
 * @param assessmentMax how long a case is held for assessment before it is released by itself
 * @param bookingAheadMax furthest ahead that a referral may be booked
 * @param referralLevelMin the most urgent level that may be referred, 1–9: what is more urgent is
 *     downgraded first, and that takes a second person
 */
public record TriageRules(
    Duration answerWithinUrgent,
    Duration answerWithin,
    Duration assessmentMax,
    Duration bookingAheadMax,
    int referralLevelMin) {
  public TriageRules {
    PriorityLevel.requirePositive("answerWithinUrgent", answerWithinUrgent);
    PriorityLevel.requirePositive("answerWithin", answerWithin);
    PriorityLevel.requirePositive("assessmentMax", assessmentMax);
    PriorityLevel.requirePositive("bookingAheadMax", bookingAheadMax);
    if (referralLevelMin < 1 || referralLevelMin > 9) {
      throw new Refused(
          "number.range",
          "referralLevelMin",
          Map.of("value", String.valueOf(referralLevelMin), "min", "1", "max", "9"));
    }
  }

  /**
   * The rules of a region that has set none of its own. All are assumptions for the medical owner
   * to change: a doctor answers within 3 minutes for a life-threatening case and 10 for another; an
   * assessment of 20 minutes is a long call; nobody is referred to a time more than a week off;
   * level 1 is never referred.
   */
  public static TriageRules standard() {
    return new TriageRules(
        Duration.ofMinutes(3),
        Duration.ofMinutes(10),
        Duration.ofMinutes(20),
        Duration.ofDays(7),
        2);
  }

  Duration answerWithin(PriorityLevel level) {
    return level.level() == 1 ? answerWithinUrgent : answerWithin;
  }
}
