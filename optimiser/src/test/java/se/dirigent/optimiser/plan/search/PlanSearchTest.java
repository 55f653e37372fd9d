package se.dirigent.optimiser.plan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.PlanBudget;
import se.dirigent.optimiser.plan.PlanChecker;
import se.dirigent.optimiser.plan.Ride;
import se.dirigent.optimiser.plan.RideProblem;
import se.dirigent.optimiser.plan.Stop;
import se.dirigent.optimiser.plan.Travel;
import se.dirigent.optimiser.plan.Vehicle;

class PlanSearchTest {
  private static final double DEAR = RandomRides.DEAR;

  @Test
  void s1OneRideOneVehicle() {
    RideProblem problem =
        new RideProblem(List.of(ride(1, 2, 0, 100, 50)), List.of(vehicle(100)), List.of(line(3)));
    Plan plan = search(problem, 1, 50);
    assertEquals(List.of(new Plan.Tour(0, List.of(0, 1))), plan.tours());
    assertEquals(4, plan.cost(), 1e-9);
  }

  @Test
  void s2WhatCannotBeServedIsLeftOutAndSaid() {
    RideProblem problem =
        new RideProblem(
            List.of(ride(1, 2, 0, 100, 50), ride(1, 2, 0, 0.5, 50)),
            List.of(vehicle(100)),
            List.of(line(3)));
    Plan plan = search(problem, 1, 50);
    assertEquals(List.of(1), plan.unserved());
    assertEquals(4 + DEAR, plan.cost(), 1e-9);
  }

  @Test
  void s3AVehicleWithoutTheAbilityIsNotSent() {
    Ride needy = new Ride(stop(1, 0, 100), stop(2, 0, 100), 50, List.of(1), 0b10, DEAR);
    Vehicle plain = able(0b01, 0);
    Vehicle able = able(0b11, 500);
    RideProblem problem = new RideProblem(List.of(needy), List.of(plain, able), List.of(line(3)));
    assertEquals(1, search(problem, 1, 50).tours().getFirst().vehicle());
  }

  @Test
  void s4TheExactTimingAgreesWithTheCheckerOnRandomRows() {
    SplittableRandom chance = new SplittableRandom(4);
    int possible = 0;
    for (int trial = 0; trial < 4_000; trial++) {
      RideProblem problem = RandomRides.problem(chance, 2 + chance.nextInt(4), 1);
      List<Integer> stops = row(chance, problem);
      List<String> faults = PlanChecker.faults(problem, new Plan.Tour(0, stops));
      if (faults.stream()
          .anyMatch(fault -> fault.contains("on board") || fault.contains("in order"))) {
        continue;
      }
      boolean expected = faults.isEmpty();
      Tables tables = new Tables(problem);
      int[] row = new int[stops.size() + 2];
      row[0] = tables.leaving(0);
      for (int k = 0; k < stops.size(); k++) {
        row[k + 1] = tables.inRow(stops.get(k), 0);
      }
      row[row.length - 1] = tables.home(0);
      assertEquals(
          expected, new Timing(tables).fits(row, row.length, 0), "trial " + trial + ": " + stops);
      possible += expected ? 1 : 0;
    }
    assertTrue(possible > 100 && possible < 2_000, possible + " rows of 4000 were possible");
  }

  @Test
  void s5EveryPlanPassesTheCheckerAndNoneIsDearerThanTheFirst() {
    SplittableRandom chance = new SplittableRandom(5);
    for (int trial = 0; trial < 40; trial++) {
      RideProblem problem =
          RandomRides.problem(chance, 3 + chance.nextInt(25), 1 + chance.nextInt(4));
      Plan first = search(problem, trial, 1);
      Plan plan = search(problem, trial, 400);
      assertEquals(List.of(), PlanChecker.faults(problem, plan));
      assertTrue(plan.cost() <= first.cost() + DEAR / 10, "dearer after search");
    }
  }

  @Test
  void s6SmallProblemsAreSolvedToTheOptimum() {
    SplittableRandom chance = new SplittableRandom(6);
    for (int trial = 0; trial < 30; trial++) {
      RideProblem problem = RandomRides.problem(chance, 3, 1);
      assertEquals(optimum(problem), search(problem, trial, 600).cost(), 1e-6, "trial " + trial);
    }
  }

