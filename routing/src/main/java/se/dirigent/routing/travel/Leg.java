package se.dirigent.routing.travel;

import java.time.Duration;
import java.util.List;
import se.dirigent.core.geo.Position;

/**
 * A part of a route made in one way.
 *
 * @param by how
 * @param duration median time of it; not negative
 * @param distanceMetres length of the path, in metres; not negative
 * @param path positions passed, the first the start and the last the end of the leg
 */
public record Leg(By by, Duration duration, double distanceMetres, List<Position> path) {
  /** How a leg is made. */
  public enum By {
    ROAD,
    /** Streets and small roads that the network does not hold. */
    LOCAL_ROAD,
    FERRY,
    FOOT,
    OFF_ROAD,
    HELICOPTER,
    AEROPLANE,
    BOAT
  }

  public Leg {
    path = List.copyOf(path);
    if (duration.isNegative() || !(distanceMetres >= 0)) {
      throw new IllegalArgumentException(
          "leg by "
              + by
              + " takes "
              + duration
              + " for "
              + distanceMetres
              + " m; give values from zero up");
    }
    if (path.size() < 2) {
      throw new IllegalArgumentException(
          "path has " + path.size() + " positions; give at least the start and the end");
    }
  }
}
