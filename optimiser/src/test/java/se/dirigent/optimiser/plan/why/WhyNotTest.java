package se.dirigent.optimiser.plan.why;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import se.dirigent.optimiser.plan.Break;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.PlanBudget;
import se.dirigent.optimiser.plan.PlanChecker;
import se.dirigent.optimiser.plan.Ride;
import se.dirigent.optimiser.plan.RideProblem;
import se.dirigent.optimiser.plan.Stop;
import se.dirigent.optimiser.plan.Timetable;
import se.dirigent.optimiser.plan.TravelTable;
import se.dirigent.optimiser.plan.Vehicle;
import se.dirigent.optimiser.plan.search.PlanSearch;

/** Places lie on a line, one unit of time and cost apart. The vehicle stands at place 0. */
class WhyNotTest {
  private static final double DEAR = 1_000;
  private static final double EVER = Double.POSITIVE_INFINITY;
  private static final int PLACES = 40;
  private static final Plan NOTHING = new Plan(0, List.of(), List.of(0));

  @Test
  void s1NothingForbidsItAndItsPriceIsSaid() {
    Ride ride = ride(2, 5, 0, 100);
    var possible = assertInstanceOf(Obstacle.Possible.class, alone(ride, vehicle(0, 100)));
    assertEquals(List.of(0, 1), possible.tour().stops());
    assertEquals(10 - DEAR, possible.dearer());
  }

  @Test
  void s2WhatTheVehicleIs() {
    Ride ride = ride(2, 5, 0, 100);
    assertEquals(new Obstacle.Bound(1), answer(List.of(ride.onlyBy(1)), NOTHING, 0));
    Ride needy = new Ride(ride.pickup(), ride.delivery(), 50, List.of(1), 0b110, DEAR);
    Vehicle able = new Vehicle(0, 0, 0, 100, EVER, EVER, List.of(), List.of(2), 0b010, 0, 0);
    assertEquals(new Obstacle.Lacks(0b100), alone(needy, able));
    Ride three = new Ride(ride.pickup(), ride.delivery(), 50, List.of(3), 0, DEAR);
    assertEquals(new Obstacle.TooSmall(0, 2, 3), alone(three, vehicle(0, 100)));
  }

  @Test
  void s3ShiftWindowRideTimeDrivingAndRests() {
    assertEquals(
        new Obstacle.Shift(50, 100), alone(ride(2, 5, 0, 40), vehicle(50, 100)), "begins too late");
    assertEquals(
        new Obstacle.Shift(0, 30), alone(ride(2, 5, 26, 40), vehicle(0, 30)), "ends too early");
    Ride late = new Ride(stop(2, 0, 50), stop(9, 0, 8), EVER, List.of(1), 0, DEAR);
    assertEquals(new Obstacle.TooLate(true, 9, 8), alone(late, vehicle(0, 100)));
    Ride far = new Ride(stop(2, 0, 50), stop(9, 0, 80), 6, List.of(1), 0, DEAR);
    assertEquals(new Obstacle.RideTooLong(7, 6), alone(far, vehicle(0, 100)));
    Vehicle tired = new Vehicle(0, 0, 0, 100, EVER, 17, List.of(), List.of(2), 0, 0, 0);
    assertEquals(new Obstacle.DrivesTooLong(18, 17), alone(ride(2, 9, 0, 90), tired));
    Break meal = new Break(10, 12, 20);
    Vehicle hungry = new Vehicle(0, 0, 0, 100, EVER, EVER, List.of(meal), List.of(2), 0, 0, 0);
    assertEquals(new Obstacle.Rest(meal), alone(ride(2, 9, 8, 20), hungry));
  }

  @Test
  void s4NoWayAndNotReady() {
    double[] time = line();
    for (int k = 0; k < PLACES; k++) {
      time[k * PLACES + 7] = time[7 * PLACES + k] = k == 7 ? 0 : EVER;
    }
    RideProblem island =
        new RideProblem(
            List.of(ride(2, 7, 0, 100)),
            List.of(vehicle(0, 100)),
            List.of(new TravelTable(PLACES, time, time)));
    assertEquals(new Obstacle.NoWay(), WhyNot.answer(island, NOTHING, 0, 0, WhyNot.WHENEVER));
    RideProblem problem = problem(List.of(ride(2, 5, 30, 60)), vehicle(0, 100));
    assertEquals(new Obstacle.NotReady(30), WhyNot.answer(problem, NOTHING, 0, 0, 20));
  }

