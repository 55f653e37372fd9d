package se.dirigent.routing.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.drive.RoadKind;

/**
 * Finds the road nearest to a position: every road stands in each cell of a grid that it passes,
 * and cells are searched outwards in rings. Immutable.
 */
final class RoadIndex {
  private static final double METRES_PER_DEGREE = 111_195;

  /** Most cells of a grid; four million hold the roads of a country a few to a cell. */
  private static final int CELLS_MAX = 4_000_000;

  private final Roads roads;
  private final double south;
  private final double west;
  private final double latStep;
  private final double lonStep;
  private final int rows;
  private final int columns;
  private final int[] first;
  private final int[] road;

  RoadIndex(Roads roads) {
    this.roads = roads;
    Bounds bounds = Bounds.of(roads);
    this.south = bounds.south();
    this.west = bounds.west();
    int cells = Math.clamp(2L * roads.count(), 1, CELLS_MAX);
    double area = Math.max(1e-9, bounds.height() * bounds.width() / 2);
    this.latStep = Math.max(0.001, Math.sqrt(area / cells));
    this.lonStep = 2 * latStep;
    this.rows = 1 + (int) (bounds.height() / latStep);
    this.columns = 1 + (int) (bounds.width() / lonStep);
    int[] counts = new int[rows * columns + 1];
    for (int r = 0; r < roads.count(); r++) {
      walk(r, cell -> counts[cell + 1]++);
    }
    for (int cell = 0; cell < rows * columns; cell++) {
      counts[cell + 1] += counts[cell];
    }
    this.first = counts.clone();
    this.road = new int[counts[rows * columns]];
    for (int r = 0; r < roads.count(); r++) {
      int current = r;
      walk(r, cell -> road[counts[cell]++] = current);
    }
  }

  /** The corners of all nodes. */
  private record Bounds(double south, double west, double height, double width) {
    static Bounds of(Roads roads) {
      float south = Float.MAX_VALUE;
      float west = Float.MAX_VALUE;
      float north = -Float.MAX_VALUE;
      float east = -Float.MAX_VALUE;
      for (int v = 0; v < roads.nodes(); v++) {
        south = Math.min(south, roads.latitude()[v]);
        north = Math.max(north, roads.latitude()[v]);
        west = Math.min(west, roads.longitude()[v]);
        east = Math.max(east, roads.longitude()[v]);
      }
      return new Bounds(south, west, Math.max(0, north - south), Math.max(0, east - west));
    }
  }

  /** Tells each cell a road passes, once; a ferry is boarded at its ends alone. */
  private void walk(int r, IntConsumer cell) {
    double latA = roads.latitude()[roads.from()[r]];
    double lonA = roads.longitude()[roads.from()[r]];
    double latB = roads.latitude()[roads.to()[r]];
    double lonB = roads.longitude()[roads.to()[r]];
    double span = Math.max(Math.abs(latB - latA) / latStep, Math.abs(lonB - lonA) / lonStep);
    int steps = roads.kindOf(r) == RoadKind.FERRY ? 1 : 1 + (int) (3 * span);
    int last = -1;
    for (int i = 0; i <= steps; i++) {
      double share = (double) i / steps;
      int now = cell(row(latA + share * (latB - latA)), column(lonA + share * (lonB - lonA)));
      if (now != last) {
        cell.accept(now);
        last = now;
      }
    }
  }

  private int row(double latitude) {
    return Math.clamp((long) Math.floor((latitude - south) / latStep), 0, rows - 1);
  }

  private int column(double longitude) {
    return Math.clamp((long) Math.floor((longitude - west) / lonStep), 0, columns - 1);
  }

  private int cell(int row, int column) {
    return row * columns + column;
  }

  /**
   * The nearest place on a road.
   *
   * @param metresMax how far to look, in metres
   * @param open roads to consider
   */
  Optional<RoadSpot> find(Position at, double metresMax, IntPredicate open) {
    double lonMetres = METRES_PER_DEGREE * StrictMath.cos(Math.toRadians(at.latitude()));
    double cellMetres = Math.min(latStep * METRES_PER_DEGREE, lonStep * lonMetres);
    int row = row(at.latitude());
    int column = column(at.longitude());
    Nearest nearest = new Nearest(at, lonMetres, metresMax);
    int ringMax = Math.max(rows, columns);
    for (int ring = 0; ring <= ringMax; ring++) {
      // A ring further out cannot hold anything nearer than the ring before it is wide.
      if ((ring - 1) * cellMetres > nearest.metres) {
        break;
      }
      ring(row, column, ring, nearest, open);
    }
    return nearest.spot();
  }

  /** The roads that cross any part of a line, each once, in order of number. */
  List<Integer> crossing(List<Position> line) {
    BitSet met = new BitSet();
    for (int i = 0; i + 1 < line.size(); i++) {
      Position p = line.get(i);
      Position q = line.get(i + 1);
      near(List.of(p, q), r -> crosses(r, p, q), met);
    }
    return met.stream().boxed().toList();
  }

