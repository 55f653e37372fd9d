package se.dirigent.optimiser.plan.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import se.dirigent.optimiser.plan.Break;
import se.dirigent.optimiser.plan.Link;
import se.dirigent.optimiser.plan.Ride;
import se.dirigent.optimiser.plan.RideProblem;
import se.dirigent.optimiser.plan.Stop;
import se.dirigent.optimiser.plan.Travel;
import se.dirigent.optimiser.plan.TravelTable;
import se.dirigent.optimiser.plan.Vehicle;

/**
 * The problem as flat arrays, for speed. Stops are numbered: pick-ups 0…n-1, deliveries n…2n-1,
 * then each vehicle's leaving (2n+v) and coming home (2n+m+v). Never changes once made.
 */
final class Tables {
  /** Related rides kept for each ride: more would seldom be reached by one ruin. */
  private static final int RELATED_MAX = 100;

  /** The place of a break. */
  static final int WHERE_IT_STANDS = -1;

  /** How much a unit of time apart counts beside a unit of travel time apart. */
  private static final double TIME_SHARE = 0.5;

  final int rides;
  final int vehicles;
  final int dimensions;
  final int places;
  final int[] place;
  final double[] earliest;
  final double[] latest;
  final double[] service;
  final double[] rideMax;
  final int[] load;
  final long[] needs;

  /** The one vehicle that may take the ride, or {@link Ride#ANY}. */
  final int[] only;

  final double[] unservedCost;
  final int[] capacity;
  final long[] offers;
  final double[] durationMax;
  final double[] drivingMax;
  final double[] useCost;
  final int[] travel;

  /**
   * Vehicles alike in everything have the same class, numbered from 0. One that a ride is bound to
   * is like no other.
   */
  final int[] alike;

  /** Times and costs by way of moving; from × places + to. */
  final double[][] time;

  final double[][] cost;

  /** A random mark for each ride, always the same. */
  final long[] mark;

  /** The rides that are served with this one or not at all, in order; itself among them. */
  final int[][] legs;

  /** Times by way of moving, each table once: kinds of vehicles often share one. */
  private final double[][] ways;

  /** First stop number of the breaks of each class of vehicles; they follow one another. */
  private final int[] firstBreak;

  private final int[] breakCount;

  /** What {@link #related} found; chains fill it beside each other. */
  private final AtomicReferenceArray<int[]> related;

  Tables(RideProblem problem) {
    rides = problem.rides().size();
    vehicles = problem.vehicles().size();
    dimensions = problem.vehicles().getFirst().capacity().size();
    places = problem.travels().getFirst().places();
    alike = classes(problem);
    int breaks = 0;
    for (int v = 0, known = 0; v < vehicles; v++) {
      breaks += alike[v] == known ? problem.vehicles().get(v).breaks().size() : 0;
      known += alike[v] == known ? 1 : 0;
    }
    int stops = 2 * rides + 2 * vehicles + breaks;
    place = new int[stops];
    earliest = new double[stops];
    latest = new double[stops];
    service = new double[stops];
    rideMax = new double[rides];
    load = new int[2 * rides * dimensions];
    needs = new long[rides];
    only = new int[rides];
    unservedCost = new double[rides];
    capacity = new int[vehicles * dimensions];
    offers = new long[vehicles];
    durationMax = new double[vehicles];
    drivingMax = new double[vehicles];
    firstBreak = new int[vehicles];
    breakCount = new int[vehicles];
    useCost = new double[vehicles];
    travel = new int[vehicles];
    time = matrices(problem.travels(), true);
    cost = matrices(problem.travels(), false);
    ways = Arrays.stream(time).distinct().toArray(double[][]::new);
    legs = new int[rides][];
    Arrays.setAll(legs, ride -> new int[] {ride});
    for (Link link : problem.links()) {
      List<Integer> all = problem.legs(link.before());
      all.forEach(leg -> legs[leg] = all.stream().mapToInt(Integer::intValue).toArray());
    }
    fillRides(problem.rides());
    tighten();
    fillVehicles(problem.vehicles());
    related = new AtomicReferenceArray<>(rides);
    mark = new SplittableRandom(1).longs(rides).toArray();
  }

  private record VehicleClass(Vehicle vehicle, int only) {}

  private static int[] classes(RideProblem problem) {
    List<Vehicle> all = problem.vehicles();
    boolean[] bound = new boolean[all.size()];
    for (Ride ride : problem.rides()) {
      if (ride.only() != Ride.ANY) {
        bound[ride.only()] = true;
      }
    }
    Map<VehicleClass, Integer> known = new HashMap<>();
    int[] alike = new int[all.size()];
    for (int v = 0; v < alike.length; v++) {
      VehicleClass one = new VehicleClass(all.get(v), bound[v] ? v : Ride.ANY);
      alike[v] = known.computeIfAbsent(one, any -> known.size());
    }
    return alike;
  }

