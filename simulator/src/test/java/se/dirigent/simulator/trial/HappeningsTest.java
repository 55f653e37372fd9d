package se.dirigent.simulator.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.dirigent.optimiser.standby.StandbyRules;
import se.dirigent.simulator.chain.Breakdowns;
import se.dirigent.simulator.chain.Chain;
import se.dirigent.simulator.chain.Event;
import se.dirigent.simulator.chain.Event.Span;
import se.dirigent.simulator.chance.Interval;
import se.dirigent.simulator.policy.ClosestIdle;

/** What befalls a world at given times, where it can be calculated against that. */
class HappeningsTest {
  private static final int DAYS = 6;
  private static final Span ALWAYS = new Span(Duration.ZERO, Duration.ofDays(100));
  private static final Span THIRD = new Span(Duration.ofDays(2), Duration.ofDays(3));

  private static TrialWorld world(Chain chain, double perDay, int units) {
    return TrialWorld.of(
            "town",
            TrialTest.GROUND,
            TrialTest.STREETS.nodes(),
            TrialWorld.Areas.one("town", TrialTest.GROUND.zones()),
            TrialTest.MODEL.withPerDay(perDay),
            IntStream.range(0, units).mapToObj(u -> TrialUnit.always("u" + u, u % 4)).toList(),
            TrialTest.GROUND.bases(),
            StandbyRules.defaults())
        .with(chain, new TrialWorld.Named(List.of("a", "b", "c", "d"), List.of("h")));
  }

  private static TrialReport run(Chain chain, double perDay, int units, long seed) {
    TrialWorld world = world(chain, perDay, units);
    Calls calls = Calls.draw(world, seed, DAYS);
    TrialReport report = new Trial(world, calls, ClosestIdle.home()).run(DAYS);
    assertEquals(report, new Trial(world, calls, ClosestIdle.home()).run(DAYS));
    return report;
  }

  private static Chain with(Event... events) {
    return Chain.NONE.withEvents(List.of(events));
  }

  private static long met(TrialReport run) {
    return run.levels().stream().mapToLong(TrialReport.Level::calls).sum();
  }

  /** Change of a mean response by an event, seed by seed, where units are hardly ever busy. */
  private static Interval change(Event event) {
    return Interval.of(
        IntStream.range(0, 20)
            .mapToDouble(seed ->
                run(with(event), 12, 12, seed).meanSeconds()
                    - run(Chain.NONE, 12, 12, seed).meanSeconds())
            .toArray());
  }

  @Test
  void s1_casualtiesComeBesideTheUsualCalls() {
    Event hurt = new Event.Casualties(THIRD, 200, List.of(), List.of(0.25, 0.75));
    Calls usual = Calls.draw(world(Chain.NONE, 120, 6), 1, DAYS);
    Calls all = Calls.draw(world(with(hurt), 120, 6), 1, DAYS);
    assertEquals(usual.size() + 200, all.size());
    int usualSeen = 0;
    int urgent = 0;
    for (int call = 0; call < all.size(); call++) {
      if (all.key(call) >= 0) {
        assertEquals(usual.at(usualSeen), all.at(call));
        assertEquals(usual.zone(usualSeen++), all.zone(call));
      } else {
        assertTrue(THIRD.holds(all.at(call)) && all.hospitalMillis(call) >= 0);
        urgent += all.level(call) == 1 ? 1 : 0;
      }
      assertTrue(call == 0 || all.at(call) >= all.at(call - 1));
    }
    assertEquals(50, urgent, 20);
    assertEquals(met(run(Chain.NONE, 120, 12, 1)) + 200, met(run(with(hurt), 120, 12, 1)), 3);
  }

  @Test
  void s2_aDayHasThreeTimesTheCalls() {
    Chain chain = with(new Event.MoreCalls(THIRD, 3));
    double[] more =
        IntStream.range(0, 20)
            .mapToDouble(seed ->
                Calls.draw(world(chain, 120, 6), seed, DAYS).size()
                    - Calls.draw(world(Chain.NONE, 120, 6), seed, DAYS).size())
            .toArray();
    Interval interval = Interval.of(more);
    assertEquals(240, interval.mean(), 1.5 * interval.half());
  }

