package se.dirigent.simulator.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.dirigent.optimiser.queueing.Erlang;
import se.dirigent.simulator.chain.Centre;
import se.dirigent.simulator.chain.Chain;
import se.dirigent.simulator.chain.Event;
import se.dirigent.simulator.chain.Staffing;
import se.dirigent.simulator.chain.Talk;
import se.dirigent.simulator.chance.Interval;
import se.dirigent.simulator.policy.ClosestIdle;

/** Centres against what queueing theory knows exactly, and what happens when one is lost. */
class AnsweringTest {
  private static final double PER_DAY = 1_440;
  private static final int EXPERIMENTS = 200;
  private static final int RUNS = 6;

  /** 95 % intervals: fewer than 178 of 200 hold in one of 10 000 times. */
  private static final int HOLD_MIN = 178;

  /** Nearly all is settled by telephone, so that units play no part. */
  private static Centre centre(String name, int takers, int nurses, double settled) {
    return new Centre(name, List.of(), desk(takers, 120), desk(nurses, 180), 1, settled);
  }

  private static Centre.Desk desk(int number, int seconds) {
    return new Centre.Desk(
        Staffing.always(number), new Talk.Exponential(Duration.ofSeconds(seconds)));
  }

  private static TrialReport run(Chain chain, double perDay, long seed, int days) {
    CallModel model = TrialTest.MODEL.withPerDay(perDay);
    TrialWorld world =
        TrialWorld.of(
            "town",
            TrialTest.GROUND,
            TrialTest.STREETS.nodes(),
            TrialWorld.Areas.one("town", TrialTest.GROUND.zones()),
            model,
            TrialTest.WORLD.units(),
            TrialTest.GROUND.bases(),
            TrialTest.WORLD.rules());
    Calls calls = Calls.draw(world, seed, days);
    return new Trial(world.with(chain, TrialWorld.Named.NOTHING), calls, ClosestIdle.home())
        .run(days);
  }

  private static Chain only(Centre... centres) {
    return Chain.NONE.withCentres(List.of(centres));
  }

  /**
   * One call a minute, talks of two minutes, three call-takers: how many wait above 15 seconds, and
   * how long the mean waits, by Erlang C.
   */
  @Test
  void s1_timesToAnswerAreErlangs() {
    Chain chain = only(centre("a", 3, 5, 0.99));
    double waiting = Erlang.waiting(2, 3);
    double rate = 3 / 120.0 - 1 / 60.0;
    List<List<TrialReport>> runs =
        IntStream.range(0, EXPERIMENTS)
            .parallel()
            .mapToObj(experiment ->
                IntStream.range(0, RUNS)
                    .mapToObj(r -> run(chain, PER_DAY, (long) experiment * RUNS + r, 4))
                    .toList())
            .toList();
    covered(1 - waiting * Math.exp(-rate * 15), runs, run -> run.chain().answer().inTime());
    covered(waiting / rate, runs, run -> run.chain().answer().meanSeconds());
  }

  private static void covered(
      double exact, List<List<TrialReport>> runs, ToDoubleFunction<TrialReport> measure) {
    long hold =
        runs.stream()
            .filter(of -> Interval.of(of.stream().mapToDouble(measure).toArray()).holds(exact))
            .count();
    assertTrue(hold >= HOLD_MIN, hold + " of " + EXPERIMENTS + " intervals hold " + exact);
  }