  @Test
  void s7TheSameSeedAndRoundsGiveTheSamePlan() {
    RideProblem problem = RandomRides.problem(new SplittableRandom(7), 30, 4);
    PlanBudget budget = PlanBudget.ofRounds(7, 2, 500);
    Plan one = PlanSearch.run(problem, budget, () -> 0, stands -> true);
    Plan two = PlanSearch.run(problem, budget, () -> 0, stands -> true);
    assertEquals(one, two);
  }

  @Test
  void s8ASearchThatIsNotWantedAnyMoreEndsWithItsBest() {
    RideProblem problem = RandomRides.problem(new SplittableRandom(8), 30, 4);
    int[] asked = {0};
    Plan plan =
        PlanSearch.run(
            problem, PlanBudget.ofRounds(8, 1, 1_000_000), () -> 0, stands -> ++asked[0] < 2);
    assertEquals(2, asked[0]);
    assertEquals(List.of(), PlanChecker.faults(problem, plan));
  }

  @Test
  void s9TheCheckerFindsWhatIsWrong() {
    RideProblem problem =
        new RideProblem(
            List.of(ride(1, 2, 0, 100, 50), ride(2, 1, 0, 100, 50)),
            List.of(vehicle(100)),
            List.of(line(3)));
    assertFalse(faults(problem, 4, List.of(2, 0)).isEmpty(), "delivery before pick-up");
    assertFalse(faults(problem, 4, List.of(0, 2)).isEmpty(), "a ride is missing");
    assertFalse(faults(problem, 5, List.of(0, 1, 2, 3)).isEmpty(), "a wrong cost");
    assertEquals(
        List.of(),
        faults(problem, 6, List.of(0, 2, 1, 3, 3).subList(0, 4)).stream()
            .filter(fault -> !fault.contains("cost"))
            .toList());
  }

  @Test
  void s10ARunningPlanIsMendedAndNothingElseChanged() {
    SplittableRandom chance = new SplittableRandom(10);
    for (int trial = 0; trial < 40; trial++) {
      RideProblem problem =
          RandomRides.problem(chance, 4 + chance.nextInt(20), 2 + chance.nextInt(3));
      Plan running = search(problem, trial, 100);
      assertEquals(running, PlanSearch.mend(problem, running, 1), "nothing is missing");
      if (running.tours().isEmpty()) {
        continue;
      }
      // A vehicle is lost with all it had.
      List<Plan.Tour> left = running.tours().subList(1, running.tours().size());
      Plan mended = PlanSearch.mend(problem, new Plan(0, left, List.of()), 1);
      assertEquals(List.of(), PlanChecker.faults(problem, mended));
      assertTrue(mended.tours().size() >= left.size());
      Plan better =
          PlanSearch.run(problem, mended, PlanBudget.ofRounds(trial, 1, 100), () -> 0, any -> true);
      assertEquals(List.of(), PlanChecker.faults(problem, better));
      assertTrue(better.cost() <= mended.cost() + 1e-9, "dearer than where it began");
    }
  }

  @Test
  void s11ABoundRideIsTakenByItsVehicleAlone() {
    SplittableRandom chance = new SplittableRandom(11);
    for (int trial = 0; trial < 40; trial++) {
      RideProblem free = RandomRides.problem(chance, 3 + chance.nextInt(9), 1);
      List<Vehicle> alike = Collections.nCopies(3, free.vehicles().getFirst());
      List<Ride> bound = new ArrayList<>();
      List<Ride> able = new ArrayList<>();
      for (Ride ride : free.rides()) {
        int only = chance.nextInt(4) - 1;
        bound.add(ride.onlyBy(only));
        able.add(needing(ride, only == Ride.ANY ? 0 : 1L << only));
      }
      List<Vehicle> marked = new ArrayList<>();
      for (int v = 0; v < alike.size(); v++) {
        marked.add(offering(alike.get(v), 1L << v));
      }
      RideProblem problem = new RideProblem(bound, alike, free.travels());
      Plan plan = search(problem, trial, 400);
      assertEquals(List.of(), PlanChecker.faults(problem, plan));
      // The same said by abilities that one vehicle each has.
      RideProblem same = new RideProblem(able, marked, free.travels());
      Plan other = search(same, trial, 400);
      assertEquals(List.of(), PlanChecker.faults(problem, other), "judged by the bound rides");
      assertEquals(other.cost(), plan.cost(), 0.05 * plan.cost(), "trial " + trial);
      assertEquals(plan, PlanSearch.mend(problem, plan, 1));
    }
  }

