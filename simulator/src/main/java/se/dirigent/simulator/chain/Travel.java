package se.dirigent.simulator.chain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How drives differ from what was reckoned with.
 *
 * @param spread nine of ten drives take at most this much more than reckoned, as a part; the factor
 *     of a drive is log-normal with median 1, drawn for each call. The live service reckons with a
 *     quarter (the optimiser's ArrivalSpread, where its source stands). 0 for none
 * @param begins the Monday that the first day, which is not counted, falls on; in winter driving
 *     takes as much longer as the roads' winter says. Null for bare roads always
 */
public record Travel(double spread, @Nullable LocalDate begins) {
  /** Beyond it one drive in ten takes three times as long as reckoned. */
  public static final double SPREAD_MAX = 2;

  public Travel {
    if (!(spread >= 0 && spread <= SPREAD_MAX)) {
      throw new IllegalArgumentException(
          "spread is %s; give 0 to %.0f".formatted(spread, SPREAD_MAX));
    }
    if (begins != null && begins.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException(
          "begins is %s, a %s; give a Monday".formatted(begins, begins.getDayOfWeek()));
    }
  }
}
