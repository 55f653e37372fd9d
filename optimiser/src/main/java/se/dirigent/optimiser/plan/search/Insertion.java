package se.dirigent.optimiser.plan.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Where in a route a ride costs least. Travel decides first, in constant time for each pair of
 * positions; windows and room by bounds that any later insertion keeps; only what is cheaper than
 * the best so far is timed exactly.
 */
final class Insertion {
  private static final int ROOM = 64;

  private static final int NOWHERE = -1;

  private final Tables t;
  private final Timing timing;
  private final Answers answers = new Answers();
  private int[] row = new int[ROOM];

  /** The best places of the last question: the pick-up goes after this position of the route. */
  int pickupAfter;

  /**
   * The delivery goes after this position of the route as it is; equal: right after the pick-up.
   */
  int deliveryAfter;

  // The question that is being answered.
  private Route route;
  private int ride;

  /** The places that are overlooked, or nowhere. */
  private int pickupOverlooked;

  private int deliveryOverlooked;
  private double[] way = {};
  private double[] price = {};
  private int pickupPlace;
  private int deliveryPlace;
  private double best;
  private boolean found;
  private boolean roomy;

  Insertion(Tables tables, Timing timing) {
    this.t = tables;
    this.timing = timing;
    this.route = new Route(tables, 0, timing);
  }

  /**
   * The least added cost below {@code limit}, or infinity.
   *
   * @param blink chance to overlook the best place, so that the same question has several answers
   */
  double best(Route into, int which, double limit, double blink, RandomGenerator chance) {
    if (!t.suits(into.vehicle, which)) {
      return Double.POSITIVE_INFINITY;
    }
    long question = Answers.mixed(into.key, which);
    int slot = answers.slot(question);
    boolean known = answers.has(slot, question);
    if (!known || !answers.isPlace(slot) && limit > answers.cost(slot)) {
      if (search(into, which, limit, NOWHERE, NOWHERE)) {
        answers.note(slot, question, best, pickupAfter, deliveryAfter);
      } else {
        answers.noteNone(slot, question, limit);
      }
    }
    if (!answers.isPlace(slot) || answers.cost(slot) >= limit) {
      return Double.POSITIVE_INFINITY;
    }
    pickupAfter = answers.pickupAfter(slot);
    deliveryAfter = answers.deliveryAfter(slot);
    if (chance.nextDouble() >= blink) {
      return answers.cost(slot);
    }
    return search(into, which, limit, pickupAfter, deliveryAfter) ? best : Double.POSITIVE_INFINITY;
  }

  /** Looks for the best place, but for one; true when there is one below the limit. */
  private boolean search(Route into, int which, double limit, int pickupNot, int deliveryNot) {
    this.route = into;
    this.ride = which;
    this.pickupOverlooked = pickupNot;
    this.deliveryOverlooked = deliveryNot;
    way = t.time[t.travel[into.vehicle]];
    price = t.cost[t.travel[into.vehicle]];
    pickupPlace = t.place[which];
    deliveryPlace = t.place[t.rides + which];
    best = limit;
    found = false;
    double latest = t.latest[which] + Timing.EPSILON;
    double leaves = t.earliest[which] + t.service[which] - Timing.EPSILON;
    roomy = roomy();
    for (int i = firstBefore(leaves); i <= into.count - 2; i++) {
      int before = into.stops[i];
      double start =
          into.soonest[i] + t.service[before] + way[into.here[i] * t.places + pickupPlace];
      if (start > latest) {
        break;
      }
      if (room(i)) {
        pickupAt(i, Math.max(start, t.earliest[which]) + t.service[which]);
      }
    }
    return found;
  }

  /** The pick-up after position {@code i}; the vehicle is ready to leave it at {@code leave}. */
  private void pickupAt(int i, double leave) {
    int p = t.places;
    int beforePlace = route.here[i];
    boolean rests = t.isBreak(route.stops[i + 1]);
    int nextPlace = nextPlace(i);
    double added = price[beforePlace * p + pickupPlace];
    added += route.isEmpty() ? t.useCost[route.vehicle] : -price[beforePlace * p + nextPlace];
    double both =
        added + price[pickupPlace * p + deliveryPlace] + price[deliveryPlace * p + nextPlace];
    if (both < best && reaches(leave + way[pickupPlace * p + deliveryPlace], i)) {
      consider(i, i, both);
    }
    added += price[pickupPlace * p + nextPlace];
    // Nobody is on board while the crew rests.
    if (i < route.count - 2 && !rests && added < best) {
      deliveries(i, added, leave + way[pickupPlace * p + nextPlace]);
    }
  }