  /** The roads in or partly in the area with these corners, each once, in order of number. */
  List<Integer> within(List<Position> corners) {
    List<Position> ring = new ArrayList<>(corners);
    ring.add(corners.getFirst());
    BitSet met = new BitSet();
    crossing(ring).forEach(met::set);
    // What crosses no side is inside with both ends or with none.
    near(corners, r -> inside(corners, along(r, 0)), met);
    return met.stream().boxed().toList();
  }

  /** Marks the roads in the cells around some positions that a test holds of. */
  private void near(List<Position> around, IntPredicate test, BitSet met) {
    DoubleSummaryStatistics lat =
        around.stream().mapToDouble(Position::latitude).summaryStatistics();
    DoubleSummaryStatistics lon =
        around.stream().mapToDouble(Position::longitude).summaryStatistics();
    for (int y = row(lat.getMin()); y <= row(lat.getMax()); y++) {
      for (int x = column(lon.getMin()); x <= column(lon.getMax()); x++) {
        for (int k = first[cell(y, x)]; k < first[cell(y, x) + 1]; k++) {
          if (!met.get(road[k]) && test.test(road[k])) {
            met.set(road[k]);
          }
        }
      }
    }
  }

  /** Even–odd rule. */
  private static boolean inside(List<Position> corners, Position p) {
    boolean odd = false;
    for (int i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
      Position a = corners.get(i);
      Position b = corners.get(j);
      if (a.latitude() > p.latitude() != b.latitude() > p.latitude()) {
        double share = (p.latitude() - a.latitude()) / (b.latitude() - a.latitude());
        odd ^= p.longitude() < a.longitude() + share * (b.longitude() - a.longitude());
      }
    }
    return odd;
  }

  private boolean crosses(int r, Position p, Position q) {
    Position a = along(r, 0);
    Position b = along(r, 1);
    return side(p, q, a) * side(p, q, b) <= 0 && side(a, b, p) * side(a, b, q) <= 0;
  }

  /** Which side of the line from a to b a position is on: the sign of the triangle's area. */
  private static double side(Position a, Position b, Position c) {
    return (b.longitude() - a.longitude()) * (c.latitude() - a.latitude())
        - (b.latitude() - a.latitude()) * (c.longitude() - a.longitude());
  }

  private void ring(int row, int column, int ring, Nearest nearest, IntPredicate open) {
    for (int y = Math.max(0, row - ring); y <= Math.min(rows - 1, row + ring); y++) {
      boolean edge = Math.abs(y - row) == ring;
      int step = edge || ring == 0 ? 1 : 2 * ring;
      for (int x = column - ring; x <= column + ring; x += step) {
        if (x >= 0 && x < columns) {
          for (int i = first[cell(y, x)]; i < first[cell(y, x) + 1]; i++) {
            if (open.test(road[i])) {
              nearest.consider(road[i]);
            }
          }
        }
      }
    }
  }

  /** The best found so far, on a plane around the position: good to a metre in a kilometre. */
  private final class Nearest {
    private final Position at;
    private final double lonMetres;
    private double metres;
    private int best = -1;
    private double share;

    Nearest(Position at, double lonMetres, double metresMax) {
      this.at = at;
      this.lonMetres = lonMetres;
      this.metres = metresMax;
    }

    void consider(int r) {
      int a = roads.from()[r];
      int b = roads.to()[r];
      double ax = (roads.longitude()[a] - at.longitude()) * lonMetres;
      double ay = (roads.latitude()[a] - at.latitude()) * METRES_PER_DEGREE;
      double dx = (roads.longitude()[b] - at.longitude()) * lonMetres - ax;
      double dy = (roads.latitude()[b] - at.latitude()) * METRES_PER_DEGREE - ay;
      double squared = dx * dx + dy * dy;
      double along = squared == 0 ? 0 : Math.clamp(-(ax * dx + ay * dy) / squared, 0, 1);
      if (roads.kindOf(r) == RoadKind.FERRY) {
        along = Math.rint(along);
      }
      double found = Math.hypot(ax + along * dx, ay + along * dy);
      if (found < metres) {
        metres = found;
        best = r;
        share = along;
      }
    }

    Optional<RoadSpot> spot() {
      if (best < 0) {
        return Optional.empty();
      }
      return Optional.of(new RoadSpot(best, share, along(best, share), metres));
    }
  }

  private Position along(int r, double share) {
    int a = roads.from()[r];
    int b = roads.to()[r];
    return new Position(
        roads.latitude()[a] + share * (roads.latitude()[b] - roads.latitude()[a]),
        roads.longitude()[a] + share * (roads.longitude()[b] - roads.longitude()[a]));
  }
}
