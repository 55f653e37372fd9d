package se.dirigent.optimiser.distribute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.dirigent.optimiser.distribute.Distribution.Placed;
import se.dirigent.optimiser.distribute.Distribution.Placement;
import se.dirigent.optimiser.distribute.Distribution.Trip;
import se.dirigent.optimiser.distribute.Distribution.Unplaced;
import se.dirigent.optimiser.distribute.Distribution.Why;

/**
 * One place, one hospital half an hour away that takes one immediate and two minimal an hour, an
 * ambulance; an immediate casualty, and two of a family with minimal injuries.
 */
class DistributionCheckerTest {
  private static final DistributionProblem PROBLEM = problem(0);

  /** First trip: the immediate one and one of the family. Second: the other. */
  private static final List<Trip> TRIPS =
      List.of(
          new Trip(0, 0, 0, 10, 15, 45, 55, List.of(0, 1)),
          new Trip(0, 0, 0, 85, 90, 120, 130, List.of(2)));

  private static final List<Placement> PLACED =
      List.of(new Placed(0, -1, 45, 45), new Placed(0, -1, 45, 45), new Placed(1, -1, 120, 120));

  private static final double HARM = 450 + 22.5 + 60;

  private static DistributionProblem problem(int cleanedPerHour) {
    long needs = cleanedPerHour == 0 ? 0 : 1;
    return new DistributionProblem(
        List.of(new Place("road", cleanedPerHour, 0)),
        List.of(new Hospital("hospital", List.of(new Intake(List.of(1, 0, 2, 0), List.of(0))), 0)),
        List.of(
            new Casualty(0, 0, needs, 5, Casualty.NO_FAMILY),
            new Casualty(0, 2, 0, 5, 0),
            new Casualty(0, 2, 0, 5, 0)),
        List.of(new Vehicle("ambulance", 0, 1, 1, 5, 10, 0b1111, List.of(10))),
        List.of(new Ways("road", new int[][] {{30}}, new int[][] {{30}})),
        CategoryRule.byDeadline(),
        List.of("decontamination"),
        0,
        240,
        10);
  }

  private static List<String> faults(List<Trip> trips, List<Placement> placed, double harm) {
    return DistributionChecker.faults(PROBLEM, new Distribution(trips, placed, harm, 0));
  }

  private static void refused(String why, List<Trip> trips, List<Placement> placed) {
    List<String> faults = faults(trips, placed, HARM);
    assertTrue(faults.stream().anyMatch(fault -> fault.contains(why)), why + ": " + faults);
  }

  private static List<Trip> first(int load, int departure, int arrival, int free, Integer... who) {
    return List.of(
        new Trip(0, 0, 0, load, departure, arrival, free, List.of(who)), TRIPS.getLast());
  }

  @Test
  void t01_whatIsRightIsLetBe() {
    assertEquals(List.of(), faults(TRIPS, PLACED, HARM));
  }

  @Test
  void t02_harmIsCounted() {
    assertTrue(faults(TRIPS, PLACED, HARM - 1).getFirst().contains("says harm"));
    Distribution bound = new Distribution(TRIPS, PLACED, HARM, HARM + 1);
    assertTrue(DistributionChecker.faults(PROBLEM, bound).getFirst().contains("bound"));
  }

  @Test
  void t03_timesFollowFromTheWay() {
    refused("the way takes 30", first(10, 15, 44, 54, 0, 1), PLACED);
    refused("does not load", first(11, 15, 45, 55, 0, 1), PLACED);
    refused("does not unload", first(10, 15, 45, 54, 0, 1), PLACED);
    refused("is there at 10", first(9, 14, 44, 54, 0, 1), PLACED);
  }

  @Test
  void t04_aVehicleIsAtOnePlaceAtATime() {
    List<Trip> trips = List.of(TRIPS.getFirst(), new Trip(0, 0, 0, 84, 89, 119, 129, List.of(2)));
    refused("is there at 85", trips, PLACED);
  }

  @Test
  void t05_roomInTheVehicle() {
    refused("more on board", first(10, 15, 45, 55, 0, 1, 2), PLACED);
    refused("nobody is on board", first(10, 15, 45, 55), PLACED);
  }

  @Test
  void t06_everybodyOnce() {
    refused("casualty 2 is not on its one trip", first(10, 15, 45, 55, 0, 2), PLACED);
    List<Placement> left = List.of(PLACED.get(0), PLACED.get(1), new Unplaced(Why.NO_ROOM));
    refused("casualty 2 is left, and on a trip", TRIPS, left);
  }

  @Test
  void t07_intakeByTheHour() {
    DistributionProblem problem = PROBLEM;
    DistributionProblem tight =
        new DistributionProblem(
            problem.places(),
            List.of(new Hospital("small", List.of(new Intake(List.of(1, 0, 0, 0), List.of(0))), 0)),
            problem.casualties(),
            problem.vehicles(),
            problem.ways(),
            problem.categories(),
            problem.specialties(),
            0,
            240,
            10);
    List<String> faults =
        DistributionChecker.faults(tight, new Distribution(TRIPS, PLACED, HARM, 0));
    assertEquals(2, faults.size());
    assertTrue(faults.getFirst().contains("takes 1 in hour 0, at most 0"), faults.toString());
  }

  @Test
  void t08_nobodyWaitsAtTheDoorUnlessARuleLetsThem() {
    List<Placement> waits =
        List.of(PLACED.get(0), new Placed(0, -1, 60, 60), new Placed(1, -1, 120, 120));
    refused("waits at the door", TRIPS, waits);
    Distribution answer = new Distribution(TRIPS, waits, HARM + 7.5, 0);
    assertEquals(List.of(), DistributionChecker.faultsWithDoors(PROBLEM, answer));
  }

  @Test
  void t09_cleanBeforeLoaded() {
    DistributionProblem problem = problem(6);
    List<Trip> trips = List.of(new Trip(0, 0, 0, 14, 19, 49, 59, List.of(0)));
    List<Placement> soon =
        List.of(new Placed(0, 14, 49, 49), new Unplaced(Why.NO_ROOM), new Unplaced(Why.NO_ROOM));
    Distribution answer = new Distribution(trips, soon, 0, 0);
    List<String> faults = DistributionChecker.faults(problem, answer);
    assertTrue(faults.getFirst().contains("clean too soon"), faults.toString());
    List<Placement> late =
        List.of(new Placed(0, 15, 49, 49), new Unplaced(Why.NO_ROOM), new Unplaced(Why.NO_ROOM));
    faults = DistributionChecker.faults(problem, new Distribution(trips, late, 0, 0));
    assertTrue(faults.getFirst().contains("before it is clean"), faults.toString());
  }

  @Test
  void t10_aFamilyPartedCosts() {
    List<Placement> placed = List.of(PLACED.get(0), PLACED.get(1), PLACED.get(2));
    assertEquals(
        HARM, DistributionChecker.harm(PROBLEM, new Distribution(TRIPS, placed, 0, 0)), 1e-9);
  }

  @Test
  void t11_whatCannotBeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Intake(List.of(-1), List.of()));
    assertThrows(IllegalArgumentException.class, () -> new Waiting.Deadline(0, 60, 0));
    assertThrows(IllegalArgumentException.class, () -> new Casualty(-1, 0, 0, 0, -1));
    assertThrows(
        IllegalArgumentException.class, () -> new Vehicle("none", 0, -1, 0, 5, 5, 1, List.of(0)));
    assertThrows(IllegalArgumentException.class, () -> new Place("busy", 61, 0));
  }
}