  /** The delivery after each later position; {@code added} is what the pick-up costs. */
  private void deliveries(int i, double added, double reached) {
    int p = t.places;
    int pickup = ride;
    double slack = route.latest[i + 1] - way[pickupPlace * p + route.here[i + 1]];
    // The pick-up can begin at most this late if it stands here.
    double pickupLatest = Math.min(t.latest[pickup], slack - t.service[pickup]);
    double deliveryLatest = pickupLatest + t.service[pickup] + t.rideMax[ride];
    double time = reached;
    for (int j = i + 1; j <= route.count - 2; j++) {
      if (time > route.latest[j] + Timing.EPSILON || !room(j)) {
        return;
      }
      int herePlace = route.here[j];
      int thenPlace = nextPlace(j);
      time = Math.max(time, route.soonest[j]) + t.service[route.stops[j]];
      double arrive = time + way[herePlace * p + deliveryPlace];
      if (arrive > deliveryLatest + Timing.EPSILON) {
        return;
      }
      double both =
          added
              + price[herePlace * p + deliveryPlace]
              + price[deliveryPlace * p + thenPlace]
              - price[herePlace * p + thenPlace];
      if (both < best && reaches(arrive, j)) {
        consider(i, j, both);
      }
      if (t.isBreak(route.stops[j + 1])) {
        return;
      }
      time += way[herePlace * p + thenPlace];
    }
  }

  /** Whether a delivery reached at this time after position {@code j} keeps the windows. */
  private boolean reaches(double arrive, int j) {
    int delivery = t.rides + ride;
    if (arrive > t.latest[delivery] + Timing.EPSILON) {
      return false;
    }
    double leave = Math.max(arrive, t.earliest[delivery]) + t.service[delivery];
    int next = route.stops[j + 1];
    if (t.isBreak(next)) {
      return leave <= t.latest[next] + Timing.EPSILON;
    }
    return leave + way[deliveryPlace * t.places + route.here[j + 1]]
        <= route.latest[j + 1] + Timing.EPSILON;
  }

  /** Where the vehicle goes after this position: a break is taken where it stands. */
  private int nextPlace(int position) {
    int next = position + 1;
    while (t.isBreak(route.stops[next])) {
      next++;
    }
    return route.here[next];
  }

  private void consider(int i, int j, double added) {
    if (i == pickupOverlooked && j == deliveryOverlooked) {
      return;
    }
    int length = fill(route, ride, i, j);
    if (timing.fits(row, length, route.vehicle)) {
      best = added;
      found = true;
      pickupAfter = i;
      deliveryAfter = j;
    }
  }

