package se.dirigent.optimiser.distribute.search;

import java.util.Arrays;
import se.dirigent.optimiser.distribute.Ways;

/**
 * What vehicles would do if only prices bound them: each fetches whom it pays best to fetch, for
 * {@code harm − what fetching is worth + price of the hospital's hour}, and comes back for more.
 * The best sum from any place and minute on is found by going backwards in time, once for all
 * vehicles of a kind.
 *
 * <p>This is the Lagrangian subproblem of the rules that each casualty is fetched once and that no
 * hour's room is exceeded; the bound it gives equals that of the linear programme over all tours
 * (Geoffrion, Mathematical Programming Study 2, 1974).
 */
final class RouteValues {
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
  private final double[][] any;
  private final double[][] sit;

  /** Best sum by kind, from a place and a minute on: index {@code place · (minutes + 1) + m}. */
  final double[][] value;

  /** Hospitals that it can pay to go to, by carriage and place; the rest of each row is unused. */
  private final int[][] goals;

  private final int[][] goalCount;
  private final int[][] choice;
  private final int[] counts;

  /** Of the prices last asked about: casualties fetched by group, intake by row. */
  final double[] fetched;

  final double[] used;

  RouteValues(Grid grid) {
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
    int states = grid.places * (grid.minutes + 1);
    this.value = new double[grid.fleet.kinds.length][states];
    this.choice = new int[grid.fleet.kinds.length][states];
    this.counts = new int[states];
    this.fetched = new double[grid.groupClass.length];
    this.used = new double[grid.room.length];
  }

  /**
   * The least harm under prices, a bound of every answer's harm.
   *
   * @param prices what fetching one of each group is worth, then the price of each row of room
   * @param groups how many of them are worths
   */
  double evaluate(double[] prices, int groups) {
    setPrices(prices, groups);
    setWorths(prices);
    for (int carriage = 0; carriage < any.length; carriage++) {
      best(carriage);
    }
    double bound = 0;
    for (int g = 0; g < groups; g++) {
      bound += prices[g] * grid.groupMembers[g].length;
    }
    for (int row = 0; row < grid.room.length; row++) {
      bound -= prices[groups + row] * grid.room[row];
    }
    Arrays.fill(fetched, 0);
    Arrays.fill(used, 0);
    for (int kind = 0; kind < value.length; kind++) {
      backward(kind);
      bound += forward(kind);
    }
    return bound;
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

  /** The best that a vehicle that is free at a hospital at a minute can still do. */
  double after(int kind, int hospital, int free) {
    int place = nextPlace(kind, hospital, free);
    return place < 0
        ? 0
        : value[kind][place * (grid.minutes + 1) + free + grid.fleet.back(kind)[hospital][place]];
  }

  private int nextPlace(int kind, int hospital, int free) {
    int[] back = grid.fleet.back(kind)[hospital];
    double[] values = value[kind];
    double best = 0;
    int next = -1;
    for (int p = 0; p < back.length; p++) {
      if (back[p] < grid.minutes - free) {
        double there = values[p * (grid.minutes + 1) + free + back[p]];
        if (there < best) {
          best = there;
          next = p;
        }
      }
    }
    return next;
  }

  private void backward(int kind) {
    double[] values = value[kind];
    for (int p = 0; p < grid.places; p++) {
      values[p * (grid.minutes + 1) + grid.minutes] = 0;
    }
    for (int m = grid.minutes - 1; m >= 0; m--) {
      for (int p = 0; p < grid.places; p++) {
        backward(kind, p, m);
      }
    }
  }

  private void backward(int kind, int p, int m) {
    int carriage = grid.fleet.kindCarriage[kind];
    int[] out = grid.fleet.out(kind)[p];
    int begin = p * grid.hospitals;
    int load = grid.fleet.load[kind];
    int unload = grid.fleet.unload[kind];
    int state = p * (grid.minutes + 1) + m;
    double best = value[kind][state + 1];
    int chosen = -1;
    for (int i = begin; i < begin + goalCount[carriage][p]; i++) {
      int h = goals[carriage][i];
      if (out[h] < grid.minutes - load - m) {
        int arrival = m + load + out[h];
        double gain = gain(kind, p, h, m, arrival);
        if (gain < 0) {
          double sum = gain + after(kind, h, arrival + unload);
          if (sum < best) {
            best = sum;
            chosen = h;
          }
        }
      }
    }
    value[kind][state] = best;
    choice[kind][state] = chosen;
  }

  /** Lets all vehicles of the kind go; their sum, and what they fetch. */
  private double forward(int kind) {
    Arrays.fill(counts, 0);
    double sum = 0;
    for (int v = 0; v < grid.fleet.first.length; v++) {
      if (grid.fleet.vehicleKind[v] == kind) {
        int state = begin(v);
        if (state >= 0) {
          counts[state]++;
          sum += value[kind][state];
        }
      }
    }
    for (int m = 0; m < grid.minutes; m++) {
      for (int p = 0; p < grid.places; p++) {
        int state = p * (grid.minutes + 1) + m;
        if (counts[state] > 0) {
          int h = choice[kind][state];
          if (h < 0) {
            counts[state + 1] += counts[state];
          } else {
            go(kind, p, h, m, counts[state]);
          }
        }
      }
    }
    return sum;
  }

  /** The state in which a vehicle begins best, or -1 when it had better stay away. */
  int begin(int vehicle) {
    double best = 0;
    int state = -1;
    for (int p = 0; p < grid.places; p++) {
      int minute = grid.fleet.first[vehicle][p];
      if (minute < grid.minutes) {
        int there = p * (grid.minutes + 1) + minute;
        if (value[grid.fleet.vehicleKind[vehicle]][there] < best) {
          best = value[grid.fleet.vehicleKind[vehicle]][there];
          state = there;
        }
      }
    }
    return state;
  }

  private void go(int kind, int p, int h, int m, int vehicles) {
    int arrival = m + grid.fleet.load[kind] + grid.fleet.out(kind)[p][h];
    int slot = h * grid.hours + arrival / grid.hour;
    int cell = (p * grid.hospitals + h) * grid.minutes + m;
    int seats = Math.min(grid.fleet.kinds[kind].seats(), grid.sitRoom[slot]);
    fetch(kind, p, h, m, arrival, any, cell, vehicles * grid.fleet.kinds[kind].stretchers());
    fetch(kind, p, h, m, arrival, sit, cell, vehicles * seats);
    int free = arrival + grid.fleet.unload[kind];
    int next = nextPlace(kind, h, free);
    if (next >= 0) {
      counts[next * (grid.minutes + 1) + free + grid.fleet.back(kind)[h][next]] += vehicles;
    }
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
