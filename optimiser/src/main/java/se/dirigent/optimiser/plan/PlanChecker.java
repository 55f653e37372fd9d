package se.dirigent.optimiser.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Judges a plan from the problem's own words, apart from the search and without its shortcuts.
 * Whether a tour's times can be met is for {@link Timetable} to say.
 */
public final class PlanChecker {
  /** Times and costs closer than this are the same. */
  static final double TOLERANCE = 1e-6;

  private PlanChecker() {}

  /** Everything that is wrong with the plan, in words; empty when nothing is. */
  public static List<String> faults(RideProblem problem, Plan plan) {
    List<String> faults = new ArrayList<>();
    TreeSet<Integer> vehicles = new TreeSet<>();
    int[] visits = new int[2 * problem.rides().size()];
    double cost = 0;
    for (Plan.Tour tour : plan.tours()) {
      if (!vehicles.add(tour.vehicle())) {
        faults.add("vehicle " + tour.vehicle() + " has two tours");
      }
      tour.stops().stream().filter(stop -> stop < visits.length).forEach(s -> visits[s]++);
      faults.addAll(faults(problem, tour));
      cost += cost(problem, tour);
    }
    for (int r = 0; r < problem.rides().size(); r++) {
      int expected = plan.unserved().contains(r) ? 0 : 1;
      if (visits[r] != expected || visits[problem.rides().size() + r] != expected) {
        faults.add("ride " + r + " is served " + visits[r] + " times, expected " + expected);
      }
      cost += expected == 1 ? 0 : problem.rides().get(r).unservedCost();
    }
    for (Link link : problem.links()) {
      if (plan.unserved().contains(link.before()) != plan.unserved().contains(link.after())) {
        faults.add("of " + link + " one ride is served and the other is not");
      }
    }
    if (faults.isEmpty()
        && !problem.links().isEmpty()
        && Timetable.of(problem, plan.tours()).isEmpty()) {
      faults.add("no times let those who ride on be handed over");
    }
    if (Math.abs(cost - plan.cost()) > TOLERANCE * (1 + Math.abs(cost))) {
      faults.add("the plan says cost " + plan.cost() + ", it is " + cost);
    }
    return faults;
  }

  /** Everything that is wrong with one tour by itself. */
  public static List<String> faults(RideProblem problem, Plan.Tour tour) {
    List<String> faults = new ArrayList<>();
    Vehicle vehicle = problem.vehicles().get(tour.vehicle());
    String name = "vehicle " + tour.vehicle() + ": ";
    int n = problem.rides().size();
    int[] onBoard = new int[vehicle.capacity().size()];
    TreeSet<Integer> aboard = new TreeSet<>();
    List<Integer> breaks = tour.stops().stream().filter(stop -> stop >= 2 * n).toList();
    if (!breaks.equals(IntStream.range(2 * n, 2 * n + vehicle.breaks().size()).boxed().toList())) {
      faults.add(name + "breaks " + breaks + " are not each of them once and in order");
    }
    for (int stop : tour.stops()) {
      if (stop >= 2 * n) {
        if (!aboard.isEmpty()) {
          faults.add(name + "break " + (stop - 2 * n) + " with rides " + aboard + " on board");
        }
        continue;
      }
      Ride ride = problem.rides().get(stop % n);
      if (stop < n ? !aboard.add(stop) : !aboard.remove(stop - n)) {
        faults.add(name + "stop " + stop + " comes before its pick-up, or twice");
      }
      for (int d = 0; d < onBoard.length; d++) {
        onBoard[d] += (stop < n ? 1 : -1) * ride.load().get(d);
        if (onBoard[d] > vehicle.capacity().get(d)) {
          faults.add(name + "more on board after stop " + stop + " than there is room for");
        }
      }
      if ((ride.needs() & ~vehicle.offers()) != 0) {
        faults.add(name + "lacks what ride " + stop % n + " needs");
      }
      if (ride.only() != Ride.ANY && ride.only() != tour.vehicle()) {
        faults.add(name + "takes ride " + stop % n + ", which is for vehicle " + ride.only());
      }
    }
    if (!aboard.isEmpty()) {
      faults.add(name + "rides " + aboard + " are never left");
    }
    if (driving(problem, tour) > vehicle.drivingMax() + TOLERANCE) {
      faults.add(name + "drives longer than it may");
    }
    if (faults.isEmpty() && Timetable.of(problem, tour).isEmpty()) {
      faults.add(name + "no times meet every window, ride and shift");
    }
    return faults;
  }

  /** What the tour costs: use of the vehicle and its movements; nothing when it stays at home. */
  public static double cost(RideProblem problem, Plan.Tour tour) {
    Vehicle vehicle = problem.vehicles().get(tour.vehicle());
    Travel travel = problem.travels().get(vehicle.travel());
    int breaks = 2 * problem.rides().size();
    if (tour.stops().stream().allMatch(stop -> stop >= breaks)) {
      return 0;
    }
    double cost = vehicle.useCost();
    int place = vehicle.start();
    for (int number : tour.stops()) {
      int next = stop(problem, vehicle, number, place).place();
      cost += travel.cost(place, next);
      place = next;
    }
    return cost + travel.cost(place, vehicle.end());
  }

  /** Time on the move in all, in the problem's unit. */
  public static double driving(RideProblem problem, Plan.Tour tour) {
    Vehicle vehicle = problem.vehicles().get(tour.vehicle());
    Travel travel = problem.travels().get(vehicle.travel());
    double driving = 0;
    int place = vehicle.start();
    for (int number : tour.stops()) {
      int next = stop(problem, vehicle, number, place).place();
      driving += travel.time(place, next);
      place = next;
    }
    return driving + travel.time(place, vehicle.end());
  }

  /** The stop of a tour; a break is one where the vehicle happens to be. */
  static Stop stop(RideProblem problem, Vehicle vehicle, int number, int place) {
    int rest = number - 2 * problem.rides().size();
    if (rest < 0) {
      return problem.stop(number);
    }
    Break taken = vehicle.breaks().get(rest);
    return new Stop(place, taken.earliest(), taken.latest(), taken.duration());
  }
}
