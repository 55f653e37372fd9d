package se.dirigent.app.twin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.dirigent.app.pack.Packs;
import se.dirigent.routing.network.NationalNetwork;
import se.dirigent.simulator.trial.TrialReport;
import se.dirigent.simulator.twin.Experiment;
import se.dirigent.simulator.twin.Scenario;
import se.dirigent.simulator.twin.Worlds;

/** Every region's pack makes a world that copes with ordinary days. */
class EveryRegionTest {
  private static final Experiment DAYS = new Experiment(2, 2, 1, 2);

  @Test
  void s1_everyRegionCopesWithOrdinaryDays() throws InterruptedException {
    Packs packs = new Packs();
    for (String code : packs.codes()) {
      Scenario region = new Scenario(code, code, RegionBlueprint.of(packs.get(code)), List.of());
      Worlds worlds = new Worlds(NationalNetwork.load().network(), 2);
      TrialReport run =
          DAYS.run(List.of(region), worlds, (_, _) -> true).getFirst().getFirst().trial();
      long met = run.levels().stream().mapToLong(TrialReport.Level::calls).sum();
      assertTrue(met > 10, code + " has " + met + " calls in two days");
      assertTrue(run.waiting() <= met / 20 + 3, code + " leaves " + run.waiting() + " waiting");
      double minutes = run.levels().getFirst().median().seconds() / 60;
      assertTrue(minutes >= 2 && minutes <= 35, code + ": median response " + minutes + " min");
    }
  }
}
