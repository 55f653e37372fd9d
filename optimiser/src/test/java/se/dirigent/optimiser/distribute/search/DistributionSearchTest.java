package se.dirigent.optimiser.distribute.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import se.dirigent.optimiser.distribute.Casualty;
import se.dirigent.optimiser.distribute.CategoryRule;
import se.dirigent.optimiser.distribute.Choice;
import se.dirigent.optimiser.distribute.Distribution;
import se.dirigent.optimiser.distribute.Distribution.Placed;
import se.dirigent.optimiser.distribute.Distribution.Unplaced;
import se.dirigent.optimiser.distribute.Distribution.Why;
import se.dirigent.optimiser.distribute.DistributionBudget;
import se.dirigent.optimiser.distribute.DistributionChecker;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.Hospital;
import se.dirigent.optimiser.distribute.Intake;
import se.dirigent.optimiser.distribute.Place;
import se.dirigent.optimiser.distribute.RandomEvents;
import se.dirigent.optimiser.distribute.Vehicle;
import se.dirigent.optimiser.distribute.Waiting;
import se.dirigent.optimiser.distribute.Ways;

class DistributionSearchTest {
  static final DistributionBudget BUDGET = new DistributionBudget(1, 100, 100, 300, 0);

  static final int IMMEDIATE = 0;
  private static final int MINIMAL = 2;

  /** Hospitals 20 and 40 minutes away; the far one alone takes burns (specialty 0). */
  static DistributionProblem road(
      int cleanedPerHour, List<Casualty> casualties, List<Vehicle> vehicles) {
    return new DistributionProblem(
        List.of(new Place("road", cleanedPerHour, 0)),
        List.of(
            new Hospital("near", List.of(new Intake(List.of(1, 2, 4, 0), List.of(0, 0))), 0),
            new Hospital("far", List.of(new Intake(List.of(2, 2, 9, 0), List.of(2, 0))), 0)),
        casualties,
        vehicles,
        List.of(new Ways("road", new int[][] {{20, 40}}, new int[][] {{20}, {40}})),
        CategoryRule.byDeadline(),
        List.of("burn", "decontamination"),
        1,
        300,
        5);
  }

  static Casualty casualty(int category, long needs) {
    return new Casualty(0, category, needs, 5, Casualty.NO_FAMILY);
  }

  static Vehicle ambulance(int first) {
    return new Vehicle("ambulance", 0, 1, 1, 5, 10, 0b1111, List.of(first));
  }

  private static int hospital(Distribution answer, int casualty) {
    Placed placed = (Placed) answer.placements().get(casualty);
    return answer.trips().get(placed.trip()).hospital();
  }

  static Distribution solve(DistributionProblem problem) {
    Distribution answer = DistributionSearch.run(problem, BUDGET);
    assertEquals(List.of(), DistributionChecker.faults(problem, answer));
    return answer;
  }

  @Test
  void t01_oneGoesToTheNearest() {
    Distribution answer = solve(road(0, List.of(casualty(IMMEDIATE, 0)), List.of(ambulance(10))));
    assertEquals(0, hospital(answer, 0));
    assertEquals(350, answer.harm());
    assertEquals(0, answer.gap(), 0.01);
  }

  @Test
  void t02_theNextGoesWhereThereIsRoomThisHour() {
    Distribution answer =
        solve(
            road(
                0,
                List.of(casualty(IMMEDIATE, 0), casualty(IMMEDIATE, 0)),
                List.of(ambulance(10), ambulance(10))));
    assertEquals(1, hospital(answer, 0) + hospital(answer, 1));
    assertEquals(350 + 550, answer.harm());
  }

  @Test
  void t03_burnsGoWhereBurnsAreTaken() {
    Distribution answer = solve(road(0, List.of(casualty(IMMEDIATE, 1)), List.of(ambulance(10))));
    assertEquals(1, hospital(answer, 0));
  }

  @Test
  void t04_decontaminationFirst() {
    List<Casualty> casualties = List.of(casualty(MINIMAL, 2), casualty(IMMEDIATE, 2));
    Distribution answer = solve(road(6, casualties, List.of(ambulance(10))));
    assertEquals(15, ((Placed) answer.placements().get(1)).cleanMinute());
    assertEquals(25, ((Placed) answer.placements().get(0)).cleanMinute());
    answer = solve(road(0, casualties, List.of(ambulance(10))));
    assertEquals(new Unplaced(Why.NO_HOSPITAL), answer.placements().getFirst());
  }

