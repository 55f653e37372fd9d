package se.dirigent.optimiser.plan.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
  private static final int NODES_MAX = 100_000;
  private static final int SLOW_ROUNDS = 15;

  private final Tables t;
  private final int[] vehiclesOf;
  private final double[] price;
  private final double[] bestPrice;
  private final int[] covered;
  private double bound;
  private int nodes;

  Partition(Tables tables) {
    t = tables;
    vehiclesOf = new int[Arrays.stream(t.alike).max().orElse(0) + 1];
    for (int alike : t.alike) {
      vehiclesOf[alike]++;
    }
    price = new double[t.rides];
    bestPrice = new double[t.rides];
    covered = new int[t.rides];
  }

  /** A route with its rides and its reduced cost at the best prices. */
  private static final class Candidate {
    final RoutePool.Column column;
    final int[] rides;
    double reduced;

    Candidate(RoutePool.Column column, int rideCount) {
      this.column = column;
      this.rides = Arrays.stream(column.stops()).filter(s -> s < rideCount).toArray();
    }
  }

  /**
   * The cheapest choice below {@code limit}, if one was found. Only whole plans: each ride is
   * served.
   */
  Optional<List<RoutePool.Column>> solve(Collection<RoutePool.Column> columns, double limit) {
    List<Candidate> candidates = new ArrayList<>(columns.size());
    for (RoutePool.Column column : columns) {
      candidates.add(new Candidate(column, t.rides));
    }
    firstPrices(candidates);
    candidates = priced(candidates, limit);
    if (bound >= limit - LEAST_GAIN) {
      return Optional.empty();
    }
    return new Choice(candidates, limit).search();
  }

  /** A gain smaller than this is rounding. */
  private static final double LEAST_GAIN = 1e-6;

  private void firstPrices(List<Candidate> candidates) {
    Arrays.fill(price, Double.MAX_VALUE);
    for (Candidate candidate : candidates) {
      double share = candidate.column.cost() / candidate.rides.length;
      for (int ride : candidate.rides) {
        price[ride] = Math.min(price[ride], share);
      }
    }
    for (int r = 0; r < t.rides; r++) {
      price[r] = price[r] == Double.MAX_VALUE ? t.unservedCost[r] : price[r];
    }
  }

  private List<Candidate> priced(List<Candidate> all, double limit) {
    List<Candidate> left = all;
    bound = Double.NEGATIVE_INFINITY;
    double agility = 1;
    int sinceBetter = 0;
    for (int round = 0; round < PRICE_ROUNDS; round++) {
      double value = relaxed(left);
      if (value > bound + LEAST_GAIN) {
        bound = value;
        System.arraycopy(price, 0, bestPrice, 0, price.length);
        sinceBetter = 0;
      } else if (++sinceBetter > SLOW_ROUNDS) {
        agility /= 2;
        sinceBetter = 0;
        System.arraycopy(bestPrice, 0, price, 0, price.length);
        value = relaxed(left);
      }
      if (bound >= limit - LEAST_GAIN) {
        break;
      }
      if (round % 50 == 49) {
        left = within(left, limit);
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
    return within(left, limit);
  }

  /** The relaxed problem at the present prices; leaves in {@link #covered} what it covers. */
  private double relaxed(List<Candidate> candidates) {
    double value = 0;
    for (double one : price) {
      value += one;
    }
    Arrays.fill(covered, 0);
    for (Candidate candidate : candidates) {
      candidate.reduced = reduced(candidate);
    }
    for (int alike = 0; alike < vehiclesOf.length; alike++) {
      for (Candidate chosen : least(candidates, alike)) {
        value += chosen.reduced;
        for (int ride : chosen.rides) {
          covered[ride]++;
        }
      }
    }
    return value;
  }

  private double reduced(Candidate candidate) {
    double sum = candidate.column.cost();
    for (int ride : candidate.rides) {
      sum -= price[ride];
    }
    return sum;
  }

  /** The most negative of a class, at most as many as it has vehicles. */
  private List<Candidate> least(List<Candidate> candidates, int alike) {
    List<Candidate> least = new ArrayList<>();
    int room = vehiclesOf[alike];
    for (Candidate candidate : candidates) {
      if (candidate.column.alike() != alike || candidate.reduced >= 0) {
        continue;
      }
      if (least.size() == room && candidate.reduced >= least.getLast().reduced) {
        continue;
      }
      int at = least.size();
      while (at > 0 && least.get(at - 1).reduced > candidate.reduced) {
        at--;
      }
      least.add(at, candidate);
      if (least.size() > room) {
        least.removeLast();
      }
    }
    return least;
  }

  /** Those that a plan cheaper than the limit may hold, at the best prices. */
  private List<Candidate> within(List<Candidate> candidates, double limit) {
    double[] now = price.clone();
    System.arraycopy(bestPrice, 0, price, 0, price.length);
    double value = relaxed(candidates);
    double[] dearest = new double[vehiclesOf.length];
    for (int alike = 0; alike < dearest.length; alike++) {
      List<Candidate> least = least(candidates, alike);
      dearest[alike] = least.size() == vehiclesOf[alike] ? least.getLast().reduced : 0;
    }
    List<Candidate> left = new ArrayList<>();
    for (Candidate candidate : candidates) {
      double forced = value + Math.max(0, candidate.reduced - dearest[candidate.column.alike()]);
      if (forced < limit - LEAST_GAIN) {
        left.add(candidate);
      }
    }
    System.arraycopy(now, 0, price, 0, price.length);
    return left;
  }

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

    Choice(List<Candidate> candidates, double limit) {
      this.limit = limit;
      for (int r = 0; r < t.rides; r++) {
        byRide.add(new ArrayList<>());
      }
      relaxed(candidates);
      double rest = 0;
      double[] dearest = new double[vehiclesOf.length];
      double sum = Arrays.stream(price).sum();
      for (int alike = 0; alike < dearest.length; alike++) {
        List<Candidate> least = least(candidates, alike);
        dearest[alike] = least.size() == vehiclesOf[alike] ? least.getLast().reduced : 0;
        sum += vehiclesOf[alike] * dearest[alike];
        for (Candidate one : least) {
          rest += one.reduced - dearest[alike];
        }
      }
      // A vehicle has a price too, never above nothing: with it the reduced costs are near zero.
      candidates.forEach(one -> one.reduced -= dearest[one.column.alike()]);
      base = sum;
      negativeRest = rest;
      candidates.stream()
          .sorted((a, b) -> Double.compare(a.reduced, b.reduced))
          .forEach(one -> {
            for (int ride : one.rides) {
              byRide.get(ride).add(one);
            }
          });
    }

    Optional<List<RoutePool.Column>> search() {
      nodes = 0;
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
        if (++nodes > NODES_MAX) {
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
