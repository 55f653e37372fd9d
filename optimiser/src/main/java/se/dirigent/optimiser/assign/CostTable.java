package se.dirigent.optimiser.assign;

import java.util.Arrays;

/**
 * What each pair costs. Rows are those who wait, columns those who may be given; a row may also be
 * left without, at a price of its own.
 *
 * <p>Only the cheapest pairs of each row are kept, as many as there are rows. That loses nothing:
 * if a row were given a column beyond those, one of its own cheapest would be free, for the other
 * rows hold one fewer than that, and the exchange would cost no more.
 */
public final class CostTable {
  /** More waiting cases than this is mass casualty, which is distributed by other means. */
  public static final int ROWS_MAX = 2_000;

  private final int columns;
  private final double[] leave;
  private final int[][] column;
  private final double[][] cost;

  /**
   * An empty table.
   *
   * @param columns how many columns there are
   * @param leave per row: the price of being left without; finite
   */
  public CostTable(int columns, double[] leave) {
    if (leave.length > ROWS_MAX) {
      throw new IllegalArgumentException(
          "the table has " + leave.length + " rows; give " + ROWS_MAX + " at most");
    }
    for (double price : leave) {
      requireFinite("leave", price);
    }
    this.columns = columns;
    this.leave = leave.clone();
    this.column = new int[leave.length][0];
    this.cost = new double[leave.length][0];
  }

  /**
   * Sets a row.
   *
   * @param costs per column; positive infinity forbids the pair
   */
  public void set(int row, double[] costs) {
    if (costs.length != columns) {
      throw new IllegalArgumentException(
          "row " + row + " has " + costs.length + " costs; give one for each of " + columns);
    }
    int[] all = new int[columns];
    Arrays.setAll(all, c -> c);
    set(row, all, columns, costs);
  }

  /**
   * Sets a row of which only some pairs are known; the others are forbidden.
   *
   * @param known columns whose costs are known; reordered
   * @param count how many of them
   * @param costs by column
   */
  void set(int row, int[] known, int count, double[] costs) {
    int allowed = 0;
    for (int i = 0; i < count; i++) {
      if (costs[known[i]] != Double.POSITIVE_INFINITY) {
        requireFinite("cost of row " + row, costs[known[i]]);
        known[allowed++] = known[i];
      }
    }
    int keep = Math.min(allowed, leave.length);
    Cheapest.first(known, allowed, keep, costs);
    column[row] = Arrays.copyOf(known, keep);
    cost[row] = new double[keep];
    for (int i = 0; i < keep; i++) {
      cost[row][i] = costs[column[row][i]];
    }
  }

  /** How many rows. */
  public int rows() {
    return leave.length;
  }

  /** How many columns. */
  public int columns() {
    return columns;
  }

  /** Price of leaving the row without. */
  public double leave(int row) {
    return leave[row];
  }

  /** Columns of the row's kept pairs, the cheapest first. */
  int[] column(int row) {
    return column[row];
  }

  /** Costs of the row's kept pairs, the cheapest first. */
  double[] cost(int row) {
    return cost[row];
  }

  /** Cost of a kept pair. */
  double costOf(int row, int wanted) {
    for (int i = 0; i < column[row].length; i++) {
      if (column[row][i] == wanted) {
        return cost[row][i];
      }
    }
    throw new IllegalStateException("row " + row + " was given a column it cannot have: " + wanted);
  }

  private static void requireFinite(String what, double value) {
    if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(what + " is " + value + "; give a finite number");
    }
  }
}
