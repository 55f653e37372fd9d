package se.dirigent.simulator.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
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

  /** Why they call decides how urgent it is, how long crews stay and who is taken along. */
  @Test
  void s7_callsDifferByType() {
    var fall = new CallModel.Type("fall", 0.7, List.of(0.2, 0.8), 0.9, 1.5);
    var arrest = new CallModel.Type("arrest", 0.3, List.of(1.0, 0.0), 0.3, 0.5);
    CallModel mixed = MODEL.withTypes(List.of(fall, arrest));
    assertEquals(0.7 * 0.2 + 0.3, mixed.levels().getFirst().share(), 1e-12);
    assertEquals((0.14 * 0.9 + 0.3 * 0.3) / 0.44, mixed.levels().getFirst().conveyed(), 1e-12);
    TrialWorld world =
        TrialWorld.of(
            "town",
            GROUND,
            STREETS.nodes(),
            TrialWorld.Areas.one("town", GROUND.zones()),
            mixed,
            UNITS,
            GROUND.bases(),
            StandbyRules.defaults());
    Calls calls = Calls.draw(world, 1, 100);
    assertEquals(Calls.draw(WORLD, 1, 100).size(), calls.size(), "as many, at the same moments");
    int[] arrests = IntStream.range(0, calls.size()).filter(c -> calls.type(c) == 1).toArray();
    int[] falls = IntStream.range(0, calls.size()).filter(c -> calls.type(c) == 0).toArray();
    assertEquals(0.3, arrests.length / (double) calls.size(), 0.015);
    assertTrue(IntStream.of(arrests).allMatch(c -> calls.level(c) == 1));
    assertEquals(0.2, share(falls, c -> calls.level(c) == 1), 0.015);
    assertEquals(0.9, share(falls, c -> calls.hospitalMillis(c) >= 0), 0.015);
    assertEquals(0.3, share(arrests, c -> calls.hospitalMillis(c) >= 0), 0.03);
    double usual = Duration.ofMinutes(12).toMillis();
    assertEquals(
        1.5 * usual, IntStream.of(falls).map(calls::sceneMillis).average().orElse(0), usual / 20);
    assertEquals(
        0.5 * usual, IntStream.of(arrests).map(calls::sceneMillis).average().orElse(0), usual / 20);
  }

  /** Who is never busy covers what the bases reach; the busier, the less. */
  @Test
  void s8_theCoverIsWhatFreeUnitsReach() {
    double whole = 1 - WORLD.reach(StandbyRules.defaults()).outOfReach();
    assertEquals(whole, cover(0.2, 200), 1e-9);
    double usual = cover(120, 11);
    double busy = cover(150, 11);
    assertTrue(usual < whole && busy < usual && busy > 0, whole + ", " + usual + ", " + busy);
  }

  private static double cover(double perDay, int days) {
    TrialWorld world =
        TrialWorld.of(
            "town",
            GROUND,
            STREETS.nodes(),
            TrialWorld.Areas.one("town", GROUND.zones()),
            MODEL.withPerDay(perDay),
            UNITS,
            GROUND.bases(),
            StandbyRules.defaults());
    Calls calls = Calls.draw(world, 3, days);
    return new Trial(world, calls, ClosestIdle.home()).run(days).cover();
  }

  private static double share(int[] of, IntPredicate which) {
    return IntStream.of(of).filter(which).count() / (double) of.length;
  }
}
