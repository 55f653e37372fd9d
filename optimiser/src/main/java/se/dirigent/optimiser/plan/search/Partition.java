package se.dirigent.optimiser.plan.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The best plan that can be put together from remembered routes: each ride in exactly one, no more
 * routes of a class than it has vehicles (set partitioning). Prices of rides by Lagrangian
 * relaxation and subgradients (Held and Karp 1971; step after Polyak) give a bound; routes that
 * cannot be part of anything cheaper than the plan at hand fall away; a depth-first search with the
 * same bound decides among the few that are left.
 */
final class Partition {
  private static final int PRICE_ROUNDS = 400;

  /** Routes looked at in the search: a few tenths of a second, however many rides there are. */
  private static final long LOOKS_MAX = 10_000_000;

  private static final int SLOW_ROUNDS = 15;

  /** Steps smaller than this share of the first change nothing that matters. */
  private static final double AGILITY_LEAST = 1e-3;

  private final Tables t;
  private final int[] vehiclesOf;
  private final double[] price;

  /** The best prices yet; the next question begins with them. */
  private final double[] bestPrice;

  private final int[] covered;
  private double bound;
  private long looks;

  // The routes in question, one after the other, since most of the time goes to adding up prices.
  private List<RoutePool.Column> columns = List.of();
  private int count;

  /** Of each route that is left, which of the columns it is. */
  private int[] which = {};

  private double[] cost = {};
  private double[] reduced = {};

  /** Class of vehicles of each route that is left. */
  private int[] alike = {};

  /** Where the rides of each route begin in {@link #rides}; of all columns, left or not. */
  private int[] first = {};

  private int[] rides = {};

  Partition(Tables tables) {
    t = tables;
    vehiclesOf = new int[Arrays.stream(t.alike).max().orElse(0) + 1];
    for (int alike : t.alike) {
      vehiclesOf[alike]++;
    }
    price = new double[t.rides];
    bestPrice = new double[t.rides];
    covered = new int[t.rides];
    Arrays.fill(bestPrice, Double.MAX_VALUE);
  }

  /**
   * The cheapest choice below {@code limit}, if one was found. Only whole plans: each ride is
   * served.
   */
  Optional<List<RoutePool.Column>> solve(List<RoutePool.Column> columns, double limit) {
    lay(columns);
    firstPrices();
    priced(limit);
    if (bound >= limit - LEAST_GAIN) {
      return Optional.empty();
    }
    return new Choice(limit).search();
  }

  /** A gain smaller than this is rounding. */
  private static final double LEAST_GAIN = 1e-6;

  private void lay(List<RoutePool.Column> columns) {
    this.columns = columns;
    count = columns.size();
    which = new int[count];
    cost = new double[count];
    reduced = new double[count];
    alike = new int[count];
    first = new int[count + 1];
    int stops = columns.stream().mapToInt(one -> one.stops().length).sum();
    rides = new int[stops];
    int at = 0;
    for (int k = 0; k < count; k++) {
      which[k] = k;
      cost[k] = columns.get(k).cost();
      alike[k] = columns.get(k).alike();
      for (int stop : columns.get(k).stops()) {
        if (stop < t.rides) {
          rides[at++] = stop;
        }
      }
      first[k + 1] = at;
    }
  }

  /** Those of the last question, and for rides that it did not know a share of a route. */
  private void firstPrices() {
    System.arraycopy(bestPrice, 0, price, 0, price.length);
    double[] least = new double[t.rides];
    Arrays.fill(least, Double.MAX_VALUE);
    for (int k = 0; k < count; k++) {
      double share = cost[k] / (first[k + 1] - first[k]);
      for (int at = first[k]; at < first[k + 1]; at++) {
        least[rides[at]] = Math.min(least[rides[at]], share);
      }
    }
    for (int r = 0; r < t.rides; r++) {
      if (price[r] == Double.MAX_VALUE) {
        price[r] = least[r] == Double.MAX_VALUE ? t.unservedCost[r] : least[r];
      }
    }
  }

