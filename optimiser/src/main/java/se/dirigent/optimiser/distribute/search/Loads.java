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

  /** Sums closer than this share of the harm in them are the same, in whatever order added. */
  private static final double SAME = 1e-9;

  private final Grid grid;

  /** Price by type, hospital and hour: index {@code hospital · hours + hour}. */
  final double[][] price;

  /** What fetching one more of a class is worth at a minute, by the groups that are ready. */
  final double[][] worth;

  private final int[][] worthGroup;

  // Best of one place in the vehicle, by carriage: index (place · hospitals + hospital) · minutes
  // + minute when loading begins.
  final double[][] any;
  final double[][] sit;

  /** Hospitals that it can pay to go to, by carriage and place; the rest of each row is unused. */
  final int[][] goals;

  final int[][] goalCount;

  /**
   * Whether anybody pays there: by carriage, index (place · hospitals + hospital) · hours + hour.
   */
  final boolean[][] pays;

  /** Of the prices last asked about: casualties fetched by group, intake by row. */
  final double[] fetched;

  final double[] used;

  Loads(Grid grid) {
    this.grid = grid;
    this.price = new double[grid.typeCategory.length][grid.hospitals * grid.hours];
    this.worth = new double[grid.classPlace.length][grid.minutes];
    this.worthGroup = new int[grid.classPlace.length][grid.minutes];
    int cells = grid.places * grid.hospitals * grid.minutes;
    this.any = new double[grid.fleet.carriageKind.length][cells];
    this.sit = new double[grid.fleet.carriageKind.length][cells];
    this.pays =
        new boolean[grid.fleet.carriageKind.length][grid.places * grid.hospitals * grid.hours];
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
        forget(carriage, p, h, way + grid.fleet.load[kind]);
        if (way != Ways.NO_WAY && best(carriage, p, h, way + grid.fleet.load[kind])) {
          goals[carriage][p * grid.hospitals + count++] = h;
        }
      }
      goalCount[carriage][p] = count;
    }
  }

  /** Clears the hours of a journey that paid by the prices asked about before. */
  private void forget(int carriage, int p, int h, int duration) {
    int offset = (p * grid.hospitals + h) * grid.minutes;
    int slot = (p * grid.hospitals + h) * grid.hours;
    for (int hour = 0; hour < grid.hours; hour++) {
      if (pays[carriage][slot + hour]) {
        pays[carriage][slot + hour] = false;
        int begin = offset + Math.max(0, hour * grid.hour - duration);
        int end = offset + Math.min(grid.minutes, (hour + 1) * grid.hour) - duration;
        Arrays.fill(any[carriage], begin, end, 0);
        Arrays.fill(sit[carriage], begin, end, 0);
      }
    }
  }

  /** Whether any class pays on this journey. */
  private boolean best(int carriage, int p, int h, int duration) {
    int kind = grid.fleet.carriageKind[carriage];
    boolean found = false;
    for (int[] alike : grid.alikeAt[p]) {
      int k = alike[0];
      if (grid.carries(kind, k)) {
        int settled = 0;
        for (int one : alike) {
          settled = Math.max(settled, grid.groupReady[grid.classBegin[one + 1] - 1]);
        }
        for (int hour = 0; hour < grid.hours; hour++) {
          int begin = Math.max(0, hour * grid.hour - duration);
          int until = Math.min(grid.minutes, (hour + 1) * grid.hour) - duration;
          if (begin < until && best(carriage, p, h, hour, alike, settled, begin, until, duration)) {
            pays[carriage][(p * grid.hospitals + h) * grid.hours + hour] = true;
            found = true;
          }
        }
      }
    }
    return found;
  }

  /**
   * The same within an hour of the hospital's. Until the last of those who are alike is ready each
   * class goes by itself; from then on the best of them is the same at every minute.
   */
  private boolean best(
      int carriage,
      int p,
      int h,
      int hour,
      int[] alike,
      int settled,
      int begin,
      int until,
      int way) {
    boolean found = false;
    double least = NEVER;
    int split = Math.clamp(settled, begin, until);
    for (int k : alike) {
      double base = price[grid.classType[k]][h * grid.hours + hour];
      if (base < NEVER) {
        least = Math.min(least, base - worth[k][grid.minutes - 1]);
        int from = Math.max(begin, grid.groupReady[grid.classBegin[k]]);
        int shift = way + grid.typeDelay[grid.classType[k]][h];
        double[] harm = grid.harm[grid.category(k)];
        // Harm grows with time and so does worth: else nobody pays at any of these minutes.
        if (from < split && harm[from + shift] + base < worth[k][split - 1]) {
          found = true;
          int offset = (p * grid.hospitals + h) * grid.minutes;
          lessen(any[carriage], offset, k, from, split, shift, base);
          if (!grid.classLies[k]) {
            lessen(sit[carriage], offset, k, from, split, shift, base);
          }
        }
      }
    }
    int k = alike[0];
    int shift = way + grid.typeDelay[grid.classType[k]][h];
    double[] harm = grid.harm[grid.category(k)];
    if (split < until && harm[split + shift] + least < 0) {
      found = true;
      int offset = (p * grid.hospitals + h) * grid.minutes;
      lessen(any[carriage], offset, harm, split, until, shift, least);
      if (!grid.classLies[k]) {
        lessen(sit[carriage], offset, harm, split, until, shift, least);
      }
    }
    return found;
  }

  private void lessen(
      double[] into, int offset, int k, int begin, int end, int shift, double base) {
    double[] harm = grid.harm[grid.category(k)];
    double[] worthOf = worth[k];
    for (int m = begin; m < end; m++) {
      into[offset + m] = Math.min(into[offset + m], harm[m + shift] + base - worthOf[m]);
    }
  }

  private static void lessen(
      double[] into, int offset, double[] harm, int begin, int end, int shift, double least) {
    for (int m = begin; m < end; m++) {
      into[offset + m] = Math.min(into[offset + m], harm[m + shift] + least);
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
        double pays = harm + price[type][slot] - worth[k][m];
        if (pays <= wanted + SAME * (1 + harm)) {
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
