package se.dirigent.optimiser.distribute.search;

import java.util.Arrays;
import se.dirigent.optimiser.distribute.Ways;

/**
 * What one place in a vehicle can earn on each journey at each minute, under prices: {@code harm −
 * what fetching is worth + price of the hospital's hour} of whom it pays best to take.
 */
final class Loads {
  /** Of a class that a hospital cannot take in that hour. */
  static final double NEVER = 1e15;

  private final Grid grid;

  /** Price by type, hospital and hour: index {@code hospital · hours + hour}. */
  final double[][] price;

  /** What fetching one more of a class is worth at a minute, by the groups that are ready. */
  final double[][] worth;

  /** The most that fetching one of a class is worth at any minute. */
  private final double[] worthMost;

  private final int[][] worthGroup;

  // Best of one place in the vehicle, by carriage: index (place · hospitals + hospital) · minutes
  // + minute when loading begins.
  final double[][] any;
  final double[][] sit;

  /** Hospitals that it can pay to go to, by carriage and place; the rest of each row is unused. */
  final int[][] goals;

  final int[][] goalCount;

  /** Of the prices last asked about: casualties fetched by group, intake by row. */
  final double[] fetched;

  final double[] used;

  Loads(Grid grid) {
    this.grid = grid;
    this.price = new double[grid.typeCategory.length][grid.hospitals * grid.hours];
    this.worth = new double[grid.classPlace.length][grid.minutes];
    this.worthMost = new double[grid.classPlace.length];
    this.worthGroup = new int[grid.classPlace.length][grid.minutes];
    int cells = grid.places * grid.hospitals * grid.minutes;
    this.any = new double[grid.fleet.carriageKind.length][cells];
    this.sit = new double[grid.fleet.carriageKind.length][cells];
    this.goals = new int[any.length][grid.places * grid.hospitals];
    this.goalCount = new int[any.length][grid.places];
    this.fetched = new double[grid.groupClass.length];
    this.used = new double[grid.room.length];
  }

  /**
   * Reckons all of it.
   *
   * @param prices what fetching one of each group is worth, then the price of each row of room
   */
  void reckon(double[] prices) {
    setPrices(prices, grid.groupClass.length);
    setWorths(prices);
    for (int carriage = 0; carriage < any.length; carriage++) {
      best(carriage);
    }
    Arrays.fill(fetched, 0);
    Arrays.fill(used, 0);
  }

  private void setPrices(double[] prices, int groups) {
    for (int type = 0; type < price.length; type++) {
      for (int slot = 0; slot < price[type].length; slot++) {
        double sum = 0;
        for (int k : grid.typeRows[type]) {
          int row = slot * grid.width + k;
          sum += grid.room[row] == 0 ? NEVER : prices[groups + row];
        }
        price[type][slot] = sum;
      }
    }
  }

  private void setWorths(double[] worths) {
    for (int k = 0; k < worth.length; k++) {
      int g = grid.classBegin[k];
      worthMost[k] = 0;
      double best = -NEVER;
      int group = g;
      for (int m = 0; m < grid.minutes; m++) {
        while (g < grid.classBegin[k + 1] && grid.groupReady[g] <= m) {
          if (worths[g] >= best) {
            best = worths[g];
            group = g;
          }
          g++;
        }
        worth[k][m] = best;
        worthMost[k] = Math.max(worthMost[k], best);
        worthGroup[k][m] = group;
      }
    }
  }

  /** For each journey and minute the best that one stretcher, or one seat, can carry. */
  private void best(int carriage) {
    int kind = grid.fleet.carriageKind[carriage];
    for (int p = 0; p < grid.places; p++) {
      int count = 0;
      for (int h = 0; h < grid.hospitals; h++) {
        int way = grid.fleet.out(kind)[p][h];
        int offset = (p * grid.hospitals + h) * grid.minutes;
        Arrays.fill(any[carriage], offset, offset + grid.minutes, 0);
        Arrays.fill(sit[carriage], offset, offset + grid.minutes, 0);
        if (way != Ways.NO_WAY && best(carriage, p, h, way + grid.fleet.load[kind])) {
          goals[carriage][p * grid.hospitals + count++] = h;
        }
      }
      goalCount[carriage][p] = count;
    }
  }