  @Test
  void s12TheCheckerRefusesABoundRideInAnotherVehicle() {
    Ride bound = ride(1, 2, 0, 100, 50).onlyBy(1);
    RideProblem problem =
        new RideProblem(List.of(bound), List.of(vehicle(100), vehicle(100)), List.of(line(3)));
    assertEquals(1, search(problem, 1, 20).tours().getFirst().vehicle());
    List<String> faults = faults(problem, 4, List.of(0, 1));
    assertTrue(faults.getFirst().contains("for vehicle 1"), faults.toString());
  }

  @Test
  void s13WhoIsOnBoardIsFetchedWhereTheVehicleStarts() {
    Ride aboard = new Ride(stop(0, 5, 5), stop(2, 0, 100), 50, List.of(1), 0, DEAR, 0);
    Vehicle moving = Vehicle.of(0, 0, 5, 100, 100, List.of(1));
    RideProblem problem =
        new RideProblem(List.of(ride(1, 2, 0, 100, 50), aboard), List.of(moving), List.of(line(3)));
    Plan plan = search(problem, 1, 50);
    assertEquals(List.of(1, 3, 0, 2), plan.tours().getFirst().stops());
    assertEquals(List.of(), PlanChecker.faults(problem, plan));
  }

  @Test
  void s14OneRideMoreIsPutAsIfAllTheOthersHadBeenAskedToo() {
    SplittableRandom chance = new SplittableRandom(14);
    for (int trial = 0; trial < 40; trial++) {
      RideProblem problem =
          RandomRides.problem(chance, 5 + chance.nextInt(20), 1 + chance.nextInt(2));
      Plan plan = search(problem, trial, 300);
      int n = problem.rides().size();
      int ride = chance.nextInt(n);
      List<Plan.Tour> tours =
          plan.tours().stream()
              .map(tour ->
                  new Plan.Tour(
                      tour.vehicle(),
                      tour.stops().stream().filter(s -> s != ride && s != n + ride).toList()))
              .toList();
      List<Integer> unserved = plan.unserved().stream().filter(r -> r != ride).toList();
      Plan with = PlanSearch.admit(problem, new Plan(0, tours, unserved), 1);
      assertEquals(List.of(), PlanChecker.faults(problem, with), "trial " + trial);
      assertTrue(with.cost() <= plan.cost() + DEAR + 1e-6, "only the one ride is in question");
      assertTrue(with.unserved().containsAll(unserved), "those left out stay so");
    }
  }

  @Test
  void s15WhereTheDrivingOfTheDayHasRunOutTheTourIsMended() {
    SplittableRandom chance = new SplittableRandom(15);
    int shortened = 0;
    for (int trial = 0; trial < 40; trial++) {
      RideProblem problem = RandomRides.problem(chance, 10, 2);
      Plan running = search(problem, trial, 300);
      List<Vehicle> tired = problem.vehicles().stream().map(v -> v.driving(25)).toList();
      RideProblem later = new RideProblem(problem.rides(), tired, problem.travels());
      shortened += PlanChecker.faults(later, running).isEmpty() ? 0 : 1;
      Plan mended = PlanSearch.mend(later, running, 1);
      assertEquals(List.of(), PlanChecker.faults(later, mended), "trial " + trial);
    }
    assertTrue(shortened > 20, "only " + shortened);
  }

  private static Ride needing(Ride ride, long needs) {
    return new Ride(
        ride.pickup(), ride.delivery(), ride.rideMax(), ride.load(), needs, ride.unservedCost());
  }

  private static Vehicle offering(Vehicle v, long offers) {
    return new Vehicle(
        v.start(),
        v.end(),
        v.from(),
        v.to(),
        v.durationMax(),
        v.drivingMax(),
        v.breaks(),
        v.capacity(),
        offers,
        v.travel(),
        v.useCost());
  }

  private static List<String> faults(RideProblem problem, double cost, List<Integer> stops) {
    return PlanChecker.faults(problem, new Plan(cost, List.of(new Plan.Tour(0, stops)), List.of()));
  }

  private static Plan search(RideProblem problem, long seed, long rounds) {
    return PlanSearch.run(problem, PlanBudget.ofRounds(seed, 1, rounds), () -> 0, any -> true);
  }