  @Test
  void t05_whoIsLeftIsToldWhy() {
    List<Casualty> two = List.of(casualty(IMMEDIATE, 0), casualty(IMMEDIATE, 0));
    Distribution answer = solve(road(0, two, List.of()));
    assertEquals(List.of(0, 1), answer.unplaced());
    assertEquals(new Unplaced(Why.NO_VEHICLE), answer.placements().getFirst());
    answer = solve(road(0, two, List.of(ambulance(250))));
    assertEquals(1, answer.unplaced().size());
    int left = answer.unplaced().getFirst();
    assertEquals(new Unplaced(Why.NO_ROOM), answer.placements().get(left));
    assertEquals(0, solve(road(0, List.of(), List.of(ambulance(5)))).harm());
  }

  @Test
  void t06_aFamilyIsKeptTogetherWhereItCostsLittle() {
    List<Casualty> family =
        List.of(
            new Casualty(0, MINIMAL, 0, 5, 3),
            casualty(MINIMAL, 0),
            casualty(MINIMAL, 0),
            casualty(MINIMAL, 0),
            casualty(MINIMAL, 0),
            new Casualty(0, MINIMAL, 0, 5, 3));
    List<Vehicle> vehicles = List.of(ambulance(10), ambulance(10), ambulance(10));
    Distribution answer = solve(road(0, family, vehicles));
    assertEquals(hospital(answer, 0), hospital(answer, 5));
  }

