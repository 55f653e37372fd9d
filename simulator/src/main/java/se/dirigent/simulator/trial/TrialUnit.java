package se.dirigent.simulator.trial;

import java.util.BitSet;
import java.util.List;
import se.dirigent.core.fleet.UnitKind;

/**
 * A unit of a trial.
 *
 * @param id its identity
 * @param kind what sort of unit
 * @param levelMostUrgent the most urgent level it may meet
 * @param home its base
 * @param duty minutes of the week when it is manned, 0 to 10 079 from Monday's midnight
 * @param ends minutes of the week when a crew's shift ends, whether another's begins then or not
 * @param meals windows in which the crew has to eat, by beginning
 */
public record TrialUnit(
    String id,
    UnitKind kind,
    int levelMostUrgent,
    int home,
    BitSet duty,
    BitSet ends,
    List<Meal> meals) {
  /** Minutes of a week. */
  public static final int MINUTES = 7 * 1440;

  public TrialUnit {
    meals = List.copyOf(meals);
  }

  /**
   * A window for a meal.
   *
   * @param opens minute of the week
   * @param minutes how long after that the meal may begin, above 0
   */
  public record Meal(int opens, int minutes) {
    public Meal {
      if (opens < 0 || opens >= MINUTES || minutes <= 0 || minutes > 1440) {
        throw new IllegalArgumentException(
            "a meal opens at minute %d for %d; give a minute of the week and 1 to 1440"
                .formatted(opens, minutes));
      }
    }
  }

  /** A unit that is always manned, with crews that change at seven and nineteen and never eat. */
  public static TrialUnit always(String id, int home) {
    BitSet all = new BitSet();
    all.set(0, MINUTES);
    BitSet ends = new BitSet();
    for (int day = 0; day < 7; day++) {
      ends.set(1440 * day + 7 * 60);
      ends.set(1440 * day + 19 * 60);
    }
    return new TrialUnit(id, UnitKind.AMBULANCE, 1, home, all, ends, List.of());
  }

  /** Minutes until duty begins or a shift ends, at most a week. */
  int minutesToChange(int minute) {
    int begins = duty.get(minute) ? MINUTES : minutesTo(duty, minute);
    return Math.min(begins, minutesTo(ends, minute));
  }

  private static int minutesTo(BitSet of, int minute) {
    int next = of.nextSetBit(minute + 1);
    if (next >= 0) {
      return next - minute;
    }
    int first = of.nextSetBit(0);
    return first < 0 || first > minute ? MINUTES : MINUTES - minute + first;
  }
}
