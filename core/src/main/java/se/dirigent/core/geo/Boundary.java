package se.dirigent.core.geo;

import java.util.List;

/**
 * The outline of an area: several polygons, each an outer ring and the holes in it. Longitude and
 * latitude are taken as plane coordinates, which is right for outlines that do not cross the date
 * line or a pole.
 *
 * @param polygons each a list of rings, the first the outer one; a ring is a list of positions
 *     whose last need not repeat the first
 */
public record Boundary(List<List<List<Position>>> polygons) {
  /** Metres in a degree of latitude, mean. */
  private static final double METRES_PER_DEGREE = 111_195;

  public Boundary {
    polygons = polygons.stream().map(rings -> rings.stream().map(List::copyOf).toList()).toList();
  }

  /** Whether the position lies inside (even–odd rule). */
  public boolean contains(Position p) {
    return polygons.stream()
        .anyMatch(rings -> rings.stream().filter(ring -> crossesOdd(ring, p)).count() % 2 == 1);
  }

  /** Whether the position lies inside, or outside by no more than the given distance in metres. */
  public boolean containsWithin(Position p, double toleranceMetres) {
    return contains(p) || metresToEdge(p) <= toleranceMetres;
  }

  private static boolean crossesOdd(List<Position> ring, Position p) {
    boolean odd = false;
    for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      Position a = ring.get(i);
      Position b = ring.get(j);
      if (a.latitude() > p.latitude() != b.latitude() > p.latitude()) {
        double share = (p.latitude() - a.latitude()) / (b.latitude() - a.latitude());
        if (p.longitude() < a.longitude() + share * (b.longitude() - a.longitude())) {
          odd = !odd;
        }
      }
    }
    return odd;
  }

  private double metresToEdge(Position p) {
    double nearest = Double.POSITIVE_INFINITY;
    for (List<List<Position>> rings : polygons) {
      for (List<Position> ring : rings) {
        for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
          nearest = Math.min(nearest, metresToSegment(p, ring.get(j), ring.get(i)));
        }
      }
    }
    return nearest;
  }

  /** Distance in the local plane around p: exact enough for tolerances of some kilometres. */
  private static double metresToSegment(Position p, Position a, Position b) {
    double east = METRES_PER_DEGREE * Math.cos(Math.toRadians(p.latitude()));
    double ax = (a.longitude() - p.longitude()) * east;
    double ay = (a.latitude() - p.latitude()) * METRES_PER_DEGREE;
    double dx = (b.longitude() - p.longitude()) * east - ax;
    double dy = (b.latitude() - p.latitude()) * METRES_PER_DEGREE - ay;
    double length2 = dx * dx + dy * dy;
    double t = length2 == 0 ? 0 : Math.clamp(-(ax * dx + ay * dy) / length2, 0, 1);
    return Math.hypot(ax + t * dx, ay + t * dy);
  }
}
