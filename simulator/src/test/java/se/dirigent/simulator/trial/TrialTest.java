package se.dirigent.simulator.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.dirigent.optimiser.assign.TakeOver;
import se.dirigent.optimiser.recommend.RecommendParameters;
import se.dirigent.optimiser.recommend.Recommender;
import se.dirigent.optimiser.standby.Reach;
import se.dirigent.optimiser.standby.Standby;
import se.dirigent.optimiser.standby.StandbyRules;
import se.dirigent.routing.hierarchy.Digraph;
import se.dirigent.simulator.arrival.Rhythm;
import se.dirigent.simulator.chance.Interval;
import se.dirigent.simulator.ground.Ground;
import se.dirigent.simulator.ground.GroundTravelTimes;
import se.dirigent.simulator.ground.Streets;
import se.dirigent.simulator.policy.ClosestIdle;
import se.dirigent.simulator.policy.Posts;
import se.dirigent.simulator.policy.Recommended;

class TrialTest {
  /** A town of 12 by 12 crossings, a minute apart with lights and a minute and a half without. */
  private static final int SIDE = 12;

  static final Streets STREETS = town();
  static final Ground GROUND = ground();
  static final CallModel MODEL =
      new CallModel(
          120,
          Rhythm.even(),
          List.of(
              new CallModel.Level(0.5, Duration.ofMinutes(6), true, 0.8),
              new CallModel.Level(0.5, Duration.ofMinutes(15), false, 0.5)),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          CallModel.Service.exponential(Duration.ofMinutes(12), Duration.ofMinutes(12)));

  private static final List<TrialUnit> UNITS =
      IntStream.range(0, 6).mapToObj(u -> TrialUnit.always("u" + u, u % 4)).toList();

  private static Streets town() {
    int nodes = SIDE * SIDE;
    int[][] arcs =
        IntStream.range(0, nodes)
            .boxed()
            .flatMap(v ->
                IntStream.of(v % SIDE < SIDE - 1 ? v + 1 : -1, v + SIDE)
                    .filter(w -> w >= 0 && w < nodes)
                    .boxed()
                    .flatMap(w -> List.of(new int[] {v, w}, new int[] {w, v}).stream()))
            .toArray(int[][]::new);
    float[] latitude = new float[nodes];
    float[] longitude = new float[nodes];
    for (int v = 0; v < nodes; v++) {
      latitude[v] = 60 + 0.01f * (v / SIDE);
      longitude[v] = 15 + 0.02f * (v % SIDE);
    }
    int[] tail = IntStream.range(0, arcs.length).map(a -> arcs[a][0]).toArray();
    int[] head = IntStream.range(0, arcs.length).map(a -> arcs[a][1]).toArray();
    return new Streets(
        new Digraph(nodes, tail, head),
        latitude,
        longitude,
        IntStream.range(0, arcs.length).map(a -> 60_000).toArray(),
        IntStream.range(0, arcs.length).map(a -> 90_000).toArray());
  }

  private static Ground ground() {
    int[] zones = IntStream.range(0, SIDE * SIDE).toArray();
    double[] demand = IntStream.of(zones).mapToDouble(z -> 1 + z % 5).toArray();
    int[] bases = {13, 22, 121, 130};
    return new Ground(STREETS, zones, demand, bases, new int[] {66}, 1);
  }

  static final TrialWorld WORLD =
      TrialWorld.of(
          "town",
          GROUND,
          STREETS.nodes(),
          TrialWorld.Areas.one("town", GROUND.zones()),
          MODEL,
          UNITS,
          GROUND.bases(),
          StandbyRules.defaults());

  private static Posts standby(StandbyRules rules) {
    double[][] seconds = GROUND.secondsFromBases(true);
    Reach reach = Reach.within(seconds, 270, rules.steps(), GROUND.demand());
    return Posts.whole(WORLD, new Standby(reach, rules));
  }