  /** Finds prices, and drops the routes that cannot be part of anything cheaper than the limit. */
  private void priced(double limit) {
    bound = Double.NEGATIVE_INFINITY;
    double agility = 1;
    int sinceBetter = 0;
    for (int round = 0; round < PRICE_ROUNDS && agility > AGILITY_LEAST; round++) {
      double value = relaxed();
      if (value > bound + LEAST_GAIN) {
        bound = value;
        System.arraycopy(price, 0, bestPrice, 0, price.length);
        sinceBetter = 0;
      } else if (++sinceBetter > SLOW_ROUNDS) {
        agility /= 2;
        sinceBetter = 0;
        System.arraycopy(bestPrice, 0, price, 0, price.length);
        value = relaxed();
      }
      if (bound >= limit - LEAST_GAIN) {
        break;
      }
      if (round % 50 == 49) {
        keepWithin(limit);
      }
      double norm = 0;
      for (int cover : covered) {
        norm += (1.0 - cover) * (1.0 - cover);
      }
      if (norm == 0) {
        break;
      }
      double step = agility * (limit * 1.001 - value) / norm;
      for (int r = 0; r < t.rides; r++) {
        price[r] += step * (1 - covered[r]);
      }
    }
    System.arraycopy(bestPrice, 0, price, 0, price.length);
    keepWithin(limit);
  }

  /** The relaxed problem at the present prices; leaves in {@link #covered} what it covers. */
  private double relaxed() {
    double value = 0;
    for (double one : price) {
      value += one;
    }
    Arrays.fill(covered, 0);
    for (int k = 0; k < count; k++) {
      double sum = cost[k];
      int end = first[which[k] + 1];
      for (int at = first[which[k]]; at < end; at++) {
        sum -= price[rides[at]];
      }
      reduced[k] = sum;
    }
    for (List<Integer> ofClass : least()) {
      for (int chosen : ofClass) {
        value += reduced[chosen];
        for (int at = first[which[chosen]]; at < first[which[chosen] + 1]; at++) {
          covered[rides[at]]++;
        }
      }
    }
    return value;
  }

  /** The most negative of each class, at most as many as it has vehicles; the least first. */
  private List<List<Integer>> least() {
    List<List<Integer>> least = new ArrayList<>();
    for (int ofClass = 0; ofClass < vehiclesOf.length; ofClass++) {
      least.add(new ArrayList<>());
    }
    double[] last = new double[vehiclesOf.length];
    for (int k = 0; k < count; k++) {
      int ofClass = alike[k];
      if (reduced[k] < last[ofClass]) {
        List<Integer> its = least.get(ofClass);
        int room = vehiclesOf[ofClass];
        int at = its.size();
        while (at > 0 && reduced[its.get(at - 1)] > reduced[k]) {
          at--;
        }
        its.add(at, k);
        if (its.size() > room) {
          its.removeLast();
        }
        last[ofClass] = its.size() == room ? reduced[its.getLast()] : 0;
      }
    }
    return least;
  }

  /** Keeps what a plan cheaper than the limit may hold, at the best prices. */
  private void keepWithin(double limit) {
    double[] now = price.clone();
    System.arraycopy(bestPrice, 0, price, 0, price.length);
    double value = relaxed();
    double[] dearest = dearest(least());
    int left = 0;
    for (int k = 0; k < count; k++) {
      double forced = value + Math.max(0, reduced[k] - dearest[alike[k]]);
      if (forced < limit - LEAST_GAIN) {
        which[left] = which[k];
        cost[left] = cost[k];
        alike[left] = alike[k];
        reduced[left++] = reduced[k];
      }
    }
    count = left;
    System.arraycopy(now, 0, price, 0, price.length);
  }

  /** What a vehicle of each class is worth: the reduced cost of the last route that it drives. */
  private double[] dearest(List<List<Integer>> least) {
    double[] dearest = new double[vehiclesOf.length];
    for (int ofClass = 0; ofClass < dearest.length; ofClass++) {
      List<Integer> its = least.get(ofClass);
      dearest[ofClass] = its.size() == vehiclesOf[ofClass] ? reduced[its.getLast()] : 0;
    }
    return dearest;
  }

