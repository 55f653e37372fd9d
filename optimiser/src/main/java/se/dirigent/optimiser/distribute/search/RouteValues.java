package se.dirigent.optimiser.distribute.search;

import java.util.Arrays;
import java.util.List;
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
  private final Grid grid;

  /** What a place in a vehicle earns, by the prices last asked about. */
  final Loads loads;

  /** Best sum by kind, from a place and a minute on: index {@code place · (minutes + 1) + m}. */
  final double[][] value;

  /** The prices last asked about. */
  private double[] asked = {};

  private final int[] counts;
  private final double[] after;

  RouteValues(Grid grid) {
    this.grid = grid;
    this.loads = new Loads(grid);
    int states = grid.places * (grid.minutes + 1);
    this.value = new double[grid.fleet.kinds.length][states];
    this.counts = new int[states];
    this.after = new double[grid.minutes];
  }

  /**
   * The least harm under prices, a bound of every answer's harm.
   *
   * @param prices what fetching one of each group is worth, then the price of each row of room
   * @param groups how many of them are worths
   */
  double evaluate(double[] prices, int groups) {
    asked = prices;
    loads.reckon(prices);
    double bound = 0;
    for (int g = 0; g < groups; g++) {
      bound += prices[g] * grid.groupMembers[g].length;
    }
    for (int row = 0; row < grid.room.length; row++) {
      bound -= prices[groups + row] * grid.room[row];
    }
    for (int kind = 0; kind < value.length; kind++) {
      backward(kind);
      bound += forward(kind);
    }
    return bound;
  }

  /** The best that a vehicle that is free at a hospital at a minute can still do. */
  double after(int kind, int hospital, int free) {
    int place = nextPlace(kind, hospital, free);
    return place < 0
        ? 0
        : value[kind][place * (grid.minutes + 1) + free + grid.fleet.back(kind)[hospital][place]];
  }

  /** The price of a row of room. */
  double price(int row) {
    return asked[grid.groupClass.length + row];
  }

  /** What trips cost by the prices. */
  double cost(List<Run> runs) {
    double cost = 0;
    for (Run run : runs) {
      int slot = run.hospital() * grid.hours + run.arrival() / grid.hour;
      cost += run.harm();
      for (int g : run.groups()) {
        int k = grid.groupClass[g];
        cost += loads.price[grid.classType[k]][slot] - loads.worth[k][run.begin()];
      }
    }
    return cost;
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

  /**
   * The best sums of a kind, from the last minute to the first. No trip ends within a block of
   * minutes that it began in, so that each block is done hospital by hospital.
   */
  private void backward(int kind) {
    double[] values = value[kind];
    int width = grid.minutes + 1;
    for (int p = 0; p < grid.places; p++) {
      values[p * width + grid.minutes] = 0;
    }
    int block = shortest(kind);
    for (int end = grid.minutes; end > 0; end -= block) {
      int begin = Math.max(0, end - block);
      for (int p = 0; p < grid.places; p++) {
        Arrays.fill(values, p * width + begin, p * width + end, 0);
        int goal = p * grid.hospitals;
        int carriage = grid.fleet.kindCarriage[kind];
        for (int i = goal; i < goal + loads.goalCount[carriage][p]; i++) {
          backward(kind, p, loads.goals[carriage][i], begin, end);
        }
        double best = values[p * width + end];
        for (int m = p * width + end - 1; m >= p * width + begin; m--) {
          best = Math.min(best, values[m]);
          values[m] = best;
        }
      }
    }
  }

  /** Minutes of the shortest trip of a kind, from loading to the next place. */
  private int shortest(int kind) {
    int shortest = grid.minutes;
    int[][] back = grid.fleet.back(kind);
    for (int p = 0; p < grid.places; p++) {
      for (int h = 0; h < grid.hospitals; h++) {
        int way = grid.fleet.out(kind)[p][h];
        for (int to = 0; to < grid.places && way != Ways.NO_WAY; to++) {
          int all = back[h][to] == Ways.NO_WAY ? grid.minutes : way + back[h][to];
          shortest = Math.min(shortest, all);
        }
      }
    }
    return Math.max(1, shortest + grid.fleet.load[kind] + grid.fleet.unload[kind]);
  }

  /** What trips to one hospital that begin within some minutes come to. */
  private void backward(int kind, int p, int h, int begin, int end) {
    int duration = grid.fleet.load[kind] + grid.fleet.out(kind)[p][h];
    int until = Math.min(end, grid.minutes - duration);
    if (begin >= until) {
      return;
    }
    boolean[] pays = loads.pays[grid.fleet.kindCarriage[kind]];
    int m = begin;
    while (m < until) {
      int hour = (m + duration) / grid.hour;
      int next = Math.min(until, (hour + 1) * grid.hour - duration);
      if (pays[(p * grid.hospitals + h) * grid.hours + hour]) {
        int seats = Math.min(grid.fleet.kinds[kind].seats(), grid.sitRoom[h * grid.hours + hour]);
        afterwards(kind, h, duration + grid.fleet.unload[kind], m, next);
        sums(kind, p, h, seats, m, next);
      }
      m = next;
    }
  }

  /** The same, to one hospital's hour. */
  private void sums(int kind, int p, int h, int seats, int begin, int end) {
    double[] into = value[kind];
    double[] lying = loads.any[grid.fleet.kindCarriage[kind]];
    double[] sitting = loads.sit[grid.fleet.kindCarriage[kind]];
    int stretchers = grid.fleet.kinds[kind].stretchers();
    int cell = (p * grid.hospitals + h) * grid.minutes;
    int state = p * (grid.minutes + 1);
    for (int m = begin; m < end; m++) {
      double gain = stretchers * lying[cell + m] + seats * sitting[cell + m];
      // Nobody on board is no trip, even if it were a way to another place.
      double sum = gain < 0 ? gain + after[m] : 0;
      into[state + m] = Math.min(into[state + m], sum);
    }
  }

  /** The best that can be done after being free at a hospital so long after each minute. */
  private void afterwards(int kind, int h, int duration, int begin, int until) {
    Arrays.fill(after, begin, until, 0);
    int[] back = grid.fleet.back(kind)[h];
    for (int p = 0; p < grid.places; p++) {
      if (back[p] < grid.minutes - duration - begin) {
        int end = Math.min(until, grid.minutes - duration - back[p]);
        int shift = p * (grid.minutes + 1) + duration + back[p];
        double[] values = value[kind];
        for (int m = begin; m < end; m++) {
          after[m] = Math.min(after[m], values[shift + m]);
        }
      }
    }
  }

  /** The hospital that a trip from a state goes to, or -1 to wait there. */
  private int choice(int kind, int p, int m) {
    int carriage = grid.fleet.kindCarriage[kind];
    int state = p * (grid.minutes + 1) + m;
    double best = value[kind][state];
    if (best >= value[kind][state + 1]) {
      return -1;
    }
    int[] out = grid.fleet.out(kind)[p];
    int chosen = -1;
    double least = value[kind][state + 1];
    int goal = p * grid.hospitals;
    for (int i = goal; i < goal + loads.goalCount[carriage][p]; i++) {
      int h = loads.goals[carriage][i];
      int duration = grid.fleet.load[kind] + out[h];
      if (m < grid.minutes - duration
          && loads
              .pays[carriage][(p * grid.hospitals + h) * grid.hours + (m + duration) / grid.hour]) {
        double gain = loads.gain(kind, p, h, m, m + duration);
        double sum = gain < 0 ? gain + after(kind, h, m + duration + grid.fleet.unload[kind]) : 0;
        if (sum < least) {
          least = sum;
          chosen = h;
        }
      }
    }
    return chosen;
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
          int h = choice(kind, p, m);
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
    loads.go(kind, p, h, m, vehicles);
    int duration = grid.fleet.load[kind] + grid.fleet.out(kind)[p][h] + grid.fleet.unload[kind];
    int free = m + duration;
    int next = nextPlace(kind, h, free);
    if (next >= 0) {
      counts[next * (grid.minutes + 1) + free + grid.fleet.back(kind)[h][next]] += vehicles;
    }
  }
}
