package se.dirigent.optimiser.plan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import se.dirigent.optimiser.plan.Link;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.PlanBudget;
import se.dirigent.optimiser.plan.PlanChecker;
import se.dirigent.optimiser.plan.Ride;
import se.dirigent.optimiser.plan.RideProblem;
import se.dirigent.optimiser.plan.Settlement;
import se.dirigent.optimiser.plan.Stop;
import se.dirigent.optimiser.plan.Timetable;
import se.dirigent.optimiser.plan.TravelTable;
import se.dirigent.optimiser.plan.Vehicle;

/** Places lie on a line; by road a step takes 10, by air 1. */
class LinkedRidesTest {
  private static final int PLACES = 30;
  private static final double DEAR = 10_000;
  private static final double EVER = Double.POSITIVE_INFINITY;
  private static final long ROAD = 1;
  private static final long AIR = 2;

  /** By road from 0 to the airfield at 2, by air to the one at 20, by road to 22. */
  private static final List<Ride> JOURNEY =
      List.of(ride(0, 2, 0, 500, ROAD), ride(2, 20, 0, 500, AIR), ride(20, 22, 0, 500, ROAD));

  private static final List<Vehicle> FLEET =
      List.of(vehicle(1, ROAD, 0), vehicle(10, AIR, 1), vehicle(24, ROAD, 0));

  @Test
  void s1AmbulanceAeroplaneAmbulanceWaitForEachOther() {
    RideProblem problem = problem(JOURNEY, List.of(new Link(0, 1, 5), new Link(1, 2, 3)));
    Plan plan = search(problem, 1);
    assertEquals(List.of(), PlanChecker.faults(problem, plan));
    assertEquals(3, plan.tours().size());
    List<Timetable> times = Timetable.of(problem, plan.tours()).orElseThrow();
    double atAirfield = times.get(0).begin().get(1);
    double flown = times.get(1).begin().get(0);
    double landed = times.get(1).begin().get(1);
    double fetched = times.get(2).begin().get(0);
    assertTrue(flown >= atAirfield + 5, "flies at " + flown + ", there at " + atAirfield);
    assertTrue(fetched >= landed + 3, "fetched at " + fetched + ", landed at " + landed);
  }

  @Test
  void s2AllLegsOrNone() {
    // Nobody can take the last leg.
    List<Ride> rides = new ArrayList<>(JOURNEY);
    rides.set(2, ride(20, 22, 0, 500, 4));
    RideProblem problem = problem(rides, List.of(new Link(0, 1, 5), new Link(1, 2, 3)));
    Plan plan = search(problem, 1);
    assertEquals(List.of(0, 1, 2), plan.unserved());
    assertEquals(List.of(), PlanChecker.faults(problem, plan));
    Plan half = new Plan(2 * DEAR + 40, List.of(new Plan.Tour(0, List.of(0, 3))), List.of(1, 2));
    assertTrue(PlanChecker.faults(problem, half).getFirst().contains("one ride is served"));
  }

  @Test
  void s3TheCheckerRefusesAHandOverThatCannotBe() {
    List<Ride> rides = List.of(ride(0, 2, 100, 200, ROAD), ride(2, 20, 0, 110, AIR));
    RideProblem problem = problem(rides, List.of(new Link(0, 1, 5)));
    Plan.Tour road = new Plan.Tour(0, List.of(0, 2));
    Plan.Tour air = new Plan.Tour(1, List.of(1, 3));
    assertTrue(Timetable.of(problem, road).isPresent() && Timetable.of(problem, air).isPresent());
    Plan plan = new Plan(0, List.of(road, air), List.of());
    assertTrue(PlanChecker.faults(problem, plan).getFirst().contains("handed over"));
    assertEquals(List.of(0, 1), search(problem, 1).unserved());
  }

