package se.dirigent.simulator.chain;

import java.time.Duration;
import java.util.List;
import se.dirigent.simulator.caller.Callers;

/**
 * The waiting room: who waits for a unit is rung back at given intervals. Meanwhile the condition
 * may worsen, which nobody knows until somebody answers or a crew is there.
 *
 * @param recall when callers are rung back, by level from 1
 * @param missedMax unanswered calls in a row after which the case counts as a level more urgent,
 *     since nobody knows [assumption: what the medical lead then decides]
 * @param answers part of callers that answer when rung back
 * @param worsePerHour rate at which those who wait get worse, by the hour
 */
public record WaitingRules(
    List<Recall> recall, int missedMax, double answers, double worsePerHour) {
  /**
   * Callers' habits say that 6 % are worse at a contact [assumption]; contacts of priority 2 come
   * every 20 minutes.
   */
  public static final double WORSE_PER_HOUR =
      -3 * StrictMath.log(1 - Callers.Habits.defaults().worse());

  /** Beyond it everybody who waits a minute is worse. */
  public static final double WORSE_PER_HOUR_MAX = 60;

  public WaitingRules {
    recall = List.copyOf(recall);
    if (recall.isEmpty() || missedMax < 1) {
      throw new IllegalArgumentException(
          "recall has %d levels and missedMax is %d; give at least one of each"
              .formatted(recall.size(), missedMax));
    }
    if (!(answers >= 0 && answers <= 1)) {
      throw new IllegalArgumentException("answers is " + answers + "; give 0 to 1");
    }
    if (!(worsePerHour >= 0 && worsePerHour <= WORSE_PER_HOUR_MAX)) {
      throw new IllegalArgumentException(
          "worsePerHour is %s; give 0 to %.0f".formatted(worsePerHour, WORSE_PER_HOUR_MAX));
    }
  }

  /** Nobody is rung back within a year, and nobody gets worse. */
  public static WaitingRules none() {
    Duration year = Duration.ofDays(365);
    return new WaitingRules(List.of(new Recall(year, year)), 1, 1, 0);
  }

  /** The rule of a level; the last holds for those beyond. */
  public Recall of(int level) {
    return recall.get(Math.min(level, recall.size()) - 1);
  }

  /**
   * When a caller is rung back.
   *
   * @param first after entering the waiting room
   * @param then after each contact
   */
  public record Recall(Duration first, Duration then) {
    public Recall {
      if (!first.isPositive() || !then.isPositive()) {
        throw new IllegalArgumentException(
            "first is %s and then %s; give more than nothing".formatted(first, then));
      }
    }
  }
}
