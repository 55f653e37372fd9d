package se.dirigent.routing.travel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import se.dirigent.core.geo.Position;

/**
 * One journey under way: a path, when it began and how long it takes. The traveller is taken to
 * move at even speed along the path, which is what a map needs between two position reports.
 *
 * @param path at least two positions, the first the start and the last the goal
 * @param departedAt when the journey began
 * @param travel its duration and distance
 */
public record Trip(List<Position> path, Instant departedAt, Travel travel) {
  public Trip {
    path = List.copyOf(path);
    if (path.size() < 2) {
      throw new IllegalArgumentException(
          "path has " + path.size() + " positions; give at least the start and the goal");
    }
  }

  /** A journey on the straight line between two positions. */
  public static Trip straight(Position from, Position to, Instant departedAt, Travel travel) {
    return new Trip(List.of(from, to), departedAt, travel);
  }

  /** When the traveller is expected at the goal. */
  public Instant arrivesAt() {
    return departedAt.plus(travel.median());
  }

  /** The goal. */
  public Position goal() {
    return path.getLast();
  }

  /** Whether the goal has been reached at this instant. */
  public boolean arrivedBy(Instant at) {
    return !at.isBefore(arrivesAt());
  }

  /** Where the traveller is: the start before departure, the goal after arrival. */
  public Position positionAt(Instant at) {
    Spot spot = spotAt(at);
    Position a = path.get(spot.leg());
    Position b = path.get(spot.leg() + 1);
    if (spot.share() == 1) {
      return b;
    }
    return new Position(
        a.latitude() + spot.share() * (b.latitude() - a.latitude()),
        a.longitude() + spot.share() * (b.longitude() - a.longitude()));
  }

  /** Speed over the path at this instant in kilometres per hour; 0 when standing still. */
  public double speedKmPerHourAt(Instant at) {
    if (at.isBefore(departedAt) || arrivedBy(at)) {
      return 0;
    }
    return travel.distanceMetres() / Math.max(1, travel.median().toMillis()) * 3600;
  }

  /** Compass direction of the leg travelled: degrees clockwise from north, 0 to 360. */
  public double headingDegreesAt(Instant at) {
    int leg = spotAt(at).leg();
    Position a = path.get(leg);
    Position b = path.get(leg + 1);
    double east = (b.longitude() - a.longitude()) * Math.cos(Math.toRadians(a.latitude()));
    double north = b.latitude() - a.latitude();
    return (Math.toDegrees(Math.atan2(east, north)) + 360) % 360;
  }

  /** How far along the path: the leg between two positions, and the share of it behind. */
  private record Spot(int leg, double share) {}

  private Spot spotAt(Instant at) {
    int last = path.size() - 2;
    if (arrivedBy(at)) {
      return new Spot(last, 1);
    }
    double whole = 0;
    for (int leg = 0; leg <= last; leg++) {
      whole += path.get(leg).metresTo(path.get(leg + 1));
    }
    long since = Math.max(0, Duration.between(departedAt, at).toMillis());
    double left = whole * since / Math.max(1, travel.median().toMillis());
    for (int leg = 0; leg <= last; leg++) {
      double length = path.get(leg).metresTo(path.get(leg + 1));
      if (left < length || leg == last) {
        return new Spot(leg, length == 0 ? 1 : Math.clamp(left / length, 0, 1));
      }
      left -= length;
    }
    throw new IllegalStateException("a path of " + path.size() + " positions has no leg");
  }
}
