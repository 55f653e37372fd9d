package se.dirigent.simulator.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.simulator.chain.Chain;
import se.dirigent.simulator.chain.WaitingRules;
import se.dirigent.simulator.policy.ClosestIdle;
import se.dirigent.simulator.trial.TrialReport.Level;

/** A run that ends in overload must not look better than it was. */
class FollowedTest {
  private static final int DAYS = 4;

  private static TrialReport run(List<TrialUnit> units, Chain chain) {
    TrialWorld world =
        TrialWorld.of(
            "town",
            TrialTest.GROUND,
            TrialTest.STREETS.nodes(),
            TrialWorld.Areas.one("town", TrialTest.GROUND.zones()),
            TrialTest.MODEL,
            units,
            TrialTest.GROUND.bases(),
            TrialTest.WORLD.rules());
    Calls calls = Calls.draw(world, 1, DAYS);
    return new Trial(world.with(chain, TrialWorld.Named.NOTHING), calls, ClosestIdle.home())
        .run(DAYS);
  }

  private static List<TrialUnit> units(int count) {
    return IntStream.range(0, count).mapToObj(u -> TrialUnit.always("u" + u, u % 4)).toList();
  }

  private static TrialUnit neverManned() {
    return new TrialUnit("u", UnitKind.AMBULANCE, 1, 0, new BitSet(), new BitSet(), List.of());
  }

  @Test
  void s1_whoIsNeverReachedIsNotReachedInTime() {
    TrialReport run = run(List.of(neverManned()), Chain.NONE);
    for (Level level : run.levels()) {
      assertEquals(180, level.calls(), 40);
      assertEquals(level.calls(), level.unreached());
      assertEquals(1, level.late());
      assertTrue(level.median().atLeast() && level.p90().atLeast(), level.toString());
      // Calls of three days wait from the goal on up to three days: half of them above 36 hours.
      assertEquals(36, level.median().seconds() / 3_600, 5);
    }
    assertEquals(run.levels(), run.areas().getFirst());
  }

  @Test
  void s2_withUnitsEnoughEverybodyIsReachedAndEveryFigureIsExact() {
    for (Level level : run(units(8), Chain.NONE).levels()) {
      assertEquals(0, level.unreached());
      assertFalse(level.median().atLeast() || level.p90().atLeast(), level.toString());
    }
  }

  /** The most urgent go first, so that the others are those who are left. */
  @Test
  void s3_inOverloadThoseWhoAreLeftCount() {
    TrialReport run = run(units(2), Chain.NONE);
    Level last = run.levels().getLast();
    assertTrue(last.unreached() > 20, last.toString());
    assertTrue(last.late() >= (double) last.unreached() / last.calls(), last.toString());
    assertTrue(last.p90().atLeast(), last.toString());
    assertTrue(run.busy() > 0.95, "crews still on a call count as busy: " + run.busy());
  }

  @Test
  void s4_whoGotWorseAndWasNeverSeenCounts() {
    WaitingRules hourly = new WaitingRules(WaitingRules.none().recall(), 2, 1, 1);
    TrialReport.Chain chain = run(List.of(neverManned()), Chain.NONE.withWaiting(hourly)).chain();
    // Nobody is rung and no crew comes: nearly all get worse within the run, and nobody knows.
    assertEquals(120, chain.worsenedPerDay(), 15);
    assertEquals(1, chain.unseen());
  }

  @Test
  void s5_aQuantileIsExactUntilAWaitBelowItHadNotEnded() {
    Responses responses = new Responses();
    IntStream.rangeClosed(1, 8).forEach(i -> responses.add(60 * i, 300));
    responses.unended(1_000, 300);
    responses.unended(1_200, 300);
    Level level = responses.report();
    assertEquals(10, level.calls());
    assertEquals(2, level.unreached());
    assertEquals(0.5, level.late());
    assertFalse(level.median().atLeast());
    assertTrue(level.p90().atLeast());
    assertEquals(1_000, level.p90().seconds(), 5);
  }
}
