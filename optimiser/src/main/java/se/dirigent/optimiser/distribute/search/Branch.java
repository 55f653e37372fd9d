package se.dirigent.optimiser.distribute.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.dirigent.optimiser.distribute.Ways;

/**
 * Tries all tours of some vehicles beside the others', in the order vehicles become free, as long
 * as they can be better than the best plan known. By the prices each trip that is not the vehicle's
 * best costs a regret, and no plan's harm is below the bound and the sum of its regrets: what
 * exceeds that is not tried. Plans of small regret come first, those of more in later passes.
 *
 * <p>Sources: A. Land and A. Doig, Econometrica 28, 1960, pp. 497–520 (branch and bound); R. Korf,
 * Artificial Intelligence 27, 1985, pp. 97–109 (passes that each allow more).
 */
final class Branch {
  /** Passes: the share of the whole gap that regrets may come to. */
  private static final double[] SHARES = {0.05, 0.2, 0.5, 1};

  /** Changes smaller than this are none: sums of harm are not exact. */
  static final double LEAST = 1e-6;

  private final Grid grid;
  private final RouteValues values;
  private final Tours tours;
  private final double bound;

  // Of each vehicle that is tried: the hospital it is at (-1: none yet), when it is free, whether
  // it does nothing more.
  private final int[] from;
  private final int[] free;
  private final boolean[] done;
  private final int[] soonestThere;
  private int[] torn = {};

  private List<List<Run>> best = List.of();
  private double least;
  private double limit;
  private long nodes;

  /** Whether the last pass left something out: regrets above its limit, or nodes used up. */
  private boolean cut;

  /**
   * Something that a vehicle can do next.
   *
   * @param regrets of the plan so far, this included
   * @param run null for nothing more
   */
  private record Option(double regrets, @Nullable Run run) {}

  /**
   * @param values set to some prices
   * @param bound what they prove
   */
  Branch(Grid grid, RouteValues values, Tours tours, double bound) {
    this.grid = grid;
    this.values = values;
    this.tours = tours;
    this.bound = bound;
    this.from = new int[grid.fleet.vehicleKind.length];
    this.free = new int[from.length];
    this.done = new boolean[from.length];
    this.soonestThere =
        Arrays.stream(grid.fleet.first)
            .mapToInt(first -> Arrays.stream(first).min().orElse(0))
            .toArray();
  }

  /**
   * Makes the tours of some vehicles anew; the plan is never worse afterwards.
   *
   * @param vehicles whose tours are torn up
   * @param nodesMax trips that are weighed and decisions that are made at most
   * @return whether no plan with the other vehicles' tours as they are is better
   */
  boolean improve(int[] vehicles, long nodesMax) {
    torn = vehicles;
    nodes = nodesMax;
    best = new ArrayList<>();
    least = tours.harm();
    double outside = outside(vehicles);
    for (int v : torn) {
      best.add(tours.clear(v));
      from[v] = -1;
      free[v] = 0;
      done[v] = false;
    }
    cut = true;
    for (int pass = 0; pass < SHARES.length && cut && nodes > 0; pass++) {
      cut = false;
      limit = SHARES[pass] * (least - bound);
      next(outside);
    }
    for (List<Run> runs : best) {
      runs.forEach(tours::add);
    }
    return !cut;
  }

  /** Regrets of the tours that stay as they are. */
  private double outside(int[] vehicles) {
    boolean[] stays = new boolean[from.length];
    Arrays.fill(stays, true);
    for (int v : vehicles) {
      stays[v] = false;
    }
    double sum = 0;
    for (int v = 0; v < stays.length; v++) {
      if (stays[v]) {
        sum += Math.max(0, values.cost(tours.runs(v)) - best(v, -1, 0));
      }
    }
    return sum;
  }

