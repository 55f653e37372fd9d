package se.dirigent.core.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundaryTest {
  /** Two degrees each way, with a lake in the middle and an island apart. */
  private static final Boundary COUNTY =
      new Boundary(
          List.of(
              List.of(square(62, 14, 64, 16), square(62.9, 14.9, 63.1, 15.1)),
              List.of(square(63, 17, 63.2, 17.2))));

  private static List<Position> square(double south, double west, double north, double east) {
    return List.of(
        new Position(south, west),
        new Position(south, east),
        new Position(north, east),
        new Position(north, west));
  }

  @Test
  void s01InsideAndOutside() {
    assertTrue(COUNTY.contains(new Position(62.5, 14.5)));
    assertFalse(COUNTY.contains(new Position(61.9, 15)));
    assertFalse(COUNTY.contains(new Position(63, 13.9)));
    assertFalse(COUNTY.contains(new Position(-63, 15)));
  }

  @Test
  void s02AHoleIsOutside() {
    assertFalse(COUNTY.contains(new Position(63, 15)));
    assertTrue(COUNTY.contains(new Position(63, 14.85)));
  }

  @Test
  void s03AnIslandBelongs() {
    assertTrue(COUNTY.contains(new Position(63.1, 17.1)));
    assertFalse(COUNTY.contains(new Position(63.1, 16.5)));
  }

  @Test
  void s04ARingMayRepeatItsFirstPosition() {
    List<Position> open = square(62, 14, 64, 16);
    List<Position> closed = IntStream.rangeClosed(0, 4).mapToObj(i -> open.get(i % 4)).toList();
    Boundary boundary = new Boundary(List.of(List.of(closed)));
    assertTrue(boundary.contains(new Position(63, 15)));
    assertFalse(boundary.contains(new Position(63, 17)));
    assertFalse(boundary.containsWithin(new Position(61.99, 15), 1000));
    assertTrue(boundary.containsWithin(new Position(61.995, 15), 1000));
  }

  @Test
  void s05ToleranceReachesOutFromEveryEdge() {
    // 0.01° of latitude is 1 112 m; at 63° N a degree of longitude is 50.5 km.
    Position south = new Position(61.99, 15);
    assertTrue(COUNTY.containsWithin(south, 1_113));
    assertFalse(COUNTY.containsWithin(south, 1_111));
    Position east = new Position(63.5, 16.02);
    assertTrue(COUNTY.containsWithin(east, 1_000));
    assertFalse(COUNTY.containsWithin(east, 980));
  }

  @Test
  void s06ToleranceReachesIntoAHoleAndRoundACorner() {
    assertFalse(COUNTY.containsWithin(new Position(63, 15), 4_000));
    assertTrue(COUNTY.containsWithin(new Position(63, 15), 5_100));
    Position corner = new Position(61.99, 13.98);
    double distance = corner.metresTo(new Position(62, 14));
    assertTrue(COUNTY.containsWithin(corner, distance + 2));
    assertFalse(COUNTY.containsWithin(corner, distance - 2));
  }

  @Test
  void s07AnEmptyBoundaryHoldsNothing() {
    assertFalse(new Boundary(List.of()).containsWithin(new Position(63, 15), 1e9));
    assertFalse(new Boundary(List.of(List.of(List.of()))).contains(new Position(63, 15)));
  }

  @Test
  void s08AManyCorneredRingAgreesWithItsCircle() {
    Position centre = new Position(63, 15);
    double shrink = Math.cos(Math.toRadians(63));
    List<Position> ring =
        IntStream.range(0, 360)
            .mapToObj(i ->
                new Position(
                    63 + 0.5 * Math.sin(Math.toRadians(i)),
                    15 + 0.5 / shrink * Math.cos(Math.toRadians(i))))
            .toList();
    Boundary circle = new Boundary(List.of(List.of(ring)));
    SplittableRandom random = new SplittableRandom(8);
    for (int n = 0; n < 20_000; n++) {
      double north = random.nextDouble(-0.8, 0.8);
      double east = random.nextDouble(-0.8, 0.8);
      double radius = Math.hypot(north, east);
      Position p = new Position(centre.latitude() + north, centre.longitude() + east / shrink);
      if (Math.abs(radius - 0.5) > 0.001) {
        assertEquals(radius < 0.5, circle.contains(p), () -> "position " + p);
      }
    }
  }
}
