package se.dirigent.simulator.chance;

import java.util.Arrays;

/**
 * A mean over independent replications with its 95 % confidence interval.
 *
 * @param mean of the values
 * @param half half the width of the interval
 */
public record Interval(double mean, double half) {
  /** Standard normal quantile of 0.975. */
  private static final double Z = 1.959963984540054;

  /** Student's t quantiles of 0.975 with 1, 2 and 3 degrees of freedom. */
  private static final double[] FEWEST = {12.706204736, 4.302652730, 3.182446305};

  /** Of some values, one a replication; at least two. */
  public static Interval of(double[] values) {
    int n = values.length;
    if (n < 2) {
      throw new IllegalArgumentException("there are " + n + " values; give at least two");
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return new Interval(mean, student(n - 1) * Math.sqrt(squares / (n - 1) / n));
  }

  /** Whether a value lies within. */
  public boolean holds(double value) {
    return Math.abs(value - mean) <= half;
  }

  /**
   * Student's t quantile of 0.975: tabled for the fewest degrees of freedom, from 4 on good to a
   * thousandth by Fisher's expansion about the normal (Abramowitz and Stegun 26.7.5).
   */
  static double student(int freedom) {
    if (freedom <= FEWEST.length) {
      return FEWEST[freedom - 1];
    }
    double z3 = Math.pow(Z, 3);
    double z5 = Math.pow(Z, 5);
    double z7 = Math.pow(Z, 7);
    double z9 = Math.pow(Z, 9);
    double v = freedom;
    return Z
        + (z3 + Z) / (4 * v)
        + (5 * z5 + 16 * z3 + 3 * Z) / (96 * v * v)
        + (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * v * v * v)
        + (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * Z) / (92_160 * v * v * v * v);
  }
}
