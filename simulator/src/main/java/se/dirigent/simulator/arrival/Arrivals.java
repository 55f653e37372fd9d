package se.dirigent.simulator.arrival;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import se.dirigent.simulator.chance.Draws;
import se.dirigent.simulator.chance.Streams;

/** Draws when calls come. */
public final class Arrivals {
  private static final double HOUR_MILLIS = 3_600_000;
  private static final int DAY_HOURS = 24;

  private Arrivals() {}

  /**
   * The moments of all calls, rising, in milliseconds from a Monday's midnight. A process of rate 1
   * is drawn and stretched by the intensity of each hour (Çinlar's method by inversion), so that
   * worlds with another rhythm still draw the same numbers.
   *
   * @param perDay mean of calls a day over the year
   */
  public static long[] draw(double perDay, Rhythm rhythm, Streams streams, int days) {
    return draw(perDay, rhythm, streams, days, _ -> 1);
  }

  /**
   * The same with more calls, or fewer, in some hours.
   *
   * @param factor of the calls of each hour from the beginning
   */
  public static long[] draw(
      double perDay, Rhythm rhythm, Streams streams, int days, IntToDoubleFunction factor) {
    RandomGenerator when = streams.of("arrival.when");
    int hours = days * DAY_HOURS;
    double[] unrest = rhythm.unrest().factors(hours, streams.of("arrival.unrest"));
    long[] moments = new long[1024];
    int count = 0;
    double left = Draws.exponential(when, 1);
    for (int hour = 0; hour < hours; hour++) {
      double rate = rhythm.perHour(hour % Rhythm.HOURS, perDay) * unrest[hour];
      rate *= rhythm.year().factor(hour / DAY_HOURS) * factor.applyAsDouble(hour);
      double used = 0;
      while (used + left < rate) {
        used += left;
        moments = count == moments.length ? Arrays.copyOf(moments, 2 * count) : moments;
        moments[count++] = (long) (HOUR_MILLIS * (hour + used / rate));
        left = Draws.exponential(when, 1);
      }
      left -= rate - used;
    }
    return Arrays.copyOf(moments, count);
  }
}
