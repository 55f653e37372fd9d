package se.dirigent.simulator.arrival;

import java.util.random.RandomGenerator;
import se.dirigent.simulator.chance.Draws;

/**
 * What makes calls come in clusters: each hour's rate is multiplied by a factor of mean 1 whose
 * logarithm is normal, a sum of two. One part remembers the hour before; the other is the same all
 * day long, and another the next day. (A Cox process with log-normal intensity; that calls to
 * ambulances vary more than Poisson from day to day and remember the hour before: Channouf,
 * L'Ecuyer, Ingolfsson and Avramidis, The application of forecasting techniques to modeling
 * emergency medical system calls in Calgary, Alberta, Health Care Management Science 10, 2007.)
 *
 * @param deviation standard deviation of the hour's part, on the logarithm
 * @param memory correlation of the hour's part from one hour to the next, 0 to below 1
 * @param dayDeviation standard deviation of the day's part
 */
public record Unrest(double deviation, double memory, double dayDeviation) {
  /** Beyond it one hour would have seven times the calls of another for no reason. */
  public static final double DEVIATION_MAX = 2;

  private static final int DAY = 24;

  public Unrest {
    if (!possible(deviation, memory, dayDeviation)) {
      throw new IllegalArgumentException(
          "deviation is %s, memory %s and dayDeviation %s; give 0 to %.0f, 0 to below 1, 0 to %.0f"
              .formatted(deviation, memory, dayDeviation, DEVIATION_MAX, DEVIATION_MAX));
    }
  }

  /** Whether there can be such an unrest. */
  public static boolean possible(double deviation, double memory, double dayDeviation) {
    return deviation >= 0
        && deviation <= DEVIATION_MAX
        && memory >= 0
        && memory < 1
        && dayDeviation >= 0
        && dayDeviation <= DEVIATION_MAX;
  }

  /** None: a plain Poisson process. */
  public static Unrest none() {
    return new Unrest(0, 0, 0);
  }

  /** The factors of some hours, one after the other, from a midnight on. */
  public double[] factors(int hours, RandomGenerator chance) {
    double[] factors = new double[hours];
    double fresh = StrictMath.sqrt(1 - memory * memory) * deviation;
    // Less half of the variance, so that the mean is 1.
    double mean = -(deviation * deviation + dayDeviation * dayDeviation) / 2;
    double hourly = deviation * Draws.normal(chance);
    double daily = 0;
    for (int hour = 0; hour < hours; hour++) {
      daily = hour % DAY == 0 ? dayDeviation * Draws.normal(chance) : daily;
      factors[hour] = StrictMath.exp(mean + hourly + daily);
      hourly = memory * hourly + fresh * Draws.normal(chance);
    }
    return factors;
  }
}