  private static double[][] matrices(List<Travel> travels, boolean times) {
    double[][] matrices = new double[travels.size()][];
    for (int k = 0; k < matrices.length; k++) {
      Travel travel = travels.get(k);
      if (travel instanceof TravelTable table) {
        matrices[k] = times ? table.time() : table.cost();
        continue;
      }
      int n = travel.places();
      double[] matrix = new double[n * n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          matrix[i * n + j] = times ? travel.time(i, j) : travel.cost(i, j);
        }
      }
      matrices[k] = matrix;
    }
    return matrices;
  }

  private void fillRides(List<Ride> all) {
    for (int r = 0; r < rides; r++) {
      Ride ride = all.get(r);
      fill(r, ride.pickup());
      fill(rides + r, ride.delivery());
      rideMax[r] = ride.rideMax();
      needs[r] = ride.needs();
      only[r] = ride.only();
      unservedCost[r] = ride.unservedCost();
      for (int d = 0; d < dimensions; d++) {
        load[r * dimensions + d] = ride.load().get(d);
        load[(rides + r) * dimensions + d] = -ride.load().get(d);
      }
    }
  }

  /**
   * What the window of one end and the longest ride say about the other end (Cordeau 2006, section
   * 4.1.1). It forbids no plan; impossible positions are seen sooner.
   */
  private void tighten() {
    for (int p = 0; p < rides; p++) {
      int d = rides + p;
      double least = service[p] + near(p, d);
      double most = service[p] + rideMax[p];
      earliest[d] = Math.max(earliest[d], earliest[p] + least);
      latest[p] = Math.min(latest[p], latest[d] - least);
      earliest[p] = Math.max(earliest[p], earliest[d] - most);
      latest[d] = Math.min(latest[d], latest[p] + most);
    }
  }

  private void fill(int number, Stop stop) {
    place[number] = stop.place();
    earliest[number] = stop.earliest();
    latest[number] = stop.latest();
    service[number] = stop.service();
  }

  private void fillVehicles(List<Vehicle> all) {
    int breaks = 2 * rides + 2 * vehicles;
    for (int v = 0; v < vehicles; v++) {
      Vehicle vehicle = all.get(v);
      int leaving = leaving(v);
      int home = home(v);
      place[leaving] = vehicle.start();
      place[home] = vehicle.end();
      earliest[leaving] = vehicle.from();
      earliest[home] = vehicle.from();
      latest[leaving] = vehicle.to();
      latest[home] = vehicle.to();
      for (int d = 0; d < dimensions; d++) {
        capacity[v * dimensions + d] = vehicle.capacity().get(d);
      }
      offers[v] = vehicle.offers();
      durationMax[v] = vehicle.durationMax();
      drivingMax[v] = vehicle.drivingMax();
      useCost[v] = vehicle.useCost();
      travel[v] = vehicle.travel();
      breakCount[v] = vehicle.breaks().size();
      if (firstBreak[alike[v]] == 0) {
        firstBreak[alike[v]] = breaks;
        for (Break rest : vehicle.breaks()) {
          fill(breaks++, new Stop(0, rest.earliest(), rest.latest(), rest.duration()));
          place[breaks - 1] = WHERE_IT_STANDS;
        }
      }
    }
  }

  int leaving(int vehicle) {
    return 2 * rides + vehicle;
  }

  int home(int vehicle) {
    return 2 * rides + vehicles + vehicle;
  }

  /** What a vehicle does that has no ride: it leaves, rests and is home. */
  int[] idle(int vehicle) {
    int breaks = breakCount[vehicle];
    int[] row = new int[breaks + 2];
    row[0] = leaving(vehicle);
    for (int k = 0; k < breaks; k++) {
      row[k + 1] = firstBreak[alike[vehicle]] + k;
    }
    row[breaks + 1] = home(vehicle);
    return row;
  }

  boolean isBreak(int stop) {
    return stop >= 2 * rides + 2 * vehicles;
  }

  int breaks(int vehicle) {
    return breakCount[vehicle];
  }

  /** The number that a plan gives a stop of a row of this vehicle, and back. */
  int inPlan(int stop, int vehicle) {
    return isBreak(stop) ? stop - firstBreak[alike[vehicle]] + 2 * rides : stop;
  }

  int inRow(int stop, int vehicle) {
    return stop >= 2 * rides ? stop - 2 * rides + firstBreak[alike[vehicle]] : stop;
  }

  /**
   * The other rides, most related first, after Shaw (1997): near in place at both ends, and in
   * time. Windows as wide as the day say nothing about time, so the middle of the narrower window
   * of the two ends counts. Worked out when first asked for: to put one ride into a country's plan
   * needs one list, not thousands.
   */
  int[] related(int ride) {
    int[] known = related.get(ride);
    if (known == null) {
      double[] far = new double[rides];
      for (int other = 0; other < rides; other++) {
        far[other] =
            near(ride, other)
                + near(rides + ride, rides + other)
                + TIME_SHARE * Math.abs(middle(ride) - middle(other));
      }
      far[ride] = Double.MAX_VALUE;
      known = nearest(far, Math.min(RELATED_MAX, rides - 1));
      related.set(ride, known);
    }
    return known;
  }

  private double middle(int ride) {
    int stop = width(ride) <= width(rides + ride) ? ride : rides + ride;
    return (earliest[stop] + latest[stop]) / 2;
  }

  /** The positions of the least figures, in rising order; equal ones in the order they stand. */
  private static int[] nearest(double[] far, int count) {
    long[] keys = new long[far.length];
    for (int k = 0; k < keys.length; k++) {
      // Not negative, so their bits rise as they do; as floats they leave room for the position.
      keys[k] = (long) Float.floatToIntBits((float) far[k]) << 32 | k;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys, 0, count).mapToInt(key -> (int) key).toArray();
  }

  private double near(int a, int b) {
    double least = Double.MAX_VALUE;
    for (double[] times : ways) {
      least = Math.min(least, times[place[a] * places + place[b]]);
    }
    return least;
  }

  private double width(int stop) {
    return latest[stop] - earliest[stop];
  }

  boolean suits(int vehicle, int ride) {
    return (needs[ride] & ~offers[vehicle]) == 0
        && (only[ride] == Ride.ANY || only[ride] == vehicle);
  }
}
