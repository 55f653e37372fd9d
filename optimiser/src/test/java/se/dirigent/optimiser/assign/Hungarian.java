package se.dirigent.optimiser.assign;

import java.util.Arrays;

/**
 * Another way to the same total, to compare with: the dense Hungarian method with row and column
 * potentials over the full matrix, rows' own columns included.
 */
final class Hungarian {
  private static final double FORBIDDEN = 1e12;

  private Hungarian() {}

  static double total(double[][] costs, double[] leave) {
    int rows = costs.length;
    int real = costs[0].length;
    int columns = real + rows;
    double[] u = new double[rows + 1];
    double[] v = new double[columns + 1];
    int[] rowOf = new int[columns + 1];
    int[] way = new int[columns + 1];
    for (int row = 1; row <= rows; row++) {
      rowOf[0] = row;
      int column = 0;
      double[] least = new double[columns + 1];
      Arrays.fill(least, Double.MAX_VALUE);
      boolean[] used = new boolean[columns + 1];
      do {
        used[column] = true;
        int i = rowOf[column];
        int next = 0;
        double delta = Double.MAX_VALUE;
        for (int j = 1; j <= columns; j++) {
          if (!used[j]) {
            double reduced = cost(costs, leave, i - 1, j - 1) - u[i] - v[j];
            if (reduced < least[j]) {
              least[j] = reduced;
              way[j] = column;
            }
            if (least[j] < delta) {
              delta = least[j];
              next = j;
            }
          }
        }
        for (int j = 0; j <= columns; j++) {
          if (used[j]) {
            u[rowOf[j]] += delta;
            v[j] -= delta;
          } else {
            least[j] -= delta;
          }
        }
        column = next;
      } while (rowOf[column] != 0);
      do {
        int previous = way[column];
        rowOf[column] = rowOf[previous];
        column = previous;
      } while (column != 0);
    }
    double total = 0;
    for (int j = 1; j <= columns; j++) {
      total += rowOf[j] == 0 ? 0 : cost(costs, leave, rowOf[j] - 1, j - 1);
    }
    return total;
  }

  private static double cost(double[][] costs, double[] leave, int row, int column) {
    int real = costs[row].length;
    if (column >= real) {
      return column - real == row ? leave[row] : FORBIDDEN;
    }
    return Math.min(costs[row][column], FORBIDDEN);
  }
}