  /**
   * Callers leave the call-takers as a Poisson process (Burke), so that nurses are a queue of their
   * own, in which the more urgent go first: Cobham, Priority assignment in waiting line problems,
   * Operations Research 2, 1954. Half of the calls are of each level; none is settled, since nurses
   * take these last.
   */
  @Test
  void s2_nursesTakeTheMoreUrgentFirst() {
    Chain chain = only(centre("a", 3, 4, 0));
    double toAnswer = Erlang.waiting(2, 3) / (3 / 120.0 - 1 / 60.0) + 120;
    double free = 4 / 180.0;
    double first = Erlang.waiting(3, 4) / (free * (1 - 3.0 / 4 / 2));
    double second = first / (1 - 3.0 / 4);
    List<TrialReport> runs =
        IntStream.range(0, 60).parallel().mapToObj(seed -> quiet(chain, seed)).toList();
    for (int level = 0; level < 2; level++) {
      int l = level;
      double[] seconds =
          runs.stream().mapToDouble(r -> r.chain().decision().get(l).meanSeconds()).toArray();
      Interval interval = Interval.of(seconds);
      double exact = toAnswer + (level == 0 ? first : second) + 180;
      assertTrue(interval.half() < 0.05 * exact, interval.toString());
      // Two intervals at once: half as wide again is 99 % for both together.
      assertEquals(exact, interval.mean(), 1.5 * interval.half(), "level " + (level + 1));
    }
  }

  /** Every unit is off duty and nobody is sent: only the centre works. */
  private static TrialReport quiet(Chain chain, long seed) {
    CallModel model = TrialTest.MODEL.withPerDay(PER_DAY);
    model =
        new CallModel(
            PER_DAY,
            model.rhythm(),
            model.levels(),
            Duration.ZERO,
            model.turnout(),
            CallModel.Service.exponential(Duration.ofMillis(1), Duration.ofMillis(1)));
    List<TrialUnit> many =
        IntStream.range(0, 40).mapToObj(u -> TrialUnit.always("u" + u, u % 4)).toList();
    TrialWorld world =
        TrialWorld.of(
            "town",
            TrialTest.GROUND,
            TrialTest.STREETS.nodes(),
            TrialWorld.Areas.one("town", TrialTest.GROUND.zones()),
            model,
            many,
            TrialTest.GROUND.bases(),
            TrialTest.WORLD.rules());
    Calls calls = Calls.draw(world, seed, 5);
    return new Trial(world.with(chain, TrialWorld.Named.NOTHING), calls, ClosestIdle.home()).run(5);
  }

  /** What is lost is taken over: every case is decided on, later. */
  @Test
  void s3_aLostCentresCallsAreAnsweredByAnother() {
    Chain whole = only(centre("a", 3, 5, 0.9), centre("b", 4, 5, 0.9));
    Event.Span day = new Event.Span(Duration.ofHours(30), Duration.ofHours(54));
    Chain lost =
        whole.withEvents(List.of(new Event.CentreLost(day, "b", "a", Duration.ofMinutes(10))));
    TrialReport with = run(lost, PER_DAY, 1, 4);
    TrialReport without = run(whole, PER_DAY, 1, 4);
    assertEquals(decided(without), decided(with), 3);
    assertTrue(with.chain().answer().inTime() < without.chain().answer().inTime());
    assertEquals(with, run(lost, PER_DAY, 1, 4));
  }

  /** Nobody takes over: who rang after the centre was lost was never answered. */
  @Test
  void s4_whoIsNeverAnsweredIsNotAnsweredInTime() {
    Event.Span rest = new Event.Span(Duration.ofHours(60), Duration.ofDays(30));
    Chain lost =
        only(centre("a", 3, 5, 0.9), centre("b", 4, 5, 0.9))
            .withEvents(List.of(new Event.CentreLost(rest, "b", "a", Duration.ofDays(20))));
    TrialReport run = run(lost, PER_DAY, 1, 4);
    // Of three days a day and a half.
    TrialReport.Level answer = run.chain().answer();
    assertEquals(0.5, (double) answer.unreached() / answer.calls(), 0.03);
    assertTrue(answer.inTime() < 0.5, answer.toString());
    assertTrue(run.chain().decision().getFirst().unreached() > 0);
  }

  private static long decided(TrialReport run) {
    return run.chain().decision().stream().mapToLong(TrialReport.Level::calls).sum();
  }
}
