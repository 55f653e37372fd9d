package se.dirigent.simulator.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.optimiser.assign.TakeOver;
import se.dirigent.optimiser.recommend.Recommender;
import se.dirigent.optimiser.standby.Reach;
import se.dirigent.optimiser.standby.StandbyRules;
import se.dirigent.simulator.policy.ClosestIdle;
import se.dirigent.simulator.policy.Posts;
import se.dirigent.simulator.policy.Recommended;

/** Two regions side by side: each sends its own, and asks the other as far as they have agreed. */
class RegionsTest {
  private static final int WEST = 0;
  private static final int EAST = 1;

  /** The town of {@link TrialTest}, cut in two. */
  private static TrialWorld cut(Set<Integer> levels) {
    TrialWorld town = TrialTest.WORLD;
    List<Integer> zones =
        IntStream.range(0, town.ground().zones())
            .map(z -> z % 12 < 6 ? WEST : EAST)
            .boxed()
            .toList();
    List<Integer> bases = Stream.of(WEST, EAST, WEST, EAST).toList();
    List<Integer> units = town.units().stream().map(unit -> bases.get(unit.home())).toList();
    return town.with(
        new Regions(
            List.of("west", "east"),
            zones,
            bases,
            units,
            List.of(new Regions.Agreement(WEST, EAST, Set.of(UnitKind.AMBULANCE), levels))));
  }

  private static TrialReport run(TrialWorld world, Policy policy) {
    return new Trial(world, Calls.draw(world, 7, 8), policy).run(8);
  }

  private static Policy advice(TrialWorld world) {
    return new Recommended(
        new Recommender(world.times(), world.parameters()),
        Posts.of(world, StandbyRules.defaults()),
        TakeOver.defaults(),
        true);
  }

  @Test
  void s1_withoutAgreementNobodyHelps() {
    TrialWorld world = cut(Set.of());
    for (Policy policy : List.of(ClosestIdle.home(), advice(world))) {
      TrialReport run = run(world, policy);
      assertEquals(List.of(0.0, 0.0), run.regions().stream().map(r -> r.helped()).toList());
    }
  }

  @Test
  void s2_helpGoesToWhoMayAskAndAtTheLevelsAgreed() {
    TrialWorld world = cut(Set.of(1));
    for (Policy policy : List.of(ClosestIdle.home(), advice(world))) {
      TrialReport run = run(world, policy);
      assertTrue(run.regions().get(WEST).helped() > 0, run.regions().toString());
      assertEquals(0, run.regions().get(EAST).helped(), "the east has nobody to ask");
    }
    assertTrue(
        run(world, ClosestIdle.home()).regions().get(WEST).helped()
            < run(cut(Set.of(1, 2, 3)), ClosestIdle.home()).regions().get(WEST).helped());
  }

  @Test
  void s3_regionsAddUpToTheWhole() {
    TrialReport run = run(cut(Set.of(1)), ClosestIdle.home());
    long all = run.levels().stream().mapToLong(TrialReport.Level::calls).sum();
    assertEquals(
        all,
        run.regions().stream()
            .flatMap(region -> region.levels().stream())
            .mapToLong(TrialReport.Level::calls)
            .sum());
  }

  @Test
  void s4_everybodyForEverybodyIsOneTown() {
    TrialWorld town = TrialTest.WORLD;
    TrialReport whole = run(town, ClosestIdle.home());
    TrialReport cut =
        run(
            town.with(
                new Regions(
                    List.of("west", "east"),
                    Collections.nCopies(town.ground().zones(), WEST),
                    Collections.nCopies(town.ground().bases(), WEST),
                    Collections.nCopies(town.units().size(), WEST),
                    List.of())),
            ClosestIdle.home());
    assertEquals(whole.levels(), cut.levels());
    assertEquals(0, cut.regions().get(WEST).helped());
  }

  /**
   * The west changes no units and the east does; the west moves nobody who stands, the east does.
   */
  @Test
  void s5_eachRegionGoesByItsOwn() {
    TrialWorld world = cut(Set.of());
    Recommender recommender = new Recommender(world.times(), world.parameters());
    var never = new Recommended.Advisor(recommender, null);
    var changes = new Recommended.Advisor(recommender, TakeOver.defaults());
    StandbyRules moves =
        new StandbyRules(
            0.2, 0, 0, 0, 4, Duration.ZERO, Duration.ofHours(1), List.of(new Reach.Step(1, 1)));
    var still = new Posts.Own(StandbyRules.published(0.2), world.within(1));
    var moving = new Posts.Own(moves, world.within(1));
    TrialReport none = own(world, List.of(never, never), List.of(still, still));
    TrialReport east = own(world, List.of(never, changes), List.of(still, moving));
    TrialReport both = own(world, List.of(changes, changes), List.of(moving, moving));
    assertEquals(0, none.takenOver() + none.movesPerShift());
    assertTrue(east.takenOver() > 0 && east.takenOver() < both.takenOver(), "" + east + both);
    assertTrue(east.movesPerShift() > 0 && east.movesPerShift() < both.movesPerShift());
    assertEquals(none.regions().get(WEST), east.regions().get(WEST), "the west is as it was");
  }

  private static TrialReport own(
      TrialWorld world, List<Recommended.Advisor> advisors, List<Posts.Own> posts) {
    return run(world, new Recommended(advisors, Posts.of(world, posts), true));
  }
}
