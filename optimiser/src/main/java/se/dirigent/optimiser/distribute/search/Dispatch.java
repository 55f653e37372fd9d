package se.dirigent.optimiser.distribute.search;

import java.util.Arrays;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import se.dirigent.optimiser.distribute.Ways;

/**
 * Builds tours in the order vehicles become free: each takes the trip that pays best by the prices,
 * what it can still do afterwards included. First only trips that pay are made; then those who are
 * left are fetched by whoever comes first.
 */
final class Dispatch {
  /** Hours that a departure may be put off for room at a hospital. */
  private static final int HOURS_AHEAD = 3;

  /** Moments at which somebody else becomes ready that a vehicle considers waiting for. */
  private static final int WAITS = 3;

  /** What pays so little less than nothing pays all the same: prices are never exact. */
  private static final double SLACK = 0.01;

  private final Grid grid;
  private final RouteValues values;

  /** Costs laid on classes and hospitals to make this plan unlike the last; not negative. */
  final double[] tiltClass;

  final double[] tiltHospital;

  // Of each vehicle: where it is, or is bound for, and from which hospital it came.
  private final int[] at;
  private final int[] from;
  private final int[] free;

  // Of the trip being filled.
  private final int[] order;
  private final double[] cost;
  private final int[] amount;
  private final int[] taken;
  private int orderCount;

  // The best trip found so far.
  private double bestScore;
  private int bestHospital;
  private int bestBegin;
  private int bestArrival;
  private final int[] bestOrder;
  private final int[] bestAmount;
  private int bestCount;
  private boolean picky;

  Dispatch(Grid grid, RouteValues values) {
    this.grid = grid;
    this.values = values;
    int classes = grid.classPlace.length;
    int vehicles = grid.fleet.vehicleKind.length;
    this.tiltClass = new double[classes];
    this.tiltHospital = new double[grid.hospitals];
    this.at = new int[vehicles];
    this.from = new int[vehicles];
    this.free = new int[vehicles];
    this.order = new int[classes];
    this.cost = new double[classes];
    this.amount = new int[classes];
    this.taken = new int[grid.width];
    this.bestOrder = new int[classes];
    this.bestAmount = new int[classes];
  }

  /** Lets these vehicles fetch whom they can, after what they do already. */
  void build(Tours tours, int[] vehicles) {
    PriorityQueue<Long> queue = new PriorityQueue<>();
    PriorityQueue<Long> parked = new PriorityQueue<>();
    for (int v : vehicles) {
      Run last = tours.runs(v).isEmpty() ? null : tours.runs(v).getLast();
      from[v] = last == null ? -1 : last.hospital();
      free[v] = last == null ? 0 : last.free(grid);
      enqueue(queue, tours, v);
    }
    picky = true;
    run(tours, queue, parked);
    picky = false;
    if (tours.anybodyLeft()) {
      run(tours, parked, queue);
    }
  }

  private void run(Tours tours, PriorityQueue<Long> queue, PriorityQueue<Long> parked) {
    while (!queue.isEmpty()) {
      long event = queue.remove();
      int v = (int) event;
      int minute = (int) (event >> 32);
      if (tours.leftAt(at[v]) == 0) {
        enqueue(queue, tours, v);
        continue;
      }
      Run run = find(tours, v, minute);
      if (run != null) {
        tours.add(run);
        from[v] = run.hospital();
        free[v] = run.free(grid);
        enqueue(queue, tours, v);
      } else if (picky) {
        parked.add(event);
      }
    }
  }

  /** Sends a vehicle to the place where it does most good, among those with somebody left. */
  private void enqueue(PriorityQueue<Long> queue, Tours tours, int v) {
    int kind = grid.fleet.vehicleKind[v];
    double best = Double.POSITIVE_INFINITY;
    int minuteThere = 0;
    for (int p = 0; p < grid.places; p++) {
      if (tours.leftAt(p) == 0) {
        continue;
      }
      int way = from[v] < 0 ? grid.fleet.first[v][p] : grid.fleet.back(kind)[from[v]][p];
      int before = from[v] < 0 ? 0 : free[v];
      if (way < grid.minutes - before) {
        int minute = before + way;
        double value = values.value[kind][p * (grid.minutes + 1) + minute];
        // Among equals the nearest: the values know nobody who was left by mistake.
        double order = value + 1e-6 * minute;
        if (order < best) {
          best = order;
          minuteThere = minute;
          at[v] = p;
        }
      }
    }
    if (best < Double.POSITIVE_INFINITY) {
      queue.add((long) minuteThere << 32 | v);
    }
  }

  private @Nullable Run find(Tours tours, int v, int minute) {
    int kind = grid.fleet.vehicleKind[v];
    int place = at[v];
    bestScore = picky ? 0 : Double.POSITIVE_INFINITY;
    bestCount = 0;
    int carriage = grid.fleet.kindCarriage[kind];
    int goals = picky ? values.loads.goalCount[carriage][place] : grid.hospitals;
    for (int begin : begins(tours, kind, place, minute)) {
      for (int i = 0; i < goals; i++) {
        int h = picky ? values.loads.goals[carriage][place * grid.hospitals + i] : i;
        int way = grid.fleet.out(kind)[place][h];
        if (way != Ways.NO_WAY) {
          consider(tours, kind, place, h, begin, way + grid.fleet.load[kind]);
        }
      }
    }
    return bestCount == 0 ? null : take(tours, v, place);
  }