  @Test
  void s5AnotherRidesPromiseAndByHowMuchItWouldBreak() {
    // Fetched at 10 and left at 20, far from the asked ride; there and back takes until then.
    Ride promised = new Ride(stop(10, 10, 12), stop(20, 20, 25), 15, List.of(1), 0, DEAR);
    Ride asked = new Ride(stop(1, 12, 14), stop(2, 13, 40), 10, List.of(1), 0, DEAR);
    Plan plan = new Plan(0, List.of(new Plan.Tour(0, List.of(0, 2))), List.of(1));
    RideProblem problem = problem(List.of(promised, asked), vehicle(0, 100));
    // First the asked one, at 12, left at 13, and then at 21 instead of 12.
    assertEquals(
        new Obstacle.AnotherRide(0, 9), WhyNot.answer(problem, plan, 1, 0, WhyNot.WHENEVER));
  }

  @Test
  void s6OthersOnBoard() {
    Ride both = new Ride(stop(1, 1, 1), stop(9, 9, 9), EVER, List.of(2), 0, DEAR);
    Ride asked = new Ride(stop(3, 3, 3), stop(5, 5, 5), EVER, List.of(1), 0, DEAR);
    Plan plan = new Plan(0, List.of(new Plan.Tour(0, List.of(0, 2))), List.of(1));
    assertEquals(new Obstacle.Full(), answer(List.of(both, asked), plan, 1));
  }

  @Test
  void s7WhyNotEarlierIsAskedOfTheVehicleThatHasItToo() {
    Ride first = ride(10, 20, 10, 12);
    Ride second = ride(20, 10, 0, 60);
    Plan plan = new Plan(40, List.of(new Plan.Tour(0, List.of(0, 2, 1, 3))), List.of());
    RideProblem problem = problem(List.of(first, second), vehicle(0, 100));
    assertEquals(new Obstacle.TooLate(false, 20, 15), WhyNot.answer(problem, plan, 1, 0, 15));
    var possible =
        assertInstanceOf(
            Obstacle.Possible.class, WhyNot.answer(problem, plan, 1, 0, WhyNot.WHENEVER));
    assertEquals(0, possible.dearer());
  }

  @Test
  void s8NobodyIsFetchedEarlierThanNeedBe() {
    Ride ride = new Ride(stop(2, 0, 90), stop(5, 30, 40), EVER, List.of(1), 0, DEAR);
    Timetable times =
        Timetable.of(problem(List.of(ride), vehicle(0, 100)), new Plan.Tour(0, List.of(0, 1)))
            .orElseThrow();
    assertEquals(new Timetable(25, List.of(27.0, 30.0), 35), times);
  }

  @Test
  void s9EveryAnswerAgreesWithTheCheckerOnRandomPlans() {
    SplittableRandom chance = new SplittableRandom(9);
    int possible = 0;
    int forbidden = 0;
    for (int trial = 0; trial < 25; trial++) {
      RideProblem problem = random(chance);
      Plan plan = PlanSearch.run(problem, PlanBudget.ofRounds(trial, 1, 60), () -> 0, any -> true);
      for (int r = 0; r < problem.rides().size(); r++) {
        List<Obstacle> answers = WhyNot.answers(problem, plan, r, WhyNot.WHENEVER);
        for (int v = 0; v < answers.size(); v++) {
          if (answers.get(v) instanceof Obstacle.Possible found) {
            Plan moved = moved(problem, plan, r, found);
            assertEquals(List.of(), PlanChecker.faults(problem, moved));
            possible++;
          } else {
            assertTrue(placeless(problem, plan, r, v), answers.get(v) + " in trial " + trial);
            forbidden++;
          }
        }
      }
    }
    assertTrue(possible > 100 && forbidden > 100, possible + " possible, " + forbidden);
  }

