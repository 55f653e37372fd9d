package se.dirigent.simulator.chain;

import java.util.Collections;
import java.util.List;

/**
 * How many are at work in each hour of the week.
 *
 * @param byHour 168 numbers from Monday's midnight, each 0 to 10 000
 */
public record Staffing(List<Integer> byHour) {
  /** Hours of a week. */
  public static final int HOURS = 168;

  /** More people than that work nowhere. */
  public static final int MOST = 10_000;

  private static final long HOUR_MILLIS = 3_600_000;

  public Staffing {
    byHour = List.copyOf(byHour);
    if (byHour.size() != HOURS || byHour.stream().anyMatch(n -> n < 0 || n > MOST)) {
      throw new IllegalArgumentException(
          "byHour has %d numbers, of them %s; give 168 from 0 to %d"
              .formatted(byHour.size(), byHour.stream().distinct().toList(), MOST));
    }
  }

  /** The same number always. */
  public static Staffing always(int number) {
    return new Staffing(Collections.nCopies(HOURS, number));
  }

  /** How many are at work at a moment, in milliseconds from a Monday's midnight. */
  public int at(long moment) {
    return byHour.get((int) (moment / HOUR_MILLIS % HOURS));
  }

  /** Whether somebody is at work in every hour. */
  public boolean isNeverEmpty() {
    return byHour.stream().allMatch(n -> n > 0);
  }

  /** Whether there are more at one hour than at another. */
  public boolean changes() {
    return byHour.stream().distinct().count() > 1;
  }
}