  /** Every order of the stops of every subset of the rides, by one vehicle. */
  private static double optimum(RideProblem problem) {
    int n = problem.rides().size();
    double best = Double.MAX_VALUE;
    for (int subset = 0; subset < 1 << n; subset++) {
      List<Integer> stops = new ArrayList<>();
      List<Integer> unserved = new ArrayList<>();
      for (int k = 0; subset > 0 && k < problem.vehicles().getFirst().breaks().size(); k++) {
        stops.add(2 * n + k);
      }
      for (int r = 0; r < n; r++) {
        if ((subset >> r & 1) == 1) {
          stops.add(r);
          stops.add(n + r);
        } else {
          unserved.add(r);
        }
      }
      best = Math.min(best, cheapest(problem, stops, 0, unserved));
    }
    return best;
  }

  private static double cheapest(
      RideProblem problem, List<Integer> stops, int from, List<Integer> unserved) {
    if (from >= stops.size()) {
      Plan.Tour tour = new Plan.Tour(0, stops);
      if (!PlanChecker.faults(problem, tour).isEmpty()) {
        return Double.MAX_VALUE;
      }
      return cost(problem, stops) + unserved.size() * DEAR;
    }
    double best = Double.MAX_VALUE;
    for (int k = from; k < stops.size(); k++) {
      Collections.swap(stops, from, k);
      best = Math.min(best, cheapest(problem, stops, from + 1, unserved));
      Collections.swap(stops, from, k);
    }
    return best;
  }

  private static double cost(RideProblem problem, List<Integer> stops) {
    Travel travel = problem.travels().getFirst();
    double cost = 0;
    int place = problem.vehicles().getFirst().start();
    for (int stop : stops) {
      if (stop >= 2 * problem.rides().size()) {
        continue;
      }
      cost += travel.cost(place, problem.stop(stop).place());
      place = problem.stop(stop).place();
    }
    return cost + travel.cost(place, problem.vehicles().getFirst().end());
  }

  /** Somebody is to lie who was to sit: then they no longer go together. */
  @Test
  void s16WhatNoLongerFitsIsNotKept() {
    List<Ride> rides = List.of(ride(1, 5, 0, 100, 100), ride(2, 6, 0, 100, 100));
    List<Vehicle> two = List.of(vehicle(100), vehicle(100));
    RideProblem before = new RideProblem(rides, two, List.of(line(8)));
    Plan running = PlanSearch.mend(before, new Plan(0, List.of(), List.of()), 1);
    assertEquals(1, running.tours().size(), "one vehicle takes both");
    List<Ride> heavier =
        rides.stream()
            .map(r ->
                new Ride(r.pickup(), r.delivery(), r.rideMax(), List.of(2), 0, r.unservedCost()))
            .toList();
    RideProblem after = new RideProblem(heavier, two, List.of(line(8)));
    Plan mended = PlanSearch.mend(after, running, 1);
    assertEquals(List.of(), PlanChecker.faults(after, mended));
    assertEquals(List.of(), mended.unserved());
  }

  /** A random order in which every delivery comes after its pick-up. */
  private static List<Integer> row(SplittableRandom chance, RideProblem problem) {
    List<Integer> stops = new ArrayList<>();
    int rides = problem.rides().size();
    int breaks = problem.vehicles().getFirst().breaks().size();
    for (int stop = 0; stop < 2 * rides + breaks; stop++) {
      stops.add(stop);
    }
    Collections.shuffle(stops, new Random(chance.nextLong()));
    for (int r = 0; r < rides; r++) {
      int pickup = stops.indexOf(r);
      int delivery = stops.indexOf(rides + r);
      if (pickup > delivery) {
        Collections.swap(stops, pickup, delivery);
      }
    }
    return stops;
  }

  private static Ride ride(int from, int to, double earliest, double latest, double rideMax) {
    Stop pickup = stop(from, earliest, latest);
    return new Ride(pickup, stop(to, earliest, latest), rideMax, List.of(1), 0, DEAR);
  }

  private static Stop stop(int place, double earliest, double latest) {
    return new Stop(place, earliest, latest, 0);
  }

  private static Vehicle able(long offers, double useCost) {
    double noLimit = Double.POSITIVE_INFINITY;
    return new Vehicle(0, 0, 0, 100, 100, noLimit, List.of(), List.of(3), offers, 0, useCost);
  }

  private static Vehicle vehicle(double to) {
    return Vehicle.of(0, 0, 0, to, to, List.of(3));
  }

  private static Travel line(int places) {
    double[] east = new double[places];
    for (int k = 0; k < places; k++) {
      east[k] = k;
    }
    return new RandomRides.Plane(east, new double[places]);
  }
}
