package se.dirigent.optimiser.plan.search;

import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import se.dirigent.optimiser.plan.Plan;

/**
 * One chain of simulated annealing over ruin and recreate. The ruin takes strings of neighbouring
 * rides out of neighbouring routes, the recreation is greedy with blinks: Christiaens and Vanden
 * Berghe, "Slack Induction by String Removals", Transportation Science 54 (2020), carried over to
 * rides with two ends.
 */
final class Chain {
  /** Rides on average taken out; Christiaens and Vanden Berghe found 10 good. */
  private static final double OUT_MEAN = 10;

  /** Longest string of rides, also their figure. */
  private static final int STRING_MAX = 10;

  /** Shares of ten of the ways to ruin; the rest takes rides from anywhere. Chosen by trial. */
  private static final int STRINGS_OF_TEN = 5;

  private static final int RELATED_OF_TEN = 4;

  /** Most rides that one ruin takes, beside the strings. */
  private static final int RIDES_MAX = 30;

  /** Rides left out that are tried again in a step, on average: of many, most have no chance. */
  private static final int LEFT_OUT_TRIED = 10;

  /** Chance that a related ride is taken: always the same ones would teach nothing. */
  private static final double RELATED_TAKEN = 0.6;

  /** Plans this much dearer than the best still have routes worth remembering. */
  private static final double POOLED_WITHIN = 0.03;

  private final Tables t;
  private final Insertion insertion;
  private final Recreation recreation;
  private final SplittableRandom chance;
  private final State current;

  /** The best plan yet; until there is another, the current one itself. */
  State best;

  /** Routes of good plans, for {@link Partition}. */
  final RoutePool pool;

  private final int[] out;
  private int outCount;
  private final boolean[] isOut;
  private final boolean[] ruined;
  private final int[] ruinedList;
  private int ruinedCount;

  /** Whether the best differs from the current plan in more than what the current one noted. */
  private boolean apart = true;

  long rounds;

  Chain(Tables tables, long seed) {
    t = tables;
    Timing timing = new Timing(t);
    insertion = new Insertion(t, timing);
    chance = new SplittableRandom(seed);
    current = new State(t, timing);
    recreation = new Recreation(t, insertion, current, chance);
    pool = new RoutePool(t);
    best = current;
    out = new int[t.rides];
    isOut = new boolean[t.rides];
    ruined = new boolean[t.vehicles];
    ruinedList = new int[t.vehicles];
  }

  /**
   * A first plan: the running one as far as it is still possible, and every other ride in its
   * cheapest place, one after the other.
   */
  void begin(Plan running) {
    lay(running);
    fill(List.of());
    current.settle();
    best = current.copy();
    current.level();
    apart = false;
  }

  /** The best becomes what the current plan is. */
  private void follow() {
    if (apart) {
      best.copyFrom(current);
      current.level();
      apart = false;
    } else {
      best.follow(current);
    }
  }

  /** The running plan with every ride that it does not know in its cheapest place. */
  Plan mend(Plan running) {
    Plan.@Nullable Tour[] laid = lay(running);
    fill(running.unserved());
    for (int v = 0; v < laid.length; v++) {
      laid[v] = current.isTouched(v) ? null : laid[v];
    }
    current.settle();
    return current.plan(laid);
  }

  /** Lays what is still possible of a plan; returns the tour of each vehicle that now has it. */
  private Plan.@Nullable Tour[] lay(Plan running) {
    Plan.@Nullable Tour[] laid = new Plan.Tour[t.vehicles];
    for (Plan.Tour tour : running.tours()) {
      int v = tour.vehicle();
      int[] row = new int[tour.stops().size()];
      int length = 0;
      for (int stop : tour.stops()) {
        row[length++] = t.inRow(stop, v);
      }
      if (insertion.fits(current.routes[v], row)) {
        laid[v] = tour;
        for (int stop : row) {
          if (stop < t.rides) {
            current.assign(stop, v);
          }
        }
      }
    }
    current.settle();
    return laid;
  }

  /** Puts every ride that nobody has where it costs least, but for those that stay left out. */
  private void fill(List<Integer> leftOut) {
    ruinedCount = 0;
    boolean[] stays = new boolean[t.rides];
    leftOut.forEach(ride -> stays[ride] = true);
    for (int r = 0; r < t.rides; r++) {
      if (current.vehicleOf[r] < 0 && !stays[r]) {
        takeOut(r);
      }
    }
    clearRuined();
    recreate();
  }

  void adopt(State other) {
    current.copyFrom(other);
    apart = true;
    if (other.cost < best.cost - Timing.EPSILON) {
      follow();
    }
  }

  /** Goes on from the plan of these routes, which is the best yet. */
  void adopt(List<RoutePool.Column> columns) {
    best.become(columns, insertion);
    current.copyFrom(best);
    current.level();
    apart = false;
  }

  /** One step at this temperature, in the cost's unit. */
  void step(double temperature) {
    rounds++;
    ruin();
    recreate();
    double was = current.cost;
    double now = current.weigh();
    if (now < was - temperature * StrictMath.log(chance.nextDouble())) {
      if (now < best.cost * (1 + POOLED_WITHIN)) {
        current.pool(pool);
      }
      current.keep();
      if (now < best.cost - Timing.EPSILON) {
        follow();
      }
    } else {
      current.takeBack();
    }
  }