  /** All that the vehicle free first can do now, then the next one. */
  private void next(double regrets) {
    if (tours.harm() < least - LEAST) {
      least = tours.harm();
      limit = Math.min(limit, least - bound);
      best = Arrays.stream(torn).mapToObj(v -> List.copyOf(tours.runs(v))).toList();
    }
    int v = first();
    if (v < 0) {
      return;
    }
    nodes--;
    for (Option option : options(v, regrets)) {
      if (option.regrets() >= limit) {
        leaveOut(option.regrets());
        return;
      }
      if (nodes <= 0) {
        cut = true;
        return;
      }
      Run run = option.run();
      if (run == null) {
        done[v] = true;
        next(option.regrets());
        done[v] = false;
      } else {
        int fromBefore = from[v];
        int freeBefore = free[v];
        tours.add(run);
        from[v] = run.hospital();
        free[v] = run.free(grid);
        next(option.regrets());
        tours.removeLast(v);
        from[v] = fromBefore;
        free[v] = freeBefore;
      }
    }
  }

  /** What cannot be better than the best is left out for good; else another pass is needed. */
  private void leaveOut(double regrets) {
    cut |= regrets < least - bound - LEAST;
  }

  private int first() {
    int first = -1;
    int soonest = Integer.MAX_VALUE;
    for (int v : torn) {
      if (!done[v]) {
        int minute = from[v] < 0 ? soonestThere[v] : free[v];
        if (minute < soonest) {
          soonest = minute;
          first = v;
        }
      }
    }
    return first;
  }

  /** The least that a vehicle can cost by the prices from where it is, at most 0. */
  private double best(int v, int hospital, int minute) {
    int state = values.begin(v);
    int kind = grid.fleet.vehicleKind[v];
    return hospital >= 0
        ? values.after(kind, hospital, minute)
        : state < 0 ? 0 : values.value[kind][state];
  }

  private List<Option> options(int v, double regrets) {
    double now = best(v, from[v], free[v]);
    List<Option> options = new ArrayList<>();
    options.add(new Option(regrets - now, null));
    int kind = grid.fleet.vehicleKind[v];
    for (int p = 0; p < grid.places; p++) {
      int way = from[v] < 0 ? grid.fleet.first[v][p] : grid.fleet.back(kind)[from[v]][p];
      if (tours.leftAt(p) > 0 && way < grid.minutes - free[v]) {
        loads(options, v, p, free[v] + way, regrets - now);
      }
    }
    options.sort(Comparator.comparingDouble(Option::regrets));
    return options;
  }

  /** All trips from a place: begun as soon as may be, or so that they arrive as an hour begins. */
  private void loads(List<Option> options, int v, int place, int there, double regrets) {
    int kind = grid.fleet.vehicleKind[v];
    int[] begins = begins(kind, place, there);
    for (int h = 0; h < grid.hospitals; h++) {
      int way = grid.fleet.out(kind)[place][h];
      if (way == Ways.NO_WAY) {
        continue;
      }
      int duration = grid.fleet.load[kind] + way;
      for (int begin : begins) {
        int arrival = begin + duration;
        while (arrival < grid.minutes) {
          double after = values.after(kind, h, arrival + grid.fleet.unload[kind]);
          Load load = new Load(v, place, h, arrival - duration, arrival);
          int newest = begin > there ? begin : -1;
          new Filling(load, newest, regrets + after, options).fill();
          arrival = (arrival / grid.hour + 1) * grid.hour;
        }
      }
    }
  }

  /** When the vehicle is there, and when somebody else becomes ready. */
  private int[] begins(int kind, int place, int there) {
    TreeSet<Integer> begins = new TreeSet<>();
    for (int k : grid.classesAt[place]) {
      for (int g = grid.classBegin[k]; g < grid.classBegin[k + 1]; g++) {
        if (tours.left[g] > 0 && grid.carries(kind, k)) {
          begins.add(Math.max(there, grid.groupReady[g]));
        }
      }
    }
    return begins.stream().mapToInt(i -> i).toArray();
  }

  /** A trip to be filled. */
  private record Load(int vehicle, int place, int hospital, int begin, int arrival) {}

  /** All sets of casualties that may be on board a trip. */
  private final class Filling {
    private final Load load;
    private final int newest;
    private final List<Option> options;
    private final int[] classes;
    private final double[] cost;
    private final int[] most;
    private final int[] count;

    /** Least sum that classes from a number on can come to. */
    private final double[] rest;

    private final int slot;
    private final double base;

