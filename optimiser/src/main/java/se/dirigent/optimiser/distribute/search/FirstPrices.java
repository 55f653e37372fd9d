package se.dirigent.optimiser.distribute.search;

import java.util.Arrays;

/** Prices to begin with, as a first plan shows what is scarce. */
final class FirstPrices {
  private final Grid grid;
  private final int groups;

  FirstPrices(Grid grid) {
    this.grid = grid;
    this.groups = grid.groupClass.length;
  }

  /** Everybody is worth what being left costs, and rooms are free. */
  double[] mostWorth() {
    double[] prices = new double[groups + grid.room.length];
    for (int g = 0; g < groups; g++) {
      prices[g] = grid.unplacedHarm[grid.category(grid.groupClass[g])];
    }
    return prices;
  }

  /** As if there were room enough: rooms are free, and fetching is worth what treatment costs. */
  double[] ofPlenty(Tours plan) {
    double[] prices = mostWorth();
    worth(plan, prices);
    return prices;
  }

  /**
   * As if need were beyond room: fetching somebody of whom others are left is worth all of that,
   * and rooms that were used up while they were wanted take it back.
   */
  double[] ofNeed(Tours plan) {
    double[] prices = mostWorth();
    int width = grid.width;
    for (int k = 0; k < grid.classPlace.length; k++) {
      if (plan.leftOfClass[k] == 0) {
        continue;
      }
      int category = grid.category(k);
      int[] soonest = soonest(k);
      for (int slot = 0; slot < grid.hospitals * grid.hours; slot++) {
        int arrival = Math.max(slot % grid.hours * grid.hour, soonest[slot / grid.hours]);
        double spared =
            grid.unplacedHarm[category] - grid.harm[category][Math.min(arrival, grid.minutes - 1)];
        for (int row : grid.typeRows[grid.classType[k]]) {
          if (grid.room[slot * width + row] > 0 && plan.room[slot * width + row] == 0) {
            int at = groups + slot * width + row;
            prices[at] = Math.max(prices[at], spared);
            break;
          }
        }
      }
    }
    double[] left = prices.clone();
    worth(plan, prices);
    for (int g = 0; g < groups; g++) {
      prices[g] = plan.leftOfClass[grid.groupClass[g]] > 0 ? left[g] : prices[g];
    }
    return prices;
  }

  /** The first minute at which any vehicle can bring somebody of a class to each hospital. */
  private int[] soonest(int k) {
    int p = grid.classPlace[k];
    int ready = grid.groupReady[grid.classBegin[k]];
    int[] soonest = new int[grid.hospitals];
    Arrays.fill(soonest, grid.minutes);
    for (int v = 0; v < grid.fleet.vehicleKind.length; v++) {
      int kind = grid.fleet.vehicleKind[v];
      int begin = Math.max(ready, grid.fleet.first[v][p]);
      for (int h = 0; h < grid.hospitals && grid.carries(kind, k); h++) {
        long arrival = (long) begin + grid.fleet.load[kind] + grid.fleet.out(kind)[p][h];
        soonest[h] = (int) Math.min(soonest[h], arrival);
      }
    }
    return soonest;
  }

  /** What those of each class cost who were fetched, in the mean, with the rooms they took. */
  private void worth(Tours plan, double[] prices) {
    double[] sum = new double[grid.classPlace.length];
    int[] count = new int[sum.length];
    for (int v = 0; v < grid.fleet.vehicleKind.length; v++) {
      for (Run run : plan.runs(v)) {
        int slot = run.hospital() * grid.hours + run.arrival() / grid.hour;
        for (int g : run.groups()) {
          int k = grid.groupClass[g];
          int type = grid.classType[k];
          int treated = run.arrival() + grid.typeDelay[type][run.hospital()];
          sum[k] += grid.harm[grid.typeCategory[type]][treated];
          for (int row : grid.typeRows[type]) {
            sum[k] += prices[groups + slot * grid.width + row];
          }
          count[k]++;
        }
      }
    }
    for (int g = 0; g < groups; g++) {
      int k = grid.groupClass[g];
      double most = grid.unplacedHarm[grid.category(k)];
      prices[g] = count[k] == 0 ? most : Math.min(most, sum[k] / count[k]);
    }
  }
}