  /** No pair of places in the tour, with everything else as it is, satisfies the checker. */
  private static boolean placeless(RideProblem problem, Plan plan, int ride, int vehicle) {
    int n = problem.rides().size();
    List<Integer> others =
        tour(problem, plan, vehicle).stream().filter(s -> s != ride && s != n + ride).toList();
    for (int i = 0; i <= others.size(); i++) {
      for (int j = i; j <= others.size(); j++) {
        List<Integer> stops = new ArrayList<>(others);
        stops.add(i, ride);
        stops.add(j + 1, n + ride);
        if (PlanChecker.faults(problem, new Plan.Tour(vehicle, stops)).isEmpty()) {
          return false;
        }
      }
    }
    return true;
  }

  private static List<Integer> tour(RideProblem problem, Plan plan, int vehicle) {
    int n = problem.rides().size();
    return plan.tours().stream()
        .filter(one -> one.vehicle() == vehicle)
        .findFirst()
        .map(Plan.Tour::stops)
        .orElseGet(
            () -> problem.vehicles().get(vehicle).breaks().isEmpty() ? List.of() : List.of(2 * n));
  }

  /** The plan with the ride where the answer puts it, at the cost the answer says. */
  private static Plan moved(RideProblem problem, Plan plan, int ride, Obstacle.Possible found) {
    int n = problem.rides().size();
    List<Plan.Tour> tours = new ArrayList<>();
    for (Plan.Tour tour : plan.tours()) {
      if (tour.vehicle() != found.tour().vehicle()) {
        List<Integer> left =
            tour.stops().stream().filter(stop -> stop != ride && stop != n + ride).toList();
        tours.add(new Plan.Tour(tour.vehicle(), left));
      }
    }
    tours.add(found.tour());
    List<Integer> unserved = plan.unserved().stream().filter(r -> r != ride).toList();
    return new Plan(plan.cost() + found.dearer(), tours, unserved);
  }

  private static RideProblem random(SplittableRandom chance) {
    List<Ride> rides = new ArrayList<>();
    for (int r = 0; r < 7; r++) {
      double ready = chance.nextInt(120);
      Stop from = stop(chance.nextInt(PLACES), ready, ready + 20 + chance.nextInt(20));
      Stop to = stop(chance.nextInt(PLACES), ready, ready + 60);
      rides.add(new Ride(from, to, 30 + chance.nextInt(20), List.of(1), 0, DEAR));
    }
    List<Vehicle> vehicles = new ArrayList<>();
    for (int v = 0; v < 3; v++) {
      double from = chance.nextInt(40);
      List<Break> meals =
          chance.nextBoolean() ? List.of(new Break(from + 30, from + 60, 15)) : List.of();
      vehicles.add(new Vehicle(0, 0, from, from + 140, EVER, 120, meals, List.of(2), 0, 0, v));
    }
    return new RideProblem(rides, vehicles, List.of(new TravelTable(PLACES, line(), line())));
  }

  private static Obstacle alone(Ride ride, Vehicle vehicle) {
    return WhyNot.answer(problem(List.of(ride), vehicle), NOTHING, 0, 0, WhyNot.WHENEVER);
  }

  private static Obstacle answer(List<Ride> rides, Plan plan, int ride) {
    RideProblem problem = problem(rides, vehicle(0, 100));
    return WhyNot.answer(problem, plan, ride, 0, WhyNot.WHENEVER);
  }

  private static RideProblem problem(List<Ride> rides, Vehicle vehicle) {
    return new RideProblem(
        rides, List.of(vehicle, vehicle), List.of(new TravelTable(PLACES, line(), line())));
  }

  private static double[] line() {
    double[] time = new double[PLACES * PLACES];
    for (int k = 0; k < time.length; k++) {
      time[k] = Math.abs(k / PLACES - k % PLACES);
    }
    return time;
  }

  private static Ride ride(int from, int to, double earliest, double latest) {
    return new Ride(stop(from, earliest, latest), stop(to, 0, 100), 50, List.of(1), 0, DEAR);
  }

  private static Stop stop(int place, double earliest, double latest) {
    return new Stop(place, earliest, latest, 0);
  }

  private static Vehicle vehicle(double from, double to) {
    return Vehicle.of(0, 0, from, to, EVER, List.of(2));
  }
}
