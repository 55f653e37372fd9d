package se.dirigent.app.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.dirigent.routing.network.NationalNetwork;
import se.dirigent.simulator.trial.TrialReport;
import se.dirigent.simulator.trial.TrialReport.Level;
import se.dirigent.simulator.twin.Experiment;
import se.dirigent.simulator.twin.RunReport;
import se.dirigent.simulator.twin.Scenario;
import se.dirigent.simulator.twin.Worlds;

/** The scenarios that come with the program say what they are for. */
class ReadyScenariosTest {
  private static final int DAYS = 7;

  private static List<TrialReport> run(int threads, String... names) {
    return run(new Experiment(2, DAYS, 1, threads), names).stream().map(List::getFirst).toList();
  }

  private static List<List<TrialReport>> run(Experiment experiment, String... names) {
    try {
      List<Scenario> scenarios = new ArrayList<>();
      for (String name : names) {
        scenarios.add(new ScenarioFile().read(name));
      }
      Worlds worlds = new Worlds(NationalNetwork.load().network(), 2);
      return experiment.run(scenarios, worlds, (_, _) -> true).stream()
          .map(of -> of.stream().map(RunReport::trial).toList())
          .toList();
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static long met(TrialReport run) {
    return run.levels().stream().mapToLong(Level::calls).sum();
  }

  @Test
  void s1_stockholmTakesOverDispatchStepByStep() {
    List<TrialReport> runs = run(2, "stockholm-cases", "stockholm-stepwise");
    double perYear = 365.0 * runs.getFirst().chain().answer().calls() / DAYS;
    assertEquals(410_000, perYear, 20_000);
    assertEquals(756.2 * DAYS, met(runs.getFirst()), 250);
    assertEquals(met(runs.getFirst()), met(runs.getLast()), 5, "no call is lost in the step");
    assertTrue(runs.getLast().chain().answer().inTime() > 0.9, runs.getLast().toString());
  }

  @Test
  void s2_aLostCentreIsTakenOverWithoutLosingACall() {
    List<TrialReport> runs = run(2, "stockholm-two-centres", "stockholm-centre-lost");
    TrialReport whole = runs.getFirst();
    TrialReport lost = runs.getLast();
    assertEquals(met(whole), met(lost), 5);
    assertEquals(whole.chain().answer().calls(), lost.chain().answer().calls(), 5);
    assertTrue(lost.chain().answer().inTime() < whole.chain().answer().inTime(), lost.toString());
  }

  @Test
  void s3_aDayWithThreeTimesTheCallsAndWoundedAreFeltForDays() {
    List<TrialReport> runs =
        run(2, "jamtland", "jamtland-triple-day", "jamtland-wounded", "jamtland-attack");
    TrialReport usual = runs.getFirst();
    TrialReport triple = runs.get(1);
    TrialReport wounded = runs.get(2);
    TrialReport attack = runs.get(3);
    assertEquals(2 * 41.6, met(triple) - met(usual), 45);
    assertEquals(2_000, met(wounded) - met(usual), 40, "who waits at the end counts too");
    assertTrue(wounded.chain().waitedPerDay() > 50, wounded.toString());
    assertTrue(wounded.chain().worsenedPerDay() > triple.chain().worsenedPerDay());
    assertTrue(attack.meanSeconds() > triple.meanSeconds(), attack.toString());
  }

  @Test
  void s9_onADayWithThreeTimesTheCallsMoreWait() {
    List<List<TrialReport>> runs =
        run(new Experiment(8, DAYS, 1, 2), "jamtland", "jamtland-triple-day");
    assertTrue(waited(runs.getLast()) > waited(runs.getFirst()), runs.toString());
  }

  private static double waited(List<TrialReport> of) {
    return of.stream().mapToDouble(run -> run.chain().waitedPerDay()).sum();
  }

  @Test
  void s4_patientsAreSteeredToWhereThereIsAPlace() {
    List<TrialReport> runs = run(2, "stockholm-emergency", "stockholm-steered");
    assertTrue(
        runs.getLast().chain().offload().meanSeconds()
            < 0.7 * runs.getFirst().chain().offload().meanSeconds(),
        runs.toString());
    assertTrue(runs.getLast().busy() < runs.getFirst().busy());
  }

  @Test
  void s5_aHelicopterAndJanuaryMakeADifference() {
    Experiment months = new Experiment(8, 28, 1, 2);
    List<List<TrialReport>> runs =
        run(months, "jamtland", "jamtland-january", "jamtland-helicopter");
    double usual = seconds(runs.getFirst());
    assertTrue(seconds(runs.get(1)) > usual + 30);
    assertTrue(seconds(runs.get(2)) < usual);
    assertTrue(runs.get(2).getFirst().flightHoursPerDay() > 0.1);
  }

  /** From call to arrival of the most urgent, mean over the runs. */
  private static double seconds(List<TrialReport> of) {
    return of.stream()
        .mapToDouble(run -> run.levels().getFirst().meanSeconds())
        .average()
        .orElseThrow();
  }

  @Test
  void s7_doctorsComeToSomeOfTheMostUrgent() {
    TrialReport doctors = run(2, "stockholm-doctors").getFirst();
    assertTrue(doctors.chain().withDoctor() > 0.1, doctors.chain().toString());
    assertTrue(doctors.chain().doctorSeconds() < 15 * 60);
  }

  /** Each region's calls are met by its own units but for a few that a neighbour is asked for. */
  @Test
  void s8_theNationIsAllItsRegionsInOneRun() {
    Experiment days = new Experiment(2, 2, 1, 2);
    List<List<TrialReport>> runs = run(days, "sverige", "sverige-advice");
    assertEquals(runs.getFirst(), run(new Experiment(2, 2, 1, 1), "sverige").getFirst());
    for (List<TrialReport> of : runs) {
      TrialReport run = of.getFirst();
      assertEquals(21, run.regions().size());
      assertEquals(290, run.areas().size());
      assertEquals(2 * 3_285, met(run), 500, "two days of 1.2 million a year");
      assertEquals(
          met(run),
          run.regions().stream().flatMap(r -> r.levels().stream()).mapToLong(Level::calls).sum());
      assertTrue(run.levels().getFirst().median().seconds() < 10 * 60, run.levels().toString());
      for (TrialReport.Region region : run.regions()) {
        assertTrue(region.helped() < 0.2, region.toString());
      }
      assertTrue(run.regions().stream().anyMatch(r -> r.helped() > 0), "neighbours help");
      assertTrue(run.waiting() < met(run) / 50, run.waiting() + " wait");
    }
  }

  /** Every part of a run at once: the same seed has the same trace for any number of threads. */
  @Test
  void s6_sameSeedSameTraceWhateverTheThreads() {
    String[] names = {
      "jamtland-attack", "jamtland-helicopter", "jamtland-centres", "jamtland-january"
    };
    assertEquals(run(1, names), run(2, names));
  }
}
