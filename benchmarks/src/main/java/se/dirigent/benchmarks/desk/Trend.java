package se.dirigent.benchmarks.desk;

import java.util.List;

/**
 * A straight line through measurements over time, by least squares.
 *
 * @param slope per hour
 * @param halfWidth of the slope's 95 % interval, per hour; measurements a while apart are taken as
 *     independent
 * @param start the line's value at the first measurement
 */
record Trend(double slope, double halfWidth, double start) {
  /** The normal distribution's 97.5th percentile. */
  private static final double Z = 1.959964;

  /** Two points always lie on a line: a third is the first that says how well. */
  private static final int POINTS_MIN = 3;

  /** One measurement: hours since the first, and the value. */
  record Point(double hours, double value) {}

  /**
   * @param points at least three, at different times
   */
  static Trend of(List<Point> points) {
    if (points.size() < POINTS_MIN) {
      throw new IllegalArgumentException(
          "points: " + points.size() + " measurements; a trend needs " + POINTS_MIN);
    }
    double meanHours = points.stream().mapToDouble(Point::hours).average().orElseThrow();
    double mean = points.stream().mapToDouble(Point::value).average().orElseThrow();
    double spread = 0;
    double together = 0;
    for (Point one : points) {
      spread += Math.pow(one.hours() - meanHours, 2);
      together += (one.hours() - meanHours) * (one.value() - mean);
    }
    double slope = together / spread;
    double start = mean - slope * (meanHours - points.getFirst().hours());
    double left = 0;
    for (Point one : points) {
      left += Math.pow(one.value() - mean - slope * (one.hours() - meanHours), 2);
    }
    int freedom = points.size() - 2;
    double error = Math.sqrt(left / freedom / spread);
    return new Trend(slope, student(freedom) * error, start);
  }

  /**
   * Student's 97.5th percentile by the expansion of Cornish and Fisher (Abramowitz and Stegun
   * 26.7.5); within 1 % from five degrees of freedom.
   */
  static double student(int freedom) {
    double z3 = Math.pow(Z, 3);
    double z5 = Math.pow(Z, 5);
    double z7 = Math.pow(Z, 7);
    return Z
        + (z3 + Z) / (4.0 * freedom)
        + (5 * z5 + 16 * z3 + 3 * Z) / (96.0 * freedom * freedom)
        + (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384.0 * Math.pow(freedom, 3));
  }
}