  /** Whether any class may pay on this journey. */
  private boolean best(int carriage, int p, int h, int duration) {
    int kind = grid.fleet.carriageKind[carriage];
    int offset = (p * grid.hospitals + h) * grid.minutes;
    boolean pays = false;
    for (int k : grid.classesAt[p]) {
      int type = grid.classType[k];
      int soonest = grid.groupReady[grid.classBegin[k]] + duration + grid.typeDelay[type][h];
      double[] harm = grid.harm[grid.typeCategory[type]];
      if (grid.carries(kind, k) && soonest < harm.length && harm[soonest] < worthMost[k]) {
        pays = true;
        best(any[carriage], offset, k, h, duration);
        if (!grid.classLies[k]) {
          best(sit[carriage], offset, k, h, duration);
        }
      }
    }
    return pays;
  }

  private void best(double[] into, int offset, int k, int h, int duration) {
    int type = grid.classType[k];
    double[] harm = grid.harm[grid.typeCategory[type]];
    double[] worthOf = worth[k];
    int shift = duration + grid.typeDelay[type][h];
    int end = grid.minutes - duration;
    int from = grid.groupReady[grid.classBegin[k]];
    for (int hour = (from + duration) / grid.hour; hour < grid.hours; hour++) {
      double base = price[type][h * grid.hours + hour];
      int begin = Math.max(from, hour * grid.hour - duration);
      int until = Math.min(end, (hour + 1) * grid.hour - duration);
      if (begin >= until || harm[begin + shift] >= worthMost[k]) {
        // Later it is worse still.
        return;
      }
      if (base < NEVER) {
        for (int m = begin; m < until; m++) {
          into[offset + m] = Math.min(into[offset + m], harm[m + shift] + base - worthOf[m]);
        }
      }
    }
  }

  /** What a full vehicle of a kind would gain, at most 0. */
  double gain(int kind, int place, int hospital, int minute, int arrival) {
    int carriage = grid.fleet.kindCarriage[kind];
    int cell = (place * grid.hospitals + hospital) * grid.minutes + minute;
    int seats =
        Math.min(
            grid.fleet.kinds[kind].seats(),
            grid.sitRoom[hospital * grid.hours + arrival / grid.hour]);
    return grid.fleet.kinds[kind].stretchers() * any[carriage][cell] + seats * sit[carriage][cell];
  }

  /** Counts those whom vehicles of a kind take on board. */
  void go(int kind, int p, int h, int m, int vehicles) {
    int arrival = m + grid.fleet.load[kind] + grid.fleet.out(kind)[p][h];
    int cell = (p * grid.hospitals + h) * grid.minutes + m;
    int slot = h * grid.hours + arrival / grid.hour;
    int seats = Math.min(grid.fleet.kinds[kind].seats(), grid.sitRoom[slot]);
    fetch(kind, p, h, m, arrival, any, cell, vehicles * grid.fleet.kinds[kind].stretchers());
    fetch(kind, p, h, m, arrival, sit, cell, vehicles * seats);
  }

  private void fetch(
      int kind, int p, int h, int m, int arrival, double[][] table, int cell, int number) {
    double wanted = table[grid.fleet.kindCarriage[kind]][cell];
    if (wanted >= 0 || number == 0) {
      return;
    }
    int slot = h * grid.hours + arrival / grid.hour;
    boolean sitting = table == sit;
    for (int k : grid.classesAt[p]) {
      int type = grid.classType[k];
      if (grid.carries(kind, k) && !(sitting && grid.classLies[k])) {
        double harm = grid.harm[grid.typeCategory[type]][arrival + grid.typeDelay[type][h]];
        if (harm + price[type][slot] - worth[k][m] <= wanted) {
          fetched[worthGroup[k][m]] += number;
          for (int row : grid.typeRows[type]) {
            used[slot * grid.width + row] += number;
          }
          return;
        }
      }
    }
    throw new IllegalStateException("nobody is worth " + wanted + " at minute " + m);
  }
}
