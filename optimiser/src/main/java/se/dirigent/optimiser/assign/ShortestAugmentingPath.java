package se.dirigent.optimiser.assign;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Solves a {@link CostTable} to the optimum. Each row is added by the cheapest chain of exchanges
 * (Dijkstra over reduced costs), after a first round in which rows take their cheapest column while
 * it is free.
 *
 * <p>Source: R. Jonker and A. Volgenant, A shortest augmenting path algorithm for dense and sparse
 * linear assignment problems, Computing 38, 1987, pp. 325–340. The price of leaving a row without
 * is a column of its own that only that row may have. Work at most rows² × log, memory rows × rows.
 */
public final class ShortestAugmentingPath {
  private static final int NONE = LeastCost.NONE;

  /** Stands for a row's own column, the one that leaves it without. */
  private static final int LEFT = -2;

  private final CostTable table;
  private final int[] columnOf;
  private final int[] rowOf;
  private final double[] rowPrice;
  private final double[] columnPrice;

  // Of the search under way.
  private final double[] distance;
  private final int[] from;
  private final int[] stamp;
  private final boolean[] settled;
  private final int[] settledColumns;
  private int settledCount;
  private int round;

  private ShortestAugmentingPath(CostTable table) {
    this.table = table;
    this.columnOf = new int[table.rows()];
    this.rowOf = new int[table.columns()];
    this.rowPrice = new double[table.rows()];
    this.columnPrice = new double[table.columns()];
    this.distance = new double[table.columns()];
    this.from = new int[table.columns()];
    this.stamp = new int[table.columns()];
    this.settled = new boolean[table.columns()];
    this.settledColumns = new int[table.rows() + 1];
    Arrays.fill(columnOf, NONE);
    Arrays.fill(rowOf, NONE);
  }

  /** The assignment of least total cost. */
  public static LeastCost solve(CostTable table) {
    var solver = new ShortestAugmentingPath(table);
    for (int row = 0; row < table.rows(); row++) {
      solver.takeCheapest(row);
    }
    for (int row = 0; row < table.rows(); row++) {
      if (solver.columnOf[row] == NONE) {
        solver.augment(row);
      }
    }
    return solver.result();
  }

  private void takeCheapest(int row) {
    int[] columns = table.column(row);
    double leave = table.leave(row);
    if (columns.length == 0 || table.cost(row)[0] >= leave) {
      rowPrice[row] = leave;
      columnOf[row] = LEFT;
      return;
    }
    rowPrice[row] = table.cost(row)[0];
    if (rowOf[columns[0]] == NONE) {
      match(row, columns[0]);
    }
  }

  private void match(int row, int column) {
    columnOf[row] = column;
    rowOf[column] = row;
  }

  /** A column reached at a distance; stale ones are skipped when they come up. */
  private record Reached(double distance, int column) implements Comparable<Reached> {
    @Override
    public int compareTo(Reached other) {
      int byDistance = Double.compare(distance, other.distance);
      return byDistance != 0 ? byDistance : Integer.compare(column, other.column);
    }
  }

  private void augment(int start) {
    round++;
    settledCount = 0;
    var queue = new PriorityQueue<Reached>();
    double best = Double.POSITIVE_INFINITY;
    int bestLeft = NONE;
    int end = NONE;
    int row = start;
    double at = 0;
    while (true) {
      double left = at + table.leave(row) - rowPrice[row];
      if (left < best) {
        best = left;
        bestLeft = row;
      }
      relax(row, at, best, queue);
      int next = nextColumn(queue, best);
      if (next == NONE) {
        break;
      }
      at = distance[next];
      if (rowOf[next] == NONE) {
        best = at;
        end = next;
        break;
      }
      settled[next] = true;
      settledColumns[settledCount++] = next;
      row = rowOf[next];
    }
    reprice(start, best);
    exchange(start, end, bestLeft);
  }

  /** Offers the row's columns; those that cannot beat the best end known are not looked at. */
  private void relax(int row, double at, double best, PriorityQueue<Reached> queue) {
    int[] columns = table.column(row);
    double[] costs = table.cost(row);
    for (int i = 0; i < columns.length; i++) {
      double unpriced = at + costs[i] - rowPrice[row];
      if (unpriced >= best) {
        return; // Costs rise along the row, and a column's price never makes a pair cheaper.
      }
      int column = columns[i];
      double through = unpriced - columnPrice[column];
      boolean known = stamp[column] == round;
      if (through < best && !(known && (settled[column] || distance[column] <= through))) {
        stamp[column] = round;
        settled[column] = false;
        distance[column] = through;
        from[column] = row;
        queue.add(new Reached(through, column));
      }
    }
  }

  private int nextColumn(PriorityQueue<Reached> queue, double best) {
    while (!queue.isEmpty()) {
      Reached r = queue.remove();
      if (r.distance() >= best) {
        return NONE;
      }
      if (!settled[r.column()] && r.distance() == distance[r.column()]) {
        return r.column();
      }
    }
    return NONE;
  }

  /** Keeps every pair at or above its prices, and those on the chain exactly at them. */
  private void reprice(int start, double length) {
    rowPrice[start] += length;
    for (int i = 0; i < settledCount; i++) {
      int column = settledColumns[i];
      double gain = length - distance[column];
      rowPrice[rowOf[column]] += gain;
      columnPrice[column] -= gain;
    }
  }

  /** Moves everybody one step along the chain, from its end back to the row that was added. */
  private void exchange(int start, int end, int bestLeft) {
    int row = end == NONE ? bestLeft : from[end];
    int given = end == NONE ? LEFT : end;
    while (true) {
      int had = columnOf[row];
      columnOf[row] = given;
      if (given != LEFT) {
        rowOf[given] = row;
      }
      if (row == start) {
        return;
      }
      given = had;
      row = from[had];
    }
  }

  private LeastCost result() {
    double total = 0;
    int[] answer = new int[columnOf.length];
    for (int row = 0; row < answer.length; row++) {
      int column = columnOf[row];
      answer[row] = column == LEFT ? NONE : column;
      total += column == LEFT ? table.leave(row) : table.costOf(row, column);
    }
    return new LeastCost(answer, rowPrice, columnPrice, total);
  }
}