  @Test
  void s4WindowsThatSettleItLeaveTheProblemAsItIs() {
    List<Ride> rides = List.of(ride(0, 2, 0, 100, ROAD), ride(2, 0, 300, 500, ROAD));
    RideProblem problem = problem(rides, List.of(new Link(0, 1, 60)));
    assertSame(problem, Settlement.of(problem, search(problem, 1), 0.5));
  }

  @Test
  void s5LinksAreChecked() {
    assertThrows(
        IllegalArgumentException.class,
        () -> problem(JOURNEY, List.of(new Link(0, 1, 0), new Link(1, 0, 0))));
    assertThrows(
        IllegalArgumentException.class,
        () -> problem(JOURNEY, List.of(new Link(0, 1, 0), new Link(0, 2, 0))));
    assertThrows(
        IllegalArgumentException.class, () -> problem(JOURNEY, List.of(new Link(0, 3, 0))));
    assertThrows(IllegalArgumentException.class, () -> new Link(0, 1, -1));
  }

  @Test
  void s6EveryPlanOfRandomJourneysPassesTheCheckerAndNoSettlementMakesItDearer() {
    SplittableRandom chance = new SplittableRandom(6);
    int linked = 0;
    for (int trial = 0; trial < 40; trial++) {
      RideProblem problem = random(chance);
      Plan plan = search(problem, trial);
      assertEquals(List.of(), PlanChecker.faults(problem, plan), "trial " + trial);
      linked +=
          (int) problem.links().stream().filter(l -> !plan.unserved().contains(l.before())).count();
      Plan mended = PlanSearch.mend(problem, plan, 1);
      assertEquals(List.of(), PlanChecker.faults(problem, mended), "mended, trial " + trial);
      assertTrue(mended.cost() <= plan.cost() + 1e-6, "trial " + trial);
      for (double share : new double[] {0, 0.5, 1}) {
        RideProblem settled = Settlement.of(problem, plan, share);
        assertEquals(List.of(), PlanChecker.faults(settled, plan), "settled, trial " + trial);
        Plan other =
            PlanSearch.run(settled, PlanBudget.ofRounds(trial, 1, 30), () -> 0, any -> true);
        assertEquals(List.of(), PlanChecker.faults(problem, other), "trial " + trial);
      }
    }
    assertTrue(linked > 60, linked + " hand-overs");
  }

  private static RideProblem random(SplittableRandom chance) {
    List<Ride> rides = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (int k = 0; k < 4; k++) {
      double ready = chance.nextInt(150);
      int from = chance.nextInt(5);
      rides.add(ride(from, 5, ready, ready + 300, ROAD));
      rides.add(ride(5, 20, ready, ready + 300, AIR));
      links.add(new Link(2 * k, 2 * k + 1, chance.nextInt(10)));
    }
    for (int k = 0; k < 3; k++) {
      double ready = chance.nextInt(150);
      rides.add(ride(chance.nextInt(6), chance.nextInt(6), ready, ready + 200, ROAD));
    }
    return problem(rides, links);
  }

  private static Plan search(RideProblem problem, long seed) {
    return PlanSearch.run(problem, PlanBudget.ofRounds(seed, 1, 200), () -> 0, any -> true);
  }

  private static RideProblem problem(List<Ride> rides, List<Link> links) {
    return new RideProblem(rides, FLEET, List.of(line(10), line(1)), links);
  }

  private static Ride ride(int from, int to, double earliest, double latest, long needs) {
    Stop pickup = new Stop(from, earliest, latest, 1);
    return new Ride(pickup, new Stop(to, earliest, latest, 1), EVER, List.of(1), needs, DEAR);
  }

  private static Vehicle vehicle(int place, long offers, int travel) {
    return new Vehicle(
        place, place, 0, 1_000, EVER, EVER, List.of(), List.of(2), offers, travel, 0);
  }

  private static TravelTable line(double step) {
    double[] time = new double[PLACES * PLACES];
    for (int k = 0; k < time.length; k++) {
      time[k] = step * Math.abs(k / PLACES - k % PLACES);
    }
    return new TravelTable(PLACES, time, time);
  }
}
