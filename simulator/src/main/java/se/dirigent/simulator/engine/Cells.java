package se.dirigent.simulator.engine;

import java.util.Arrays;

/** Events in one array, linked to lists by number, so that none is an object. */
final class Cells {
  static final int NONE = -1;

  /** Moment, event, next cell, and one unused so that a cell never lies over two cache lines. */
  private static final int WIDTH = 4;

  private long[] cells = new long[WIDTH * 64];
  private int used;
  private int free = NONE;

  int take(long at, long what) {
    int cell = free;
    if (cell == NONE) {
      cell = used++;
      if (WIDTH * used > cells.length) {
        cells = Arrays.copyOf(cells, 2 * cells.length);
      }
    } else {
      free = next(cell);
    }
    int i = WIDTH * cell;
    cells[i] = at;
    cells[i + 1] = what;
    cells[i + 2] = NONE;
    return cell;
  }

  void free(int cell) {
    cells[WIDTH * cell + 2] = free;
    free = cell;
  }

  long at(int cell) {
    return cells[WIDTH * cell];
  }

  long what(int cell) {
    return cells[WIDTH * cell + 1];
  }

  int next(int cell) {
    return (int) cells[WIDTH * cell + 2];
  }

  void link(int cell, int next) {
    cells[WIDTH * cell + 2] = next;
  }
}
