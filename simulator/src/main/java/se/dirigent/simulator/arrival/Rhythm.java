package se.dirigent.simulator.arrival;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How calls spread over the week and the year, and how unlike one hour is to the same hour of
 * another week.
 *
 * @param week part of a week's calls in each of its 168 hours from Monday's midnight, sums to 1
 * @param unrest beside it
 * @param year how they spread over it
 */
public record Rhythm(List<Double> week, Unrest unrest, Year year) {
  /** Hours of a week. */
  public static final int HOURS = 168;

  private static final int DAY = 24;

  public Rhythm {
    week = List.copyOf(week);
    double sum = week.stream().mapToDouble(Double::doubleValue).sum();
    boolean negative = week.stream().anyMatch(share -> !(share >= 0));
    if (week.size() != HOURS || negative || Math.abs(sum - 1) > 0.01) {
      throw new IllegalArgumentException(
          "week has %d hours that sum to %s; give 168 from 0 that sum to 1"
              .formatted(week.size(), sum));
    }
  }

  /** The same all the year. */
  public Rhythm(List<Double> week, Unrest unrest) {
    this(week, unrest, Year.EVEN);
  }

  /** The same hour after hour, without unrest. */
  public static Rhythm even() {
    return new Rhythm(Collections.nCopies(HOURS, 1.0 / HOURS), Unrest.none());
  }

  /** Every day as the next, without unrest; the 24 shares of a day sum to 1. */
  public static Rhythm daily(List<Double> day) {
    if (day.size() != DAY) {
      throw new IllegalArgumentException("the day has " + day.size() + " hours; give 24");
    }
    List<Double> week = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      week.add(day.get(hour % DAY) / 7);
    }
    return new Rhythm(week, Unrest.none());
  }

  /** The same with another unrest. */
  public Rhythm with(Unrest other) {
    return new Rhythm(week, other, year);
  }

  /** The same with another year. */
  public Rhythm with(Year other) {
    return new Rhythm(week, unrest, other);
  }

  /** Calls an hour in one hour of the week when so many come a day, whatever the month. */
  public double perHour(int hourOfWeek, double perDay) {
    return 7 * perDay * week.get(hourOfWeek);
  }
}
