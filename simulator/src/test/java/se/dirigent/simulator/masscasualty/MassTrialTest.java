package se.dirigent.simulator.masscasualty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import se.dirigent.optimiser.distribute.Casualty;
import se.dirigent.optimiser.distribute.CategoryRule;
import se.dirigent.optimiser.distribute.DistributionBudget;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.Hospital;
import se.dirigent.optimiser.distribute.Intake;
import se.dirigent.optimiser.distribute.Place;
import se.dirigent.optimiser.distribute.Survival;
import se.dirigent.optimiser.distribute.Vehicle;
import se.dirigent.optimiser.distribute.Ways;
import se.dirigent.optimiser.distribute.rule.Rule;
import se.dirigent.optimiser.distribute.rule.Shares;

class MassTrialTest {
  /** A small hospital near and a large one an hour away; every third casualty is contaminated. */
  private static DistributionProblem event(int immediate, int delayed, int minimal) {
    List<Casualty> casualties = new ArrayList<>();
    int[] counts = {immediate, delayed, minimal};
    for (int category = 0; category < counts.length; category++) {
      for (int i = 0; i < counts[category]; i++) {
        casualties.add(new Casualty(0, category, i % 3 == 0 ? 1 : 0, 10 + i, Casualty.NO_FAMILY));
      }
    }
    List<Vehicle> vehicles = new ArrayList<>();
    for (int v = 0; v < 12; v++) {
      vehicles.add(new Vehicle("ambulance " + v, 0, 1, 1, 5, 10, 0b1111, List.of(10 + 5 * v)));
    }
    Intake small = new Intake(List.of(1, 1, 6, 0), List.of(9));
    Intake large = new Intake(List.of(9, 9, 40, 0), List.of(9));
    return new DistributionProblem(
        List.of(new Place("road", 30, 15)),
        List.of(new Hospital("near", List.of(small), 10), new Hospital("far", List.of(large), 10)),
        casualties,
        vehicles,
        List.of(new Ways("road", new int[][] {{10, 50}}, new int[][] {{12}, {60}})),
        CategoryRule.defaults(),
        List.of("decontamination"),
        0,
        900,
        0);
  }

  private static Map<String, Supplier<Planner>> planners() {
    Map<String, Supplier<Planner>> planners = new LinkedHashMap<>();
    for (Rule rule : Rule.values()) {
      planners.put(rule.name(), () -> Planner.of(rule, Shares.equal(2)));
    }
    planners.put("ours", MassTrialTest::ours);
    return planners;
  }

  private static Planner ours() {
    return Planner.of(new DistributionBudget(1, 60, 40, 100, 0.001), 5);
  }

  @Test
  void t01_survivalIsAsPublished() {
    Survival middle = Survival.published().get(2);
    assertEquals(0.24, middle.immediate().at(0), 1e-9);
    assertEquals(0.12, middle.immediate().at(47), 1e-9);
    assertEquals(0.38, middle.delayed().at(138), 1e-9);
    for (Survival one : Survival.published()) {
      assertTrue(one.immediate().at(60) < one.delayed().at(60));
      assertTrue(one.delayed().at(61) < one.delayed().at(60));
    }
  }

  @Test
  void t02_everybodyIsTreatedWhereThereIsRoomForAll() {
    DistributionProblem event = event(4, 8, 16);
    planners()
        .forEach((name, planner) -> {
          Outcome outcome = MassTrial.run(event, planner.get(), 3);
          assertEquals(0, outcome.left(), name);
          assertTrue(outcome.lastImmediate() > 0, name);
          assertTrue(outcome.deaths().get(2) > 0 && outcome.deaths().get(2) < 12, name);
        });
  }

  @Test
  void t03_theSameSeedIsTheSameWorld() {
    DistributionProblem event = event(3, 6, 9);
    planners()
        .forEach((name, planner) ->
            assertEquals(
                MassTrial.run(event, planner.get(), 5),
                MassTrial.run(event, planner.get(), 5),
                name));
    Luck luck = new Luck(5);
    assertEquals(luck.work(3, 2), new Luck(5).work(3, 2));
    double sum = 0;
    for (int i = 0; i < 20_000; i++) {
      sum += luck.scene(i);
    }
    assertEquals(1, sum / 20_000, 0.01);
  }

  @Test
  void t04_whoIsSentToAFullHospitalWaitsAndIsCounted() {
    DistributionProblem event = event(6, 6, 0);
    MassStudy study = MassStudy.run(_ -> event, planners(), 4);
    double nearest = study.of("START_NEAREST", Outcome::overloadHours).mean();
    assertTrue(nearest > 0);
    assertTrue(study.of("ours", Outcome::overloadHours).mean() < nearest);
    assertTrue(study.less("ours", "START_NEAREST", o -> o.deaths().get(2)).mean() > 0);
  }

  @Test
  void t05_nobodyToCarryMeansNobodyTreated() {
    DistributionProblem event = event(1, 1, 1);
    DistributionProblem none =
        Residual.with(event, event.places(), event.hospitals(), event.casualties(), List.of());
    Outcome outcome = MassTrial.run(none, ours(), 1);
    assertEquals(3, outcome.left());
    assertEquals(2, outcome.lateSurgery());
    assertEquals(List.of(2.0, 2.0, 2.0, 2.0, 2.0), outcome.deaths());
    assertEquals(900, outcome.lastImmediate());
  }
}
