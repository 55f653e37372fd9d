package se.dirigent.optimiser.distribute.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import se.dirigent.optimiser.distribute.Casualty;
import se.dirigent.optimiser.distribute.CategoryRule;
import se.dirigent.optimiser.distribute.Distribution;
import se.dirigent.optimiser.distribute.Distribution.Trip;
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
import se.dirigent.optimiser.distribute.Ways;
import se.dirigent.optimiser.distribute.search.DistributionSearch;

class RuleDistributionTest {
  @Test
  void t01_sharesAddUp() {
    assertThrows(IllegalArgumentException.class, () -> new Shares(List.of(0.5, 0.6)));
    assertThrows(IllegalArgumentException.class, () -> new Shares(List.of(1.5, -0.5)));
    assertEquals(new Shares(List.of(0.25, 0.25, 0.25, 0.25)), Shares.equal(4));
  }

  @Test
  void t02_everyRuleKeepsToWhatCanBeDoneAndIsWorseThanTheSearch() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    double searched = 0;
    double[] ruled = new double[Rule.values().length];
    for (int i = 0; i < 8; i++) {
      DistributionProblem problem =
          new RandomEvents(random, 80)
              .event(random.nextInt(1, 3), random.nextInt(5, 8), random.nextInt(1, 25), 12, 1800);
      int hospitals = problem.hospitals().size();
      for (Rule rule : Rule.values()) {
        Distribution answer = RuleDistribution.run(problem, rule, Shares.equal(hospitals));
        assertEquals(List.of(), DistributionChecker.faultsWithDoors(problem, answer));
        ruled[rule.ordinal()] += answer.harm();
      }
      searched +=
          DistributionSearch.run(problem, new DistributionBudget(1, 100, 50, 200, 0)).harm();
    }
    for (double harm : ruled) {
      assertTrue(searched < harm, searched + " beside " + harm);
    }
  }

  @Test
  void t03_whoIsNeverLetInIsLeftWithWhy() {
    int casualties = 300;
    DistributionProblem problem =
        new DistributionProblem(
            List.of(Place.of("road")),
            List.of(new Hospital("small", List.of(new Intake(List.of(1, 0, 0, 0), List.of())), 0)),
            Collections.nCopies(casualties, new Casualty(0, 0, 0, 5, Casualty.NO_FAMILY)),
            Collections.nCopies(100, new Vehicle("ambulance", 0, 1, 1, 5, 10, 0b1111, List.of(10))),
            List.of(new Ways("road", new int[][] {{20}}, new int[][] {{20}})),
            CategoryRule.defaults(),
            List.of(),
            DistributionProblem.NO_CLEANING,
            600,
            0);
    Distribution answer = RuleDistribution.run(problem, Rule.NEAREST, Shares.equal(1));
    assertEquals(List.of(), DistributionChecker.faultsWithDoors(problem, answer));
    // One an hour for ten days after the horizon.
    assertEquals(casualties - 250, answer.unplaced().size());
    int left = answer.unplaced().getFirst();
    assertEquals(new Unplaced(Why.NOT_LET_IN), answer.placements().get(left));
  }

  @Test
  void t04_aVehicleThatComesTooLateWaitsForTheNext() {
    DistributionProblem problem =
        new DistributionProblem(
            List.of(Place.of("road")),
            List.of(new Hospital("near", List.of(new Intake(List.of(9, 9, 9, 9), List.of())), 0)),
            List.of(
                new Casualty(0, 0, 0, 5, Casualty.NO_FAMILY),
                new Casualty(0, 0, 0, 60, Casualty.NO_FAMILY)),
            Collections.nCopies(2, new Vehicle("ambulance", 0, 1, 0, 5, 10, 0b1111, List.of(10))),
            List.of(new Ways("road", new int[][] {{200}}, new int[][] {{200}})),
            CategoryRule.defaults(),
            List.of(),
            DistributionProblem.NO_CLEANING,
            600,
            0);
    Distribution answer = RuleDistribution.run(problem, Rule.NEAREST, Shares.equal(1));
    assertEquals(List.of(10, 60), answer.trips().stream().map(Trip::loadMinute).toList());
  }
}
