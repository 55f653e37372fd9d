package se.dirigent.routing.travel;

import java.time.Duration;

/**
 * The figures of one travel mode in the {@link CrowFlyTravelTimes} model.
 *
 * @param detourFactor length of the path divided by the great-circle distance; 1 or more
 * @param cruiseKmPerHour speed reached on long journeys, kilometres per hour
 * @param accelerationDistanceMetres path length below which cruising speed is never reached, in
 *     metres: along it the speed grows with distance; 0 means full speed at once
 * @param fixed time at both ends together that does not depend on distance (take-off and landing)
 */
public record Pace(
    double detourFactor,
    double cruiseKmPerHour,
    double accelerationDistanceMetres,
    Duration fixed) {
  public Pace {
    if (!(detourFactor >= 1 && detourFactor <= 10)) {
      throw new IllegalArgumentException(
          "detourFactor is " + detourFactor + "; give a number from 1 to 10");
    }
    if (!(cruiseKmPerHour > 0 && cruiseKmPerHour <= 1000)) {
      throw new IllegalArgumentException(
          "cruiseKmPerHour is " + cruiseKmPerHour + "; give km/h above 0 and at most 1000");
    }
    if (!(accelerationDistanceMetres >= 0 && accelerationDistanceMetres <= 100_000)) {
      throw new IllegalArgumentException(
          "accelerationDistanceMetres is "
              + accelerationDistanceMetres
              + "; give metres from 0 to 100 000");
    }
    if (fixed.isNegative()) {
      throw new IllegalArgumentException("fixed is " + fixed + "; give a duration from zero up");
    }
  }

  /**
   * The journey over a great-circle distance, by the square-root and linear law: with path length
   * d, cruising speed v and D the path length below which v is never reached, the time is
   * (2/v)·√(D·d) for d below D and (d + D)/v above.
   *
   * <p>Source: Kolesar, Walker and Hausner, Operations Research 23(4), 1975; Larson and Odoni,
   * Urban Operations Research, §3.7.2, equations 3.88 and 3.89.
   */
  Travel over(double greatCircleMetres) {
    double path = greatCircleMetres * detourFactor;
    double metresPerSecond = cruiseKmPerHour / 3.6;
    double seconds =
        path < accelerationDistanceMetres
            ? 2 * Math.sqrt(accelerationDistanceMetres * path) / metresPerSecond
            : (path + accelerationDistanceMetres) / metresPerSecond;
    Duration moving = Duration.ofMillis(Math.round(seconds * 1000));
    return new Travel(path > 0 ? moving.plus(fixed) : Duration.ZERO, path);
  }
}
