package se.dirigent.server.journey;

import java.util.ArrayList;
import java.util.List;
import se.dirigent.core.geo.Position;

/**
 * Cells of about equal sides over a part of the map, few enough for a page to draw at once.
 *
 * @param west longitude of the middle of the first cell
 * @param south latitude of the middle of the first cell
 */
record Grid(double west, double south, double lonStep, double latStep, int columns, int rows) {
  /** Most cells: some sixty kilobytes on the line and a few milliseconds to draw. */
  static final int CELLS_MAX = 16_000;

  /** Half the side of the square around one place: nobody drives farther in half an hour. */
  private static final double AROUND_METRES = 75_000;

  private static final double METRES_PER_DEGREE = 111_195;

  /** The square around a place. */
  static Grid around(Position at) {
    double lat = AROUND_METRES / METRES_PER_DEGREE;
    double lon = lat / Math.cos(Math.toRadians(Math.clamp(at.latitude(), -80, 80)));
    return of(at.longitude() - lon, at.latitude() - lat, at.longitude() + lon, at.latitude() + lat);
  }

  /** A region: west, south, east and north. */
  static Grid over(List<Double> bounds) {
    return of(bounds.get(0), bounds.get(1), bounds.get(2), bounds.get(3));
  }

  private static Grid of(double west, double south, double east, double north) {
    double cosine = Math.cos(Math.toRadians((south + north) / 2));
    double width = (east - west) * cosine;
    double height = north - south;
    double side = Math.sqrt(width * height / CELLS_MAX);
    int columns = Math.max(2, (int) (width / side));
    int rows = Math.max(2, Math.min(CELLS_MAX / columns, (int) (height / side)));
    return new Grid(west, south, (east - west) / (columns - 1), height / (rows - 1), columns, rows);
  }

  /** The middles of all cells, row by row. */
  List<Position> cells() {
    List<Position> cells = new ArrayList<>(columns * rows);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        cells.add(new Position(south + row * latStep, west + column * lonStep));
      }
    }
    return cells;
  }
}
