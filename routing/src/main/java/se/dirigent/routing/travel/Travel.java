package se.dirigent.routing.travel;

import java.time.Duration;

/**
 * The expected journey between two positions.
 *
 * @param median the time that half of all such journeys take at most; not negative
 * @param distanceMetres length of the path travelled, in metres; not negative
 */
public record Travel(Duration median, double distanceMetres) {
  public Travel {
    if (median.isNegative()) {
      throw new IllegalArgumentException("median is " + median + "; give a duration from zero up");
    }
    if (!(distanceMetres >= 0 && distanceMetres < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "distanceMetres is " + distanceMetres + "; give a finite number of metres from zero up");
    }
  }
}