  /** In the long run the share repair / (repair + between) of the units is out of service. */
  @Test
  void s3_unitsBreakDownAndAreRepaired() {
    Breakdowns often = new Breakdowns(Duration.ofHours(20), Duration.ofHours(5));
    double[] out =
        IntStream.range(0, 20)
            .mapToDouble(
                seed -> run(Chain.NONE.withBreakdowns(often), 60, 12, seed).chain().outOfService())
            .toArray();
    Interval interval = Interval.of(out);
    assertTrue(interval.half() < 0.02, interval.toString());
    assertEquals(0.2, interval.mean(), 1.5 * interval.half());
  }

  @Test
  void s4_withoutUnitsForADayEverybodyIsMetAfterwards() {
    List<String> all = IntStream.range(0, 12).mapToObj(u -> "u" + u).toList();
    TrialReport lost = run(with(new Event.UnitsLost(THIRD, all)), 60, 12, 2);
    TrialReport usual = run(Chain.NONE, 60, 12, 2);
    assertEquals(met(usual), met(lost), 2);
    assertEquals(1 / 5.0, lost.chain().outOfService(), 0.02);
    // Whoever calls that day waits half of it.
    assertTrue(lost.meanSeconds() > usual.meanSeconds() + 0.8 * 43_200 / 5, lost.toString());
    assertTrue(lost.waiting() <= 2);
  }

  @Test
  void s5_unitsOfALostStationStandAtTheNearestOther() {
    TrialReport lost =
        run(
            with(
                new Event.StationLost(ALWAYS, "a"),
                new Event.StationLost(ALWAYS, "b"),
                new Event.StationLost(ALWAYS, "c")),
            60,
            12,
            3);
    TrialReport usual = run(Chain.NONE, 60, 12, 3);
    assertEquals(met(usual), met(lost), 2);
    assertTrue(lost.meanSeconds() > usual.meanSeconds() + 60, lost + " against " + usual);
    assertThrows(
        IllegalArgumentException.class,
        () -> run(with(new Event.StationLost(ALWAYS, "e")), 60, 12, 3));
  }

  /** Calls come whenever, so one waits half of the time between two convoys. */
  @Test
  void s6_convoysCostHalfTheirInterval() {
    Interval change = change(new Event.Convoys(ALWAYS, Duration.ofMinutes(30), List.of("town")));
    assertEquals(900, change.mean(), 1.5 * change.half() + 10);
  }

  @Test
  void s7_decisionsThatTakeLongerAreLaterByThat() {
    Interval change = change(new Event.CutOff(ALWAYS, 0, Duration.ofMinutes(10)));
    assertEquals(600, change.mean(), 5);
  }

  @Test
  void s8_unitsThatCannotBeReachedGetNoCalls() {
    TrialReport cut = run(with(new Event.CutOff(THIRD, 1, Duration.ZERO)), 60, 12, 4);
    TrialReport usual = run(Chain.NONE, 60, 12, 4);
    assertEquals(met(usual), met(cut), 2);
    assertTrue(cut.meanSeconds() > usual.meanSeconds() + 0.8 * 43_200 / 5, cut.toString());
    assertTrue(change(new Event.CutOff(ALWAYS, 0.5, Duration.ZERO)).mean() > 10);
  }

  /** Twice the time on the road is twice the drive: the rest of the response is as it was. */
  @Test
  void s9_slowerRoadsTakeAsMuchLonger() {
    Interval change = change(new Event.SlowerRoads(ALWAYS, 2, List.of("town")));
    double[] drive =
        IntStream.range(0, 20)
            .mapToDouble(seed -> run(Chain.NONE, 12, 12, seed).meanSeconds() - 90)
            .toArray();
    assertEquals(Interval.of(drive).mean(), change.mean(), 15);
  }
}