  /** Takes a ride out of the plan, and with it the other legs of its journey. */
  private void takeOut(int ride) {
    for (int leg : t.legs[ride]) {
      if (isOut[leg]) {
        continue;
      }
      isOut[leg] = true;
      out[outCount++] = leg;
      int vehicle = current.vehicleOf[leg];
      if (vehicle >= 0) {
        markRuined(vehicle);
        current.touch(vehicle);
        current.assign(leg, -1);
      }
    }
  }

  private void markRuined(int vehicle) {
    if (!ruined[vehicle]) {
      ruined[vehicle] = true;
      ruinedList[ruinedCount++] = vehicle;
    }
  }

  private void ruin() {
    ruinedCount = 0;
    double share = (double) LEFT_OUT_TRIED / Math.max(1, current.unservedCount());
    for (int r = 0; r < t.rides; r++) {
      if (current.vehicleOf[r] < 0 && (share >= 1 || chance.nextDouble() < share)) {
        takeOut(r);
      }
    }
    int way = chance.nextInt(10);
    if (way < STRINGS_OF_TEN) {
      strings();
    } else if (way < STRINGS_OF_TEN + RELATED_OF_TEN) {
      related();
    } else {
      scattered();
    }
    clearRuined();
  }

  private void clearRuined() {
    boolean whole = false;
    while (!whole) {
      whole = true;
      // More vehicles are ruined on the way when a route has to give up all it has.
      for (int k = 0; k < ruinedCount; k++) {
        whole &= clear(ruinedList[k]);
      }
    }
    for (int k = 0; k < ruinedCount; k++) {
      int v = ruinedList[k];
      ruined[v] = false;
      if (t.breaks(v) > 0) {
        insertion.slide(current.routes[v], chance);
      }
    }
  }

  /** Rides like one another, wherever they are (Shaw 1997). */
  private void related() {
    int seed = chance.nextInt(t.rides);
    int wanted = wanted();
    take(seed);
    int[] like = t.related(seed);
    for (int k = 0; k < like.length && outCount < wanted; k++) {
      if (chance.nextDouble() < RELATED_TAKEN) {
        take(like[k]);
      }
    }
  }

  private void scattered() {
    int wanted = wanted();
    for (int k = 0; k < wanted; k++) {
      take(chance.nextInt(t.rides));
    }
  }

  private int wanted() {
    int most = Math.min(RIDES_MAX, Math.max(4, t.rides / 3));
    return 2 + chance.nextInt(most - 1);
  }

  private void take(int ride) {
    int v = current.vehicleOf[ride];
    if (!isOut[ride] && v >= 0) {
      takeOut(ride);
    }
  }

  private void strings() {
    int seed = chance.nextInt(t.rides);
    double mean = 0;
    int used = 0;
    for (Route route : current.routes) {
      if (!route.isEmpty()) {
        mean += route.rides();
        used++;
      }
    }
    if (used == 0) {
      return;
    }
    mean /= used;
    double lengthMax = Math.min(STRING_MAX, mean);
    double stringsMax = 4 * OUT_MEAN / (1 + lengthMax) - 1;
    int strings = (int) Math.floor(1 + chance.nextDouble() * stringsMax);
    string(seed, lengthMax);
    for (int other : t.related(seed)) {
      if (ruinedCount >= strings) {
        break;
      }
      string(other, lengthMax);
    }
  }

  /** Takes what is out from the route; false when all the others had to go as well. */
  private boolean clear(int v) {
    Route route = current.routes[v];
    if (insertion.remove(route, isOut)) {
      return true;
    }
    for (int k = 1; k < route.count - 1; k++) {
      if (route.stops[k] < t.rides && !isOut[route.stops[k]]) {
        takeOut(route.stops[k]);
      }
    }
    return false;
  }

  /** Takes a string of rides around this one out of its route, if the route is still whole. */
  private void string(int ride, double lengthMax) {
    int v = current.vehicleOf[ride];
    if (v < 0 || ruined[v]) {
      return;
    }
    markRuined(v);
    Route route = current.routes[v];
    int inRoute = route.rides();
    int length = (int) Math.floor(1 + chance.nextDouble() * Math.min(lengthMax, inRoute));
    int stop = chance.nextBoolean() ? ride : ride + t.rides;
    int at = 1;
    while (route.stops[at] != stop) {
      at++;
    }
    takeOut(ride);
    int left = at - 1;
    int right = at + 1;
    int skip = chance.nextInt(4) == 0 ? chance.nextInt(1 + Math.max(0, inRoute - length)) : 0;
    int taken = 1;
    while (taken < length && (left >= 1 || right <= route.count - 2)) {
      boolean goLeft = left >= 1 && (right > route.count - 2 || chance.nextBoolean());
      int here = route.stops[goLeft ? left-- : right++];
      int r = here >= t.rides ? here - t.rides : here;
      if (r >= t.rides || isOut[r]) {
        continue;
      }
      if (skip > 0 && chance.nextBoolean()) {
        skip--;
        continue;
      }
      takeOut(r);
      taken++;
    }
  }

  private void recreate() {
    recreation.recreate(out, outCount, isOut);
    outCount = 0;
  }
}
