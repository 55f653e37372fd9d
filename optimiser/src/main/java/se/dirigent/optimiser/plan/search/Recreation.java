package se.dirigent.optimiser.plan.search;

import java.util.SplittableRandom;
import se.dirigent.optimiser.plan.Ride;

/** Puts rides back where they cost least, one after the other, now and then overlooking a place. */
final class Recreation {
  /**
   * Chance to overlook the best place of a route. Christiaens and Vanden Berghe overlook each
   * position once in a hundred times; a ride has two.
   */
  private static final double BLINK = 0.02;

  /**
   * With more rides than this, a ride is tried in those routes alone that hold one related to it:
   * the others are far from it in place or time.
   */
  private static final int ALL_MAX = 1_000;

  /** Out of so many rides one is few. */
  private static final int FEW = 4;

  private final Tables t;
  private final Insertion insertion;
  private final State current;
  private final SplittableRandom chance;
  private final RideOrder order;
  private final int[] classSeen;
  private final int[] near;
  private int question;
  private boolean nearOnly;

  Recreation(Tables tables, Insertion insertion, State current, SplittableRandom chance) {
    this.t = tables;
    this.insertion = insertion;
    this.current = current;
    this.chance = chance;
    this.order = new RideOrder(t);
    this.classSeen = new int[t.vehicles];
    this.near = new int[t.vehicles];
  }

  /** Places the first rides of a list that are out, and says that they no longer are. */
  void recreate(int[] out, int outCount, boolean[] isOut) {
    order.sort(out, outCount, chance);
    // A first plan has no routes yet that its rides are related to.
    boolean few = outCount < t.rides / FEW;
    nearOnly = t.rides > ALL_MAX && few;
    for (int k = 0; k < outCount; k++) {
      int ride = out[k];
      isOut[ride] = false;
      if (t.legs[ride][0] == ride) {
        placeAll(t.legs[ride]);
      }
    }
  }

  /** Places all legs of a journey or none. */
  private void placeAll(int[] legs) {
    int placed = 0;
    while (placed < legs.length && place(legs[placed])) {
      placed++;
    }
    if (placed == legs.length) {
      return;
    }
    while (placed-- > 0) {
      int leg = legs[placed];
      int v = current.vehicleOf[leg];
      if (!insertion.drop(current.routes[v], leg)) {
        throw new IllegalStateException("vehicle " + v + " had a possible tour before ride " + leg);
      }
      current.assign(leg, -1);
    }
  }

  /** Puts a ride where it costs least; false when leaving it out costs less. */
  private boolean place(int ride) {
    double best = t.unservedCost[ride];
    int bestVehicle = -1;
    int i = 0;
    int j = 0;
    question++;
    boolean bound = t.only[ride] != Ride.ANY;
    boolean nearby = nearOnly && !bound;
    if (nearby) {
      for (int other : t.related(ride)) {
        int v = current.vehicleOf[other];
        if (v >= 0) {
          near[v] = question;
        }
      }
    }
    int last = bound ? t.only[ride] : t.vehicles - 1;
    for (int v = bound ? last : 0; v <= last; v++) {
      Route route = current.routes[v];
      if (route.isEmpty()) {
        if (classSeen[t.alike[v]] == question) {
          continue;
        }
        classSeen[t.alike[v]] = question;
      } else if (nearby && near[v] != question) {
        continue;
      }
      double added = insertion.best(route, ride, best, BLINK, chance);
      if (added < best) {
        best = added;
        bestVehicle = v;
        i = insertion.pickupAfter;
        j = insertion.deliveryAfter;
      }
    }
    if (bestVehicle >= 0) {
      current.touch(bestVehicle);
      insertion.insert(current.routes[bestVehicle], ride, i, j);
      current.assign(ride, bestVehicle);
    }
    return bestVehicle >= 0;
  }
}
