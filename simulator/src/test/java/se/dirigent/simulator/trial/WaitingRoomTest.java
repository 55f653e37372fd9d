package se.dirigent.simulator.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.simulator.chain.Centre;
import se.dirigent.simulator.chain.Chain;
import se.dirigent.simulator.chain.Staffing;
import se.dirigent.simulator.chain.Talk;
import se.dirigent.simulator.chain.WaitingRules;
import se.dirigent.simulator.chain.WaitingRules.Recall;
import se.dirigent.simulator.chance.Interval;
import se.dirigent.simulator.policy.ClosestIdle;

/** Who waits for a unit: rung back, found to be worse, or forgotten. */
class WaitingRoomTest {
  private static final Duration EVERY = Duration.ofMinutes(30);

  private static Chain rules(double answers, double worsePerHour) {
    Recall recall = new Recall(EVERY, EVERY);
    return Chain.NONE.withWaiting(new WaitingRules(List.of(recall), 2, answers, worsePerHour));
  }

  private static TrialReport run(Chain chain, List<TrialUnit> units, long seed) {
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
    Calls calls = Calls.draw(world, seed, 6);
    return new Trial(world.with(chain, TrialWorld.Named.NOTHING), calls, ClosestIdle.home()).run(6);
  }

  /** A unit that is never manned: everybody waits. */
  private static List<TrialUnit> nobody() {
    return List.of(
        new TrialUnit("u", UnitKind.AMBULANCE, 1, 0, new BitSet(), new BitSet(), List.of()));
  }

  private static List<TrialUnit> few(int count) {
    return IntStream.range(0, count).mapToObj(u -> TrialUnit.always("u" + u, u % 4)).toList();
  }

  /**
   * Rung back every T and always answering, with rate r: whoever gets worse does so within some T
   * and is found at its end, T / (1 − exp(−rT)) − 1 / r later on average.
   */
  @Test
  void s1_timeUntilSomebodyKnowsIsAsCalculated() {
    double perHour = 1;
    double hours = 0.5 / (1 - Math.exp(-0.5 * perHour)) - 1 / perHour;
    double[] minutes =
        IntStream.range(0, 20)
            .mapToDouble(
                seed -> run(rules(1, perHour), nobody(), seed).chain().unknownSeconds() / 60)
            .toArray();
    Interval interval = Interval.of(minutes);
    assertTrue(interval.half() < 0.5, interval.toString());
    assertEquals(60 * hours, interval.mean(), 1.5 * interval.half());
  }

  @Test
  void s2_whoDoesNotGetWorseIsNotFound() {
    TrialReport.Chain chain = run(rules(1, 0), nobody(), 1).chain();
    assertEquals(0, chain.worsenedPerDay());
    assertEquals(120, chain.waitedPerDay(), 15);
    assertEquals(0, chain.overdueHoursPerDay(), "without centres nurses are never busy");
  }

  @Test
  void s3_whoIsNeverRungIsFoundByTheCrew() {
    Recall never = new Recall(Duration.ofDays(30), Duration.ofDays(30));
    Chain forgotten = Chain.NONE.withWaiting(new WaitingRules(List.of(never), 2, 1, 2));
    TrialReport.Chain chain = run(forgotten, few(3), 1).chain();
    assertEquals(1, chain.unseen());
    TrialReport.Chain looked = run(rules(1, 2), few(3), 1).chain();
    assertTrue(looked.unseen() < 1 && looked.unseen() > 0, looked.toString());
  }

  /** Nurses who have more to do ring later, and what gets worse is known later. */
  @Test
  void s4_tooFewNursesRingLate() {
    TrialReport.Chain enough = run(staffed(4), few(4), 2).chain();
    TrialReport.Chain scarce = run(staffed(1), few(4), 2).chain();
    assertTrue(
        scarce.overdueHoursPerDay() > enough.overdueHoursPerDay() + 1,
        scarce + " against " + enough);
    assertEquals(run(staffed(1), few(4), 2), run(staffed(1), few(4), 2));
  }

  private static Chain staffed(int nurses) {
    Talk talk = new Talk.Exponential(Duration.ofMinutes(8));
    Centre.Desk takers = new Centre.Desk(Staffing.always(5), talk);
    Centre.Desk desk = new Centre.Desk(Staffing.always(nurses), talk);
    return rules(0.9, 1).withCentres(List.of(new Centre("a", List.of(), takers, desk, 1, 0)));
  }
}