  /** The minute itself when somebody is ready then, and some at which others will be. */
  private int[] begins(Tours tours, int kind, int place, int minute) {
    int[] begins = new int[WAITS + 1];
    Arrays.fill(begins, Integer.MAX_VALUE);
    for (int k : grid.classesAt[place]) {
      if (tours.leftOfClass[k] == 0 || !grid.carries(kind, k)) {
        continue;
      }
      int g = grid.classBegin[k];
      while (tours.left[g] == 0) {
        g++;
      }
      int ready = Math.max(minute, grid.groupReady[g]);
      int i = 0;
      while (i < begins.length && begins[i] < ready) {
        i++;
      }
      if (i < begins.length && begins[i] != ready) {
        System.arraycopy(begins, i, begins, i + 1, begins.length - 1 - i);
        begins[i] = ready;
      }
    }
    int count = 0;
    while (count < begins.length && begins[count] < grid.minutes) {
      count++;
    }
    return Arrays.copyOf(begins, count);
  }

  private void consider(Tours tours, int kind, int place, int h, int begin, int duration) {
    int arrival = begin + duration;
    boolean[] pays = values.loads.pays[grid.fleet.kindCarriage[kind]];
    int hours = (place * grid.hospitals + h) * grid.hours;
    for (int ahead = 0; ahead < HOURS_AHEAD && arrival < grid.minutes; ahead++) {
      if (picky && !pays[hours + arrival / grid.hour]) {
        arrival = (arrival / grid.hour + 1) * grid.hour;
        continue;
      }
      double after = values.after(kind, h, arrival + grid.fleet.unload[kind]);
      int loading = arrival - duration;
      double least = values.loads.gain(kind, place, h, loading, arrival) + after + tiltHospital[h];
      if (least < bestScore || !picky) {
        double score = fill(tours, kind, place, h, loading, arrival) + after + tiltHospital[h];
        if (orderCount > 0 && score < bestScore) {
          keep(score, h, loading, arrival);
        }
      }
      arrival = (arrival / grid.hour + 1) * grid.hour;
    }
  }

  private void keep(double score, int h, int begin, int arrival) {
    bestScore = score;
    bestHospital = h;
    bestBegin = begin;
    bestArrival = arrival;
    bestCount = orderCount;
    System.arraycopy(order, 0, bestOrder, 0, orderCount);
    System.arraycopy(amount, 0, bestAmount, 0, orderCount);
  }

  /** Fills the vehicle with those it pays best to take; what they cost. */
  private double fill(Tours tours, int kind, int place, int h, int begin, int arrival) {
    int slot = h * grid.hours + arrival / grid.hour;
    int candidates = 0;
    for (int k : grid.classesAt[place]) {
      if (tours.leftOfClass[k] == 0
          || !grid.carries(kind, k)
          || grid.groupReady[grid.classBegin[k]] > begin) {
        continue;
      }
      int type = grid.classType[k];
      double price = values.loads.price[type][slot];
      if (price >= Loads.NEVER) {
        continue;
      }
      double worth = values.loads.worth[k][begin];
      double harm = grid.harm[grid.typeCategory[type]][arrival + grid.typeDelay[type][h]];
      double pays = harm + price - worth + tiltClass[k];
      if (picky && pays > SLACK * worth) {
        continue;
      }
      int i = candidates++;
      for (; i > 0 && cost[i - 1] > pays; i--) {
        cost[i] = cost[i - 1];
        order[i] = order[i - 1];
      }
      cost[i] = pays;
      order[i] = k;
    }
    return board(tours, kind, slot, begin, candidates);
  }

  private double board(Tours tours, int kind, int slot, int begin, int candidates) {
    Arrays.fill(taken, 0);
    int stretchers = grid.fleet.kinds[kind].stretchers();
    int seats = grid.fleet.kinds[kind].seats();
    double sum = 0;
    orderCount = 0;
    for (int i = 0; i < candidates && stretchers + seats > 0; i++) {
      int k = order[i];
      int most = grid.classLies[k] ? stretchers : stretchers + seats;
      for (int row : grid.typeRows[grid.classType[k]]) {
        most = Math.min(most, tours.room[slot * grid.width + row] - taken[row]);
      }
      int number = most <= 0 ? 0 : ready(tours, k, begin, most);
      if (number > 0) {
        for (int row : grid.typeRows[grid.classType[k]]) {
          taken[row] += number;
        }
        int sitting = grid.classLies[k] ? 0 : Math.min(number, seats);
        seats -= sitting;
        stretchers -= number - sitting;
        sum += number * cost[i];
        order[orderCount] = k;
        amount[orderCount++] = number;
      }
    }
    return sum;
  }

  /** How many of a class are left and ready, up to a number. */
  private int ready(Tours tours, int k, int begin, int most) {
    int number = 0;
    for (int g = grid.classBegin[k];
        g < grid.classBegin[k + 1] && grid.groupReady[g] <= begin && number < most;
        g++) {
      number += tours.left[g];
    }
    return Math.min(number, most);
  }

  /** The best trip as a run; of each class those who were ready last, for the others fit sooner. */
  private Run take(Tours tours, int v, int place) {
    int count = 0;
    for (int i = 0; i < bestCount; i++) {
      count += bestAmount[i];
    }
    int[] groups = new int[count];
    double harm = 0;
    int filled = 0;
    for (int i = 0; i < bestCount; i++) {
      int k = bestOrder[i];
      int type = grid.classType[k];
      int treated = bestArrival + grid.typeDelay[type][bestHospital];
      harm += bestAmount[i] * grid.harm[grid.typeCategory[type]][treated];
      int wanted = bestAmount[i];
      int g = grid.classBegin[k + 1] - 1;
      for (; wanted > 0; g--) {
        int some = grid.groupReady[g] > bestBegin ? 0 : Math.min(wanted, tours.left[g]);
        Arrays.fill(groups, filled, filled + some, g);
        filled += some;
        wanted -= some;
      }
    }
    return new Run(v, place, bestHospital, bestBegin, bestArrival, groups, harm);
  }
}
