package se.dirigent.optimiser.assign;

import java.util.Arrays;

/**
 * One row's costs, found out only as far as they matter: asking the way of a whole country's units
 * for each case would take longer than solving. The nearest are priced first; after each solution
 * those are priced too that might cost less than the row's price, by a bound that no vehicle beats.
 * When none is left, no pair that was never priced can better the solution.
 */
final class Shortlist {
  /** Nearest ones priced at the start: a few more than a case usually competes for. */
  private static final int FIRST = 48;

  /** The first solutions know too few and ask for too much; so the limit grows by steps. */
  private static final double STEP = 2;

  private final double[] least;
  private final double urgency;
  private final Pairs pairs;
  private final double[] cost;
  private final double[] bound;
  private int[] priced = new int[4 * FIRST];
  private int pricedCount;
  private double limit;

  /** What is asked about the row's pairs. */
  interface Pairs {
    /** The cost; positive infinity for a pair that must not be. */
    double cost(int column);

    /** A lower bound of it, given one of the journey in seconds. */
    double atLeast(int column, double travelLeast);
  }

  /**
   * A row.
   *
   * @param least at most the seconds of each column's journey
   * @param urgency cost of a second of journey, at least
   */
  Shortlist(double[] least, double urgency, Pairs pairs) {
    this.least = least;
    this.urgency = urgency;
    this.pairs = pairs;
    this.cost = new double[least.length];
    this.bound = new double[least.length];
    Arrays.fill(cost, Double.NaN);
    Arrays.fill(bound, Double.NaN);
    int[] nearest = new int[least.length];
    Arrays.setAll(nearest, i -> i);
    int first = Math.min(FIRST, least.length);
    Cheapest.first(nearest, least.length, first, least);
    for (int i = 0; i < first; i++) {
      price(nearest[i]);
      limit = least[nearest[i]] * urgency;
    }
    limit = Math.max(1, limit);
  }

  /**
   * Prices columns that might cost less than the row's price, the likelier first; false when there
   * is none left.
   */
  boolean extend(double rowPrice) {
    limit = Math.min(rowPrice, Math.max(limit, 1) * STEP);
    boolean more = false;
    for (int column = 0; column < cost.length; column++) {
      if (least[column] * urgency < limit && Double.isNaN(cost[column]) && bound(column) < limit) {
        price(column);
        more |= cost[column] < rowPrice;
      }
    }
    return more || limit < rowPrice;
  }

  /** Sets the table's row to the costs found out. */
  void fill(CostTable table, int row) {
    table.set(row, Arrays.copyOf(priced, pricedCount), pricedCount, cost);
  }

  private double bound(int column) {
    if (Double.isNaN(bound[column])) {
      bound[column] = pairs.atLeast(column, least[column]);
    }
    return bound[column];
  }

  private void price(int column) {
    cost[column] = pairs.cost(column);
    if (pricedCount == priced.length) {
      priced = Arrays.copyOf(priced, 2 * pricedCount);
    }
    priced[pricedCount++] = column;
  }
}