    /**
     * @param newest minute at which one on board at least became ready; -1 for whenever
     * @param base regret of a trip with nobody on board, those of the plan so far included
     */
    Filling(Load load, int newest, double base, List<Option> options) {
      this.load = load;
      this.newest = newest;
      this.base = base;
      this.options = options;
      this.slot = load.hospital() * grid.hours + load.arrival() / grid.hour;
      int kind = grid.fleet.vehicleKind[load.vehicle()];
      int all = grid.fleet.kinds[kind].stretchers() + grid.fleet.kinds[kind].seats();
      this.classes =
          Arrays.stream(grid.classesAt[load.place()])
              .filter(k -> grid.carries(kind, k) && ready(k) > 0 && room(k) > 0)
              .toArray();
      this.cost = new double[classes.length];
      this.most = new int[classes.length];
      this.count = new int[classes.length];
      this.rest = new double[classes.length + 1];
      for (int i = classes.length - 1; i >= 0; i--) {
        int k = classes[i];
        int type = grid.classType[k];
        int treated = load.arrival() + grid.typeDelay[type][load.hospital()];
        double harm = grid.harm[grid.typeCategory[type]][treated];
        cost[i] = harm + values.loads.price[type][slot] - values.loads.worth[k][load.begin()];
        int places = grid.classLies[k] ? grid.fleet.kinds[kind].stretchers() : all;
        most[i] = Math.min(places, Math.min(ready(k), room(k)));
        rest[i] = rest[i + 1] + Math.min(0, cost[i]) * most[i];
      }
    }

    private int ready(int k) {
      int number = 0;
      for (int g = grid.classBegin[k]; g < grid.classBegin[k + 1]; g++) {
        number += grid.groupReady[g] <= last() ? tours.left[g] : 0;
      }
      return number;
    }

    /** Until when who is on board became ready: others belong to a trip that begins later. */
    private int last() {
      return newest < 0 ? load.begin() : newest;
    }

    private int room(int k) {
      int room = Integer.MAX_VALUE;
      for (int row : grid.typeRows[grid.classType[k]]) {
        room = Math.min(room, tours.room[slot * grid.width + row]);
      }
      return room;
    }

    void fill() {
      if (classes.length > 0) {
        int kind = grid.fleet.vehicleKind[load.vehicle()];
        fill(0, base, grid.fleet.kinds[kind].stretchers(), grid.fleet.kinds[kind].seats());
      }
    }

    private void fill(int i, double sum, int stretchers, int seats) {
      if (sum + rest[i] >= limit) {
        leaveOut(sum + rest[i]);
        return;
      }
      if (nodes <= 0) {
        cut = true;
        return;
      }
      if (i == classes.length) {
        nodes--;
        add(sum);
        return;
      }
      boolean lies = grid.classLies[classes[i]];
      for (int n = 0; n <= most[i]; n++) {
        int sitting = lies ? 0 : Math.min(n, seats);
        if (n - sitting > stretchers) {
          return;
        }
        count[i] = n;
        fill(i + 1, sum + n * cost[i], stretchers - n + sitting, seats - sitting);
      }
      count[i] = 0;
    }

    private void add(double sum) {
      int number = Arrays.stream(count).sum();
      int[] groups = new int[number];
      double harm = 0;
      int filled = 0;
      boolean fresh = newest < 0;
      for (int i = 0; i < classes.length; i++) {
        int wanted = count[i];
        int g = grid.classBegin[classes[i] + 1] - 1;
        int type = grid.classType[classes[i]];
        int treated = load.arrival() + grid.typeDelay[type][load.hospital()];
        harm += wanted * grid.harm[grid.typeCategory[type]][treated];
        // Those who were ready last, for the others fit sooner.
        for (; wanted > 0; g--) {
          int some = grid.groupReady[g] > last() ? 0 : Math.min(wanted, tours.left[g]);
          fresh |= some > 0 && grid.groupReady[g] == newest;
          Arrays.fill(groups, filled, filled + some, g);
          filled += some;
          wanted -= some;
        }
      }
      Run run =
          new Run(
              load.vehicle(),
              load.place(),
              load.hospital(),
              load.begin(),
              load.arrival(),
              groups,
              harm);
      if (number > 0 && fresh && tours.fits(run)) {
        options.add(new Option(sum, run));
      }
    }
  }
}