  /** The first position whose next stop can still be begun at this time. */
  private int firstBefore(double time) {
    int low = 0;
    int high = route.count - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (route.latest[middle + 1] < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether there is room for the ride wherever the vehicle is. */
  private boolean roomy() {
    for (int d = 0; d < t.dimensions; d++) {
      if (route.onBoardMost[d] + t.load[ride * t.dimensions + d]
          > t.capacity[route.vehicle * t.dimensions + d]) {
        return false;
      }
    }
    return true;
  }

  /** Room for the ride on the leg after this position. */
  private boolean room(int position) {
    if (roomy) {
      return true;
    }
    int dims = t.dimensions;
    for (int d = 0; d < dims; d++) {
      if (route.onBoard[position * dims + d] + t.load[ride * dims + d]
          > t.capacity[route.vehicle * dims + d]) {
        return false;
      }
    }
    return true;
  }

  private int fill(Route into, int which, int i, int j) {
    int length = into.count + 2;
    grow(length);
    System.arraycopy(into.stops, 0, row, 0, i + 1);
    row[i + 1] = which;
    System.arraycopy(into.stops, i + 1, row, i + 2, j - i);
    row[j + 2] = t.rides + which;
    System.arraycopy(into.stops, j + 1, row, j + 3, into.count - j - 1);
    return length;
  }

  /** Puts the ride where the given positions say; they came from {@link #best}. */
  void insert(Route into, int which, int i, int j) {
    int length = fill(into, which, i, j);
    if (!into.become(row, length, t, timing)) {
      throw new IllegalStateException("ride " + which + " was said to fit " + into.vehicle);
    }
  }

  /** Gives the vehicle these stops, which are known to be possible. */
  void lay(Route into, int[] stops) {
    if (!fits(into, stops)) {
      throw new IllegalStateException("a remembered route cannot be timed any more");
    }
  }

  /** Sends the vehicle home. */
  void empty(Route route) {
    int[] idle = t.idle(route.vehicle);
    lay(route, Arrays.copyOfRange(idle, 1, idle.length - 1));
  }

  /** Gives the vehicle these stops, if it may take them, has the room and meets every time. */
  boolean fits(Route into, int[] stops) {
    if (!holds(into.vehicle, stops)) {
      return false;
    }
    int length = stops.length + 2;
    grow(length);
    row[0] = t.leaving(into.vehicle);
    System.arraycopy(stops, 0, row, 1, stops.length);
    row[length - 1] = t.home(into.vehicle);
    return into.become(row, length, t, timing);
  }

  /** Of a plan made before, what a ride needs or a vehicle has room for may have changed. */
  private boolean holds(int vehicle, int[] stops) {
    int[] aboard = new int[t.dimensions];
    for (int stop : stops) {
      if (stop < t.rides && !t.suits(vehicle, stop)) {
        return false;
      }
      for (int d = 0; d < t.dimensions && !t.isBreak(stop); d++) {
        aboard[d] += t.load[stop * t.dimensions + d];
        if (aboard[d] > t.capacity[vehicle * t.dimensions + d]) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Tries a break of the route at another place; it stays where it is when that is impossible. What
   * can be put into a route depends on where its crew rests.
   */
  void slide(Route route, SplittableRandom chance) {
    int taken = chance.nextInt(t.breaks(route.vehicle));
    int from = 1;
    for (int left = taken; !t.isBreak(route.stops[from]) || left-- > 0; ) {
      from++;
    }
    int to = 1 + chance.nextInt(route.count - 2);
    grow(route.count);
    int[] all = route.stops;
    System.arraycopy(all, 0, row, 0, route.count);
    System.arraycopy(all, from + 1, row, from, route.count - from - 1);
    System.arraycopy(row, to, row, to + 1, route.count - 1 - to);
    row[to] = all[from];
    if (restsAlone(row, route.count) && inOrder(row, route.count)) {
      int count = route.count;
      route.become(row, count, t, timing);
    }
  }

  private boolean restsAlone(int[] row, int count) {
    int aboard = 0;
    for (int k = 1; k < count - 1; k++) {
      if (!t.isBreak(row[k])) {
        aboard += row[k] < t.rides ? 1 : -1;
      } else if (aboard > 0) {
        return false;
      }
    }
    return true;
  }

  private boolean inOrder(int[] row, int count) {
    int last = 0;
    for (int k = 1; k < count - 1; k++) {
      if (t.isBreak(row[k])) {
        if (row[k] < last) {
          return false;
        }
        last = row[k];
      }
    }
    return true;
  }

  /** Takes marked rides out of the route; false when the rest cannot be timed. */
  boolean remove(Route from, boolean[] out) {
    int length = 0;
    grow(from.count);
    for (int k = 0; k < from.count; k++) {
      int stop = from.stops[k];
      if (stop >= 2 * t.rides || !out[stop % t.rides]) {
        row[length++] = stop;
      }
    }
    return from.become(row, length, t, timing);
  }

  /** Takes one ride out of the route again; false when the rest cannot be timed. */
  boolean drop(Route from, int which) {
    int length = 0;
    grow(from.count);
    for (int k = 0; k < from.count; k++) {
      int stop = from.stops[k];
      if (stop != which && stop != t.rides + which) {
        row[length++] = stop;
      }
    }
    return from.become(row, length, t, timing);
  }

  private void grow(int length) {
    if (length > row.length) {
      row = new int[2 * length];
    }
  }
}
