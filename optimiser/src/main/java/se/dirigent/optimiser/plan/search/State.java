package se.dirigent.optimiser.plan.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.optimiser.plan.Plan;

/** A whole plan that one chain works on, and the way back from a step that was not kept. */
final class State {
  private final Tables t;
  final Route[] routes;

  /** The vehicle of each ride, or -1. */
  final int[] vehicleOf;

  double cost;

  /** As a route was before the step; made when it is first touched. */
  private final @Nullable Route[] before;

  private final int[] vehicleBefore;
  private final boolean[] touched;
  private final int[] touchedList;
  private int touchedCount;
  private final int[] moved;
  private final boolean[] isMoved;
  private int movedCount;
  private double costBefore;

  /** Vehicles whose routes changed since a follower was level with this. */
  private final int[] newer;

  private final boolean[] isNewer;
  private int newerCount;

  State(Tables tables, Timing timing) {
    t = tables;
    routes = new Route[t.vehicles];
    before = new Route[t.vehicles];
    for (int v = 0; v < t.vehicles; v++) {
      routes[v] = new Route(t, v, timing);
    }
    vehicleOf = new int[t.rides];
    Arrays.fill(vehicleOf, -1);
    vehicleBefore = new int[t.rides];
    touched = new boolean[t.vehicles];
    touchedList = new int[t.vehicles];
    newer = new int[t.vehicles];
    isNewer = new boolean[t.vehicles];
    moved = new int[t.rides];
    isMoved = new boolean[t.rides];
    cost = Arrays.stream(t.unservedCost).sum();
    costBefore = cost;
  }

  /** Call before a route changes, so that the step can be taken back. */
  void touch(int vehicle) {
    if (!touched[vehicle]) {
      touched[vehicle] = true;
      touchedList[touchedCount++] = vehicle;
      Route kept = before[vehicle];
      if (kept == null) {
        kept = routes[vehicle].copy();
        before[vehicle] = kept;
      } else {
        kept.copyFrom(routes[vehicle]);
      }
    }
  }

  /** Says which vehicle has the ride now, or -1. */
  void assign(int ride, int vehicle) {
    if (!isMoved[ride]) {
      isMoved[ride] = true;
      moved[movedCount++] = ride;
      vehicleBefore[ride] = vehicleOf[ride];
    }
    vehicleOf[ride] = vehicle;
  }

  /** Adds up what changed since the last step kept; call when the step is whole. */
  double weigh() {
    double sum = costBefore;
    for (int k = 0; k < touchedCount; k++) {
      int v = touchedList[k];
      sum += routes[v].cost - kept(v).cost;
    }
    for (int k = 0; k < movedCount; k++) {
      int ride = moved[k];
      if ((vehicleOf[ride] < 0) != (vehicleBefore[ride] < 0)) {
        sum += vehicleOf[ride] < 0 ? t.unservedCost[ride] : -t.unservedCost[ride];
      }
    }
    cost = sum;
    return sum;
  }

  /** Remembers the routes that this step changed. */
  void pool(RoutePool pool) {
    for (int k = 0; k < touchedCount; k++) {
      Route route = routes[touchedList[k]];
      if (!route.isEmpty()) {
        pool.add(route);
      }
    }
  }

  void keep() {
    for (int k = 0; k < touchedCount; k++) {
      int v = touchedList[k];
      if (!isNewer[v]) {
        isNewer[v] = true;
        newer[newerCount++] = v;
      }
    }
    forget();
    costBefore = cost;
  }

  /**
   * Takes over what the other has changed since it was last followed or {@link #level} with this;
   * of a country's hundreds of routes a step changes a few.
   */
  void follow(State other) {
    for (int k = 0; k < other.newerCount; k++) {
      int v = other.newer[k];
      routes[v].copyFrom(other.routes[v]);
    }
    other.level();
    System.arraycopy(other.vehicleOf, 0, vehicleOf, 0, vehicleOf.length);
    cost = other.cost;
    costBefore = cost;
    forget();
  }

  /** Says that whoever follows this has all its routes as they are. */
  void level() {
    for (int k = 0; k < newerCount; k++) {
      isNewer[newer[k]] = false;
    }
    newerCount = 0;
  }

  private Plan.Tour tour(Route route) {
    List<Integer> stops =
        Arrays.stream(route.stops, 1, route.count - 1)
            .map(stop -> t.inPlan(stop, route.vehicle))
            .boxed()
            .toList();
    return new Plan.Tour(route.vehicle, stops);
  }