  /** A route with its rides and its reduced cost at the best prices. */
  private record Candidate(RoutePool.Column column, int[] rides, double reduced) {}

  /** Depth first: the ride with fewest routes left, its routes by reduced cost. */
  private final class Choice {
    private final List<List<Candidate>> byRide = new ArrayList<>();
    private final boolean[] taken = new boolean[t.rides];
    private final int[] used = new int[vehiclesOf.length];
    private final double base;
    private final double negativeRest;
    private final List<Candidate> path = new ArrayList<>();
    private List<Candidate> best = List.of();
    private double limit;

    Choice(double limit) {
      this.limit = limit;
      for (int r = 0; r < t.rides; r++) {
        byRide.add(new ArrayList<>());
      }
      relaxed();
      List<List<Integer>> least = least();
      double[] dearest = dearest(least);
      double rest = 0;
      double sum = Arrays.stream(price).sum();
      for (int ofClass = 0; ofClass < dearest.length; ofClass++) {
        sum += vehiclesOf[ofClass] * dearest[ofClass];
        for (int one : least.get(ofClass)) {
          rest += reduced[one] - dearest[ofClass];
        }
      }
      base = sum;
      negativeRest = rest;
      List<Candidate> all = new ArrayList<>(count);
      for (int k = 0; k < count; k++) {
        RoutePool.Column column = columns.get(which[k]);
        int[] its = Arrays.copyOfRange(rides, first[which[k]], first[which[k] + 1]);
        // A vehicle has a price too, never above nothing: with it the reduced costs are near zero.
        all.add(new Candidate(column, its, reduced[k] - dearest[column.alike()]));
      }
      all.sort(Comparator.comparingDouble(Candidate::reduced));
      for (Candidate one : all) {
        for (int ride : one.rides) {
          byRide.get(ride).add(one);
        }
      }
    }

    Optional<List<RoutePool.Column>> search() {
      looks = 0;
      descend(base, 0);
      return best.isEmpty()
          ? Optional.empty()
          : Optional.of(best.stream().map(one -> one.column).toList());
    }

    /** {@code value}: at most what a plan with the routes on the path costs, but for the rest. */
    private void descend(double value, int rides) {
      if (rides == t.rides) {
        double cost = path.stream().mapToDouble(one -> one.column.cost()).sum();
        if (cost < limit - LEAST_GAIN) {
          limit = cost;
          best = List.copyOf(path);
        }
        return;
      }
      int ride = scarcest();
      for (Candidate one : ride < 0 ? List.<Candidate>of() : byRide.get(ride)) {
        if (looks > LOOKS_MAX) {
          return;
        }
        double next = value + one.reduced;
        if (next + negativeRest >= limit - LEAST_GAIN || !free(one)) {
          continue;
        }
        take(one, true);
        descend(next, rides + one.rides.length);
        take(one, false);
      }
    }

    private int scarcest() {
      int scarcest = -1;
      int fewest = Integer.MAX_VALUE;
      for (int r = 0; r < t.rides; r++) {
        if (taken[r]) {
          continue;
        }
        int count = 0;
        for (Candidate one : byRide.get(r)) {
          if (free(one) && ++count >= fewest) {
            break;
          }
        }
        if (count < fewest) {
          fewest = count;
          scarcest = r;
        }
        if (fewest == 0) {
          return -1;
        }
      }
      return scarcest;
    }

    private boolean free(Candidate one) {
      looks++;
      if (used[one.column.alike()] == vehiclesOf[one.column.alike()]) {
        return false;
      }
      for (int ride : one.rides) {
        if (taken[ride]) {
          return false;
        }
      }
      return true;
    }

    private void take(Candidate one, boolean in) {
      used[one.column.alike()] += in ? 1 : -1;
      for (int ride : one.rides) {
        taken[ride] = in;
      }
      if (in) {
        path.add(one);
      } else {
        path.removeLast();
      }
    }
  }
}
