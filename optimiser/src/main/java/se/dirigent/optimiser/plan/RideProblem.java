package se.dirigent.optimiser.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rides, vehicles and the ways between places. Times share one unit and one zero, costs another;
 * the kernel never asks which. Stops are numbered as in the literature, but from 0: ride {@code r}
 * of {@code n} is fetched at stop {@code r} and left at stop {@code n + r}.
 *
 * @param rides what is asked for
 * @param vehicles what there is
 * @param travels ways of moving that the vehicles refer to
 * @param links rides that go on from one another; a ride has at most one before and one after it
 */
public record RideProblem(
    List<Ride> rides, List<Vehicle> vehicles, List<Travel> travels, List<Link> links) {
  public RideProblem {
    rides = List.copyOf(rides);
    vehicles = List.copyOf(vehicles);
    travels = List.copyOf(travels);
    links = List.copyOf(links);
    if (vehicles.isEmpty() || travels.isEmpty()) {
      throw new IllegalArgumentException("no vehicle or no travel: give at least one of each");
    }
    int places = travels.getFirst().places();
    int dimensions = vehicles.getFirst().capacity().size();
    for (Travel travel : travels) {
      require(travel.places() == places, "travels differ in their number of places");
    }
    for (int v = 0; v < vehicles.size(); v++) {
      Vehicle vehicle = vehicles.get(v);
      require(vehicle.capacity().size() == dimensions, "vehicle " + v + ": capacity's size");
      require(vehicle.travel() < travels.size(), "vehicle " + v + ": no travel of that number");
      require(
          Math.max(vehicle.start(), vehicle.end()) < places, "vehicle " + v + ": unknown place");
    }
    for (int r = 0; r < rides.size(); r++) {
      Ride ride = rides.get(r);
      require(ride.load().size() == dimensions, "ride " + r + ": load's size");
      require(
          Math.max(ride.pickup().place(), ride.delivery().place()) < places,
          "ride " + r + ": unknown place");
      require(ride.only() < vehicles.size(), "ride " + r + ": only for an unknown vehicle");
    }
    check(links, rides.size());
  }

  /** Rides by themselves. */
  public RideProblem(List<Ride> rides, List<Vehicle> vehicles, List<Travel> travels) {
    this(rides, vehicles, travels, List.of());
  }

  /** The rides of the journey that this ride is part of, in order; the ride itself among them. */
  public List<Integer> legs(int ride) {
    List<Integer> legs = new ArrayList<>(List.of(ride));
    for (boolean more = true; more; ) {
      more = false;
      for (Link link : links) {
        if (link.after() == legs.getFirst()) {
          legs.addFirst(link.before());
          more = true;
        } else if (link.before() == legs.getLast()) {
          legs.addLast(link.after());
          more = true;
        }
      }
    }
    return legs;
  }

  private static void check(List<Link> links, int rides) {
    int[] next = new int[rides];
    boolean[] hasBefore = new boolean[rides];
    Arrays.fill(next, -1);
    for (Link link : links) {
      require(Math.max(link.before(), link.after()) < rides, link + ": unknown ride");
      require(next[link.before()] < 0 && !hasBefore[link.after()], link + ": a second link");
      next[link.before()] = link.after();
      hasBefore[link.after()] = true;
    }
    for (Link link : links) {
      int at = link.after();
      while (at >= 0 && at != link.before()) {
        at = next[at];
      }
      require(at < 0, link + ": leads back to itself");
    }
  }

  /** The stop of this number: pick-ups first, then deliveries. */
  public Stop stop(int number) {
    int n = rides.size();
    return number < n ? rides.get(number).pickup() : rides.get(number - n).delivery();
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what + ": all must agree with the first and the travels");
    }
  }
}