  @Test
  void t07_largerEventsAreRightAndTheSameEachTime() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(8);
    for (int i = 0; i < 25; i++) {
      DistributionProblem problem =
          new RandomEvents(random, 120)
              .event(
                  random.nextInt(1, 4),
                  random.nextInt(1, 12),
                  random.nextInt(0, 80),
                  random.nextInt(0, 30),
                  random.nextInt(60, 600));
      Distribution answer = solve(problem);
      // That the bound is not above the harm is the checker's to say.
      assertEquals(answer, DistributionSearch.run(problem, BUDGET));
    }
  }

  @Test
  void t08_aChangedFactIsAnsweredFromWhatIsKnown() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(9);
    double afterwards = 0;
    double fromTheStart = 0;
    for (int i = 0; i < 12; i++) {
      DistributionProblem problem =
          new RandomEvents(random, 100)
              .event(random.nextInt(1, 3), random.nextInt(5, 9), random.nextInt(5, 25), 15, 400);
      DistributionSearch search = DistributionSearch.of(problem, BUDGET);
      for (DistributionProblem changed :
          List.of(closed(problem), oneVehicleLess(problem), oneMore(problem))) {
        DistributionSearch after = search.with(changed);
        assertEquals(List.of(), DistributionChecker.faults(changed, after.answer()));
        afterwards += after.answer().harm();
        fromTheStart += solve(changed).harm();
      }
    }
    assertTrue(afterwards <= 1.05 * fromTheStart, afterwards + " for " + fromTheStart);
  }

  @Test
  void t09_theRunnerUpIsAnotherHospital() {
    DistributionProblem problem = road(0, List.of(casualty(IMMEDIATE, 0)), List.of(ambulance(10)));
    DistributionSearch search = DistributionSearch.of(problem, BUDGET);
    Choice choice = search.choices().getFirst();
    assertEquals(1, choice.runnerUp());
    assertEquals(200, choice.dearer(), 1);
    assertTrue(choice.sure() > 0.99);
  }

  @Test
  void t10_lateHarmMakesAChoiceLessSure() {
    List<Casualty> one = List.of(new Casualty(0, IMMEDIATE, 0, 70, Casualty.NO_FAMILY));
    DistributionProblem late = road(0, one, List.of(ambulance(70)));
    List<CategoryRule> mild = new ArrayList<>(late.categories());
    mild.set(IMMEDIATE, new CategoryRule("immediate", new Waiting.Deadline(20, 600, 0), true));
    DistributionProblem early =
        new DistributionProblem(
            late.places(),
            late.hospitals(),
            one,
            late.vehicles(),
            late.ways(),
            mild,
            late.specialties(),
            late.cleaning(),
            late.horizonMinutes(),
            late.splitHarm());
    // After its deadline a minute costs 10 and 10 more, as much as 20 at any time.
    Choice choice = DistributionSearch.of(late, BUDGET).choices().getFirst();
    Choice same = DistributionSearch.of(early, BUDGET).choices().getFirst();
    assertEquals(same.dearer(), choice.dearer(), 1e-6);
    assertEquals(same.sure(), choice.sure(), 1e-9);
  }

  @Test
  void t11_aFamilyNeverEmptiesATripThatTheNextDependsOn() {
    // From the near hospital to the second place it is far; by way of the other hospital it is not.
    DistributionProblem of = road(0, List.of(), List.of());
    Ways ways =
        new Ways("road", new int[][] {{10, 10}, {10, 10}}, new int[][] {{10, 200}, {10, 10}});
    Intake any = new Intake(List.of(9, 9, 9, 9), List.of(9, 9));
    DistributionProblem problem =
        new DistributionProblem(
            List.of(Place.of("first"), Place.of("second")),
            List.of(new Hospital("near", List.of(any), 0), new Hospital("far", List.of(any), 0)),
            List.of(
                new Casualty(0, IMMEDIATE, 0, 5, Casualty.NO_FAMILY),
                new Casualty(0, MINIMAL, 0, 5, 1),
                new Casualty(0, MINIMAL, 0, 6, 1),
                new Casualty(1, IMMEDIATE, 0, 5, Casualty.NO_FAMILY)),
            List.of(
                new Vehicle("one", 0, 1, 1, 5, 10, 0b1111, List.of(10, 10)),
                new Vehicle("other", 0, 1, 1, 5, 10, 0b1111, List.of(20, 20))),
            List.of(ways),
            of.categories(),
            of.specialties(),
            of.cleaning(),
            of.horizonMinutes(),
            of.splitHarm());
    Grid grid = new Grid(problem, 1);
    Tours tours = new Tours(grid);
    tours.add(run(grid, 0, 0, 0, 10, 0));
    tours.add(run(grid, 0, 0, 1, 45, 1));
    tours.add(run(grid, 0, 1, 0, 80, 3));
    tours.add(run(grid, 1, 0, 0, 20, 2));
    Distribution answer = new Answer(grid).of(tours, 0);
    assertEquals(List.of(), DistributionChecker.faults(problem, answer));
    assertEquals(4, answer.trips().size());
  }

  /** A trip of one casualty. */
  private static Run run(Grid grid, int vehicle, int place, int hospital, int begin, int casualty) {
    int group = 0;
    while (grid.groupMembers[group][0] != casualty) {
      group++;
    }
    int arrival = begin + 15;
    double harm = grid.harm[grid.category(grid.groupClass[group])][arrival];
    return new Run(vehicle, place, hospital, begin, arrival, new int[] {group}, harm);
  }

  @Test
  void t12_whereAPlanIsDearIsSeenByThePrices() {
    Grid grid = new Grid(road(0, List.of(casualty(IMMEDIATE, 0)), List.of(ambulance(10))), 1);
    RouteValues values = new RouteValues(grid);
    double[] worth = new FirstPrices(grid).mostWorth();
    int nearInFirstHour = grid.groupClass.length + IMMEDIATE;
    worth[nearInFirstHour] = 7;
    Prices.of(grid, new RouteValues(grid), worth).settle(values);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(14);
    Excess excess = new Excess(grid, values);
    Tours tours = new Tours(grid);
    excess.weigh(tours);
    assertEquals(0, excess.vehicle(random));
    assertEquals(IMMEDIATE, excess.row(random));
    assertEquals(7, values.price(IMMEDIATE));
    tours.add(new Run(0, 0, 0, 10, 35, new int[] {0}, 350));
    excess.weigh(tours);
    assertEquals(-1, excess.row(random));
  }

  private static DistributionProblem closed(DistributionProblem of) {
    List<Hospital> hospitals = new ArrayList<>(of.hospitals());
    Intake intake = hospitals.getFirst().hours().getFirst();
    Intake none =
        new Intake(
            Collections.nCopies(intake.categories().size(), 0),
            Collections.nCopies(intake.specialties().size(), 0));
    hospitals.set(0, new Hospital(hospitals.getFirst().name(), List.of(none), 0));
    return changed(of, hospitals, of.casualties(), of.vehicles());
  }

  private static DistributionProblem oneVehicleLess(DistributionProblem of) {
    return changed(of, of.hospitals(), of.casualties(), of.vehicles().subList(1, 15));
  }

  private static DistributionProblem oneMore(DistributionProblem of) {
    List<Casualty> casualties = new ArrayList<>(of.casualties());
    casualties.add(casualty(IMMEDIATE, 0));
    return changed(of, of.hospitals(), casualties, of.vehicles());
  }

  static DistributionProblem changed(
      DistributionProblem of,
      List<Hospital> hospitals,
      List<Casualty> casualties,
      List<Vehicle> vehicles) {
    return new DistributionProblem(
        of.places(),
        hospitals,
        casualties,
        vehicles,
        of.ways(),
        of.categories(),
        of.specialties(),
        of.cleaning(),
        of.horizonMinutes(),
        of.splitHarm());
  }
}