  private static Policy recommended() {
    Map<Integer, Duration> late =
        Map.of(
            1, Duration.ofSeconds(270),
            2, Duration.ofSeconds(810),
            3, Duration.ofHours(1),
            4, Duration.ofHours(1));
    Recommender recommender =
        new Recommender(
            new GroundTravelTimes(GROUND, STREETS.nodes()),
            RecommendParameters.defaults().withLateAfter(late));
    return new Recommended(
        recommender, standby(StandbyRules.defaults()), TakeOver.defaults(), true);
  }

  private static TrialReport run(long seed, Supplier<Policy> policy) {
    Calls calls = Calls.draw(WORLD, seed, 11);
    return new Trial(WORLD, calls, policy.get()).run(11);
  }

  @Test
  void s1_callsComeAsTheModelSays() {
    Calls calls = Calls.draw(WORLD, 1, 100);
    assertEquals(12_000, calls.size(), 330);
    double urgent =
        IntStream.range(0, calls.size()).filter(c -> calls.level(c) == 1).count()
            / (double) calls.size();
    assertEquals(0.5, urgent, 0.015);
    double scene = IntStream.range(0, calls.size()).map(calls::sceneMillis).average().orElseThrow();
    assertEquals(720_000, scene, 20_000);
  }

  @Test
  void s2_everyCallIsMetAndUnitsAreAsBusyAsTheyMust() {
    TrialReport report = run(2, ClosestIdle::home);
    long met = report.levels().stream().mapToLong(TrialReport.Level::calls).sum();
    assertEquals(1_200, met, 110);
    assertTrue(report.waiting() <= 3);
    // Scene 12 min, to hospital and there 12 + about 9 for two of three, drive about 4.
    assertEquals(120 * (12 + 0.65 * 21 + 5) / 1440 / 6, report.busy(), 0.06);
    assertEquals(0, report.movesPerShift());
  }

  /** The most exact comparison: same seed, same hash, whatever runs beside it. */
  @Test
  void s3_sameSeedSameTraceWithOneThreadAndTwo() {
    List<Long> alone =
        IntStream.range(0, 6).mapToObj(s -> run(s, ClosestIdle::home).traceHash()).toList();
    List<Long> together =
        IntStream.range(0, 6)
            .parallel()
            .mapToObj(s -> run(s, ClosestIdle::home).traceHash())
            .toList();
    assertEquals(alone, together);
    assertEquals(6, alone.stream().distinct().count());
    assertEquals(run(3, TrialTest::recommended), run(3, TrialTest::recommended));
    assertNotEquals(run(3, TrialTest::recommended), run(3, ClosestIdle::home));
  }

  /** Drawn and decided by whole numbers and strict arithmetic: the same on every machine. */
  @Test
  void s6_theTraceIsTheSameOnEveryMachine() {
    assertEquals(0xe1ce004af6d1e2f7L, run(0, ClosestIdle::home).traceHash());
    assertEquals(0x69e22ca948ccb46bL, run(1, ClosestIdle::home).traceHash());
  }

  /** What is measured at length by the bench holds in the small: fewer late, in few moves. */
  @Test
  void s4_theRecommenderHasFewerLateThanClosestIdle() {
    double[] change =
        IntStream.range(0, 8)
            .parallel()
            .mapToDouble(seed ->
                run(seed, TrialTest::recommended).levels().getFirst().late()
                    - run(seed, ClosestIdle::home).levels().getFirst().late())
            .toArray();
    Interval interval = Interval.of(change);
    assertTrue(interval.mean() + interval.half() < 0, "change of late is " + interval);
  }

  @Test
  void s5_noCrewIsMovedMoreOftenThanTheRulesAllow() {
    StandbyRules rules =
        new StandbyRules(
            0.2, 0, 0, 0, 1, Duration.ZERO, Duration.ofHours(1), List.of(new Reach.Step(1, 1)));
    TrialReport report = run(5, () -> ClosestIdle.relocating(standby(rules)));
    assertTrue(report.movesPerShift() > 0 && report.movesPerShift() <= 1, report.toString());
    TrialReport published =
        run(5, () -> ClosestIdle.relocating(standby(StandbyRules.published(0.3))));
    assertEquals(0, published.movesPerShift());
  }
}
