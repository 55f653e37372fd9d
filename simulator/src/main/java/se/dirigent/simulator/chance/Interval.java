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
   * Student's t quantile of 0.975, good to a thousandth from 4 degrees of freedom on: Fisher's
   * expansion about the normal (Abramowitz and Stegun 26.7.5).
   */
  static double student(int freedom) {
    double z3 = Math.pow(Z, 3);
    double z5 = Math.pow(Z, 5);
    double z7 = Math.pow(Z, 7);
    double v = freedom;
    return Z
        + (z3 + Z) / (4 * v)
        + (5 * z5 + 16 * z3 + 3 * Z) / (96 * v * v)
        + (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * v * v * v);
  }
}
