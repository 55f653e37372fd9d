package se.dirigent.simulator.arrival;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How calls spread over the year.
 *
 * @param months calls a day in each month from January, beside the year's mean; mean 1
 * @param begins the Monday that the first day falls on; null when it does not matter
 */
public record Year(List<Double> months, @Nullable LocalDate begins) {
  private static final int MONTHS = 12;

  /** Every month as the next. */
  public static final Year EVEN = new Year(Collections.nCopies(MONTHS, 1.0), null);

  public Year {
    months = List.copyOf(months);
    double sum = months.stream().mapToDouble(Double::doubleValue).sum();
    boolean positive = months.stream().allMatch(month -> month > 0);
    if (months.size() != MONTHS || !positive || Math.abs(sum - MONTHS) > 0.01 * MONTHS) {
      throw new IllegalArgumentException(
          "months has %d numbers with mean %.3f; give 12 above 0 with mean 1"
              .formatted(months.size(), sum / Math.max(1, months.size())));
    }
    if (begins != null && begins.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException(
          "begins is %s, a %s; give a Monday".formatted(begins, begins.getDayOfWeek()));
    }
  }

  /** Calls of a day beside the year's mean, from day 0 on. */
  public double factor(int day) {
    return begins == null ? 1 : months.get(begins.plusDays(day).getMonthValue() - 1);
  }

  /** The most that a day may have beside the year's mean. */
  public double factorMost() {
    return begins == null ? 1 : Collections.max(months);
  }
}