  boolean isTouched(int vehicle) {
    return touched[vehicle];
  }

  private Route kept(int vehicle) {
    return Objects.requireNonNull(before[vehicle], "untouched");
  }

  void takeBack() {
    for (int k = 0; k < touchedCount; k++) {
      int v = touchedList[k];
      Route now = routes[v];
      routes[v] = kept(v);
      before[v] = now;
    }
    for (int k = 0; k < movedCount; k++) {
      vehicleOf[moved[k]] = vehicleBefore[moved[k]];
    }
    forget();
    cost = costBefore;
  }

  private void forget() {
    for (int k = 0; k < touchedCount; k++) {
      touched[touchedList[k]] = false;
    }
    for (int k = 0; k < movedCount; k++) {
      isMoved[moved[k]] = false;
    }
    touchedCount = 0;
    movedCount = 0;
  }

  /** Becomes the plan of these routes, each driven by some vehicle of its class. */
  void become(List<RoutePool.Column> columns, Insertion insertion) {
    Arrays.fill(vehicleOf, -1);
    boolean[] used = new boolean[routes.length];
    for (RoutePool.Column column : columns) {
      int v = 0;
      while (used[v] || t.alike[v] != column.alike()) {
        v++;
      }
      used[v] = true;
      insertion.lay(routes[v], column.stops());
      for (int stop : column.stops()) {
        if (stop < t.rides) {
          vehicleOf[stop] = v;
        }
      }
    }
    for (int v = 0; v < routes.length; v++) {
      if (!used[v]) {
        insertion.empty(routes[v]);
      }
    }
    settle();
  }

  private State(State other) {
    t = other.t;
    routes = new Route[t.vehicles];
    before = new Route[t.vehicles];
    for (int v = 0; v < t.vehicles; v++) {
      routes[v] = other.routes[v].copy();
    }
    vehicleOf = other.vehicleOf.clone();
    vehicleBefore = new int[t.rides];
    touched = new boolean[t.vehicles];
    touchedList = new int[t.vehicles];
    newer = new int[t.vehicles];
    isNewer = new boolean[t.vehicles];
    moved = new int[t.rides];
    isMoved = new boolean[t.rides];
    cost = other.cost;
    costBefore = cost;
  }

  State copy() {
    return new State(this);
  }

  /** Adds everything up anew; from here on steps can be taken back. */
  void settle() {
    forget();
    cost = exactCost();
    costBefore = cost;
  }

  void copyFrom(State other) {
    for (int v = 0; v < routes.length; v++) {
      routes[v].copyFrom(other.routes[v]);
    }
    System.arraycopy(other.vehicleOf, 0, vehicleOf, 0, vehicleOf.length);
    cost = other.cost;
    costBefore = cost;
    forget();
  }

  /** The cost summed anew: steps add rounding, and a plan says what it really costs. */
  private double exactCost() {
    double sum = 0;
    for (Route route : routes) {
      sum += route.cost;
    }
    for (int r = 0; r < t.rides; r++) {
      sum += vehicleOf[r] < 0 ? t.unservedCost[r] : 0;
    }
    return sum;
  }

  int unservedCount() {
    int count = 0;
    for (int vehicle : vehicleOf) {
      count += vehicle < 0 ? 1 : 0;
    }
    return count;
  }

  /** Mean cost of a movement between two stops; of a ride left out when nobody moves. */
  double movementCost() {
    double sum = 0;
    int movements = 0;
    for (Route route : routes) {
      sum += route.cost;
      movements += route.isEmpty() ? 0 : route.count - 1;
    }
    return movements == 0 || sum == 0 ? t.unservedCost[0] : sum / movements;
  }

  Plan plan() {
    return plan(new Plan.Tour[routes.length]);
  }

  /**
   * The plan, with tours that are known already.
   *
   * @param known a tour for each vehicle whose route is as that tour says, else null
   */
  Plan plan(Plan.@Nullable Tour[] known) {
    List<Plan.Tour> tours = new ArrayList<>();
    for (Route route : routes) {
      Plan.Tour tour = known[route.vehicle];
      if (!route.isEmpty()) {
        tours.add(tour == null ? tour(route) : tour);
      }
    }
    List<Integer> unserved = new ArrayList<>();
    for (int r = 0; r < t.rides; r++) {
      if (vehicleOf[r] < 0) {
        unserved.add(r);
      }
    }
    return new Plan(exactCost(), tours, unserved);
  }
}
