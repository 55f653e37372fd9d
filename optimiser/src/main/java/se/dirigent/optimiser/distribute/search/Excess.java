package se.dirigent.optimiser.distribute.search;

import java.util.random.RandomGenerator;

/**
 * Where a plan is dearer than its bound. The whole of it is what vehicles' tours cost by the prices
 * more than the best tours would, and the price of rooms not used up (where everybody is placed):
 * that is where rebuilding pays.
 */
final class Excess {
  private final Grid grid;
  private final RouteValues values;

  // Sums up to and with each vehicle, and each row.
  private final double[] ofVehicles;
  private final double[] ofRows;

  Excess(Grid grid, RouteValues values) {
    this.grid = grid;
    this.values = values;
    this.ofVehicles = new double[grid.fleet.vehicleKind.length];
    this.ofRows = new double[grid.room.length];
  }

  /** Weighs a plan, by the prices that the tables are set to. */
  void weigh(Tours tours) {
    double sum = 0;
    for (int v = 0; v < ofVehicles.length; v++) {
      int state = values.begin(v);
      double best = state < 0 ? 0 : values.value[grid.fleet.vehicleKind[v]][state];
      sum += Math.max(0, values.cost(tours.runs(v)) - best);
      ofVehicles[v] = sum;
    }
    sum = 0;
    for (int row = 0; row < ofRows.length; row++) {
      sum += tours.room[row] > 0 ? values.price(row) * tours.room[row] : 0;
      ofRows[row] = sum;
    }
  }

  /** A vehicle by chance, the dearer the likelier; -1 when none is dear. */
  int vehicle(RandomGenerator random) {
    return drawn(ofVehicles, random);
  }

  /** A row with room that has its price, by chance; -1 when there is none. */
  int row(RandomGenerator random) {
    return drawn(ofRows, random);
  }

  private static int drawn(double[] sums, RandomGenerator random) {
    if (sums.length == 0 || sums[sums.length - 1] <= 0) {
      return -1;
    }
    double at = random.nextDouble() * sums[sums.length - 1];
    int low = 0;
    int high = sums.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sums[middle] > at) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
