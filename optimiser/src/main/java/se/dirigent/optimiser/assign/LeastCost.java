package se.dirigent.optimiser.assign;

/**
 * An assignment of least total cost, with the prices that prove it: no pair costs less than its
 * row's and column's prices together, and each chosen pair costs exactly that. By weak duality no
 * other assignment is cheaper.
 */
public final class LeastCost {
  /** Stands for "left without". */
  public static final int NONE = -1;

  private final int[] columnOf;
  private final double[] rowPrice;
  private final double[] columnPrice;
  private final double total;

  LeastCost(int[] columnOf, double[] rowPrice, double[] columnPrice, double total) {
    this.columnOf = columnOf;
    this.rowPrice = rowPrice;
    this.columnPrice = columnPrice;
    this.total = total;
  }

  /** The row's column, or {@link #NONE} when it is left without. */
  public int columnOf(int row) {
    return columnOf[row];
  }

  /** What having the row in the table adds to the total. */
  public double rowPrice(int row) {
    return rowPrice[row];
  }

  /** Never above zero: minus what the others would pay to have the column free; 0 when unused. */
  public double columnPrice(int column) {
    return columnPrice[column];
  }

  /** Cost of the chosen pairs and of rows left without. */
  public double total() {
    return total;
  }
}
