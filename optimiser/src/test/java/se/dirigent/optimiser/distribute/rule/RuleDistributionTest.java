package se.dirigent.optimiser.distribute.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import se.dirigent.optimiser.distribute.Distribution;
import se.dirigent.optimiser.distribute.DistributionBudget;
import se.dirigent.optimiser.distribute.DistributionChecker;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.RandomEvents;
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
}
