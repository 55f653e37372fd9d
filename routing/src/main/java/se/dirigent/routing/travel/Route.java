package se.dirigent.routing.travel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import se.dirigent.core.geo.Position;

/**
 * A whole journey in order.
 *
 * @param legs at least one
 */
public record Route(List<Leg> legs) {
  public Route {
    legs = List.copyOf(legs);
    if (legs.isEmpty()) {
      throw new IllegalArgumentException("legs is empty; give at least one");
    }
  }

  /** Time and length of all legs together. */
  public Travel travel() {
    Duration duration = Duration.ZERO;
    double metres = 0;
    for (Leg leg : legs) {
      duration = duration.plus(leg.duration());
      metres += leg.distanceMetres();
    }
    return new Travel(duration, metres);
  }

  /** All positions passed, the start first; at least two. */
  public List<Position> path() {
    List<Position> path = new ArrayList<>();
    for (Leg leg : legs) {
      leg.path().stream()
          .filter(p -> path.isEmpty() || !path.getLast().equals(p))
          .forEach(path::add);
    }
    if (path.size() == 1) {
      path.add(path.getFirst());
    }
    return path;
  }
}
