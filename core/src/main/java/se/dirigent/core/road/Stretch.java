package se.dirigent.core.road;

import java.util.List;
import java.util.Map;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.Position;

/**
 * The part of the roads that an obstacle is on.
 *
 * @param shape how the positions are meant
 * @param positions one for a point, 2–200 for a line, 3–200 corners for an area
 */
public record Stretch(Shape shape, List<Position> positions) {
  /** Most positions: more than anybody draws. */
  public static final int POSITIONS_MAX = 200;

  /** Longest line, in metres: the longest county is about as long; beyond it is a mistake. */
  public static final double METRES_MAX = 300_000;

  /** Shorter than this in metres a line is a double click. */
  private static final double METRES_MIN = 1;

  /** How positions say where. */
  public enum Shape {
    /** The road nearest to one position. */
    POINT,
    /** The road that runs through the positions, from the first to the last. */
    ALONG,
    /** Every road that the line through the positions crosses. */
    ACROSS,
    /** Every road that is in, or partly in, the area with these corners. */
    AREA
  }

  /**
   * Checks form and size.
   *
   * @throws Refused {@code obstacle.positions}, {@code obstacle.zeroLength} or {@code
   *     obstacle.length}
   */
  public Stretch {
    positions = List.copyOf(positions);
    int least =
        switch (shape) {
          case POINT -> 1;
          case ALONG, ACROSS -> 2;
          case AREA -> 3;
        };
    int most = shape == Shape.POINT ? 1 : POSITIONS_MAX;
    if (positions.size() < least || positions.size() > most) {
      throw new Refused(
          "obstacle.positions",
          "where.positions",
          Map.of("count", "" + positions.size(), "min", "" + least, "max", "" + most));
    }
    double metres = metres(positions);
    if (shape != Shape.POINT && metres < METRES_MIN || shape == Shape.AREA && flat(positions)) {
      throw new Refused("obstacle.zeroLength", "where.positions", Map.of());
    }
    if (metres > METRES_MAX) {
      throw new Refused(
          "obstacle.length",
          "where.positions",
          Map.of(
              "km",
              String.valueOf(Math.round(metres / 1000)),
              "max",
              String.valueOf(Math.round(METRES_MAX / 1000))));
    }
  }

  private static double metres(List<Position> line) {
    double metres = 0;
    for (int i = 0; i + 1 < line.size(); i++) {
      metres += line.get(i).metresTo(line.get(i + 1));
    }
    return metres;
  }

  /** Whether all corners stand on one line, by the shoelace formula. */
  private static boolean flat(List<Position> corners) {
    double twice = 0;
    for (int i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
      Position a = corners.get(j);
      Position b = corners.get(i);
      twice += a.longitude() * b.latitude() - b.longitude() * a.latitude();
    }
    return Math.abs(twice) < 1e-12;
  }
}
