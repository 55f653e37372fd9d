package se.dirigent.optimiser.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.fleet.UnitStatus;
import se.dirigent.core.geo.Position;
import se.dirigent.optimiser.assign.JointPlan.Choice;
import se.dirigent.optimiser.assign.JointPlan.Why;
import se.dirigent.optimiser.assign.JointProposer.Forbidden;
import se.dirigent.optimiser.recommend.Candidate;
import se.dirigent.optimiser.recommend.CoverLost;
import se.dirigent.optimiser.recommend.Fleet;
import se.dirigent.optimiser.recommend.Need;
import se.dirigent.optimiser.recommend.Prices;
import se.dirigent.optimiser.recommend.RecommendParameters;
import se.dirigent.optimiser.recommend.Recommender;
import se.dirigent.routing.travel.CrowFlyTravelTimes;

class JointProposerTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Map<Integer, WaitingPrice> PRICES =
      IntStream.rangeClosed(1, 4).boxed().collect(Collectors.toMap(l -> l, WaitingPrice::defaults));
  private final Recommender recommender =
      new Recommender(new CrowFlyTravelTimes(), RecommendParameters.defaults());
  private final JointProposer proposer = new JointProposer(recommender, PRICES);

  @Test
  void s1OneCaseOneUnit() {
    Choice choice = propose(List.of(waiting("a", 1, 0, 0)), List.of(unit("u", 0.1))).getFirst();
    assertEquals("u", choice.unit());
    assertEquals(Why.OWN_BEST, choice.why());
  }

  @Test
  void s2TheLessUrgentGivesWay() {
    List<Choice> choices =
        propose(
            List.of(waiting("urgent", 1, 0.1, 0), waiting("calm", 3, 0, 0)),
            List.of(unit("near", 0), unit("far", -0.5)));
    assertEquals("near", choices.get(0).unit());
    assertEquals("far", choices.get(1).unit());
    assertEquals(Why.BEST_NEEDED_ELSEWHERE, choices.get(1).why());
    assertEquals("near", choices.get(1).ownBest());
    assertTrue(choices.get(1).extraSeconds() > 0);
  }

  @Test
  void s3TooFewUnits() {
    List<Choice> choices =
        propose(
            List.of(waiting("calm", 3, 0, 60), waiting("urgent", 1, 0.5, 0)),
            List.of(unit("only", 0)));
    assertNull(choices.get(0).unit());
    assertEquals(Why.OTHERS_FIRST, choices.get(0).why());
    assertEquals("only", choices.get(1).unit());
  }

  @Test
  void s4NobodyFit() {
    List<Choice> choices = propose(List.of(waiting("a", 1, 0, 0)), List.of());
    assertEquals(Why.NOBODY_FIT, choices.getFirst().why());
  }

  @Test
  void s5ARefusedPairDoesNotComeBack() {
    var plan =
        proposer.propose(
            List.of(waiting("a", 1, 0, 0)),
            fleet(List.of(unit("near", 0), unit("far", 0.5)), NOW),
            Set.of(new Forbidden("a", "near")),
            NOW);
    assertEquals("far", plan.choices().getFirst().unit());
  }

  @Test
  void s6NobodyIsStarvedHoweverManyMoreUrgentCome() {
    Instant now = NOW;
    int steps = 0;
    boolean served = false;
    while (!served && steps++ < 100) {
      now = now.plusSeconds(300);
      var cases = List.of(waiting("old", 3, 0.3, 0), new WaitingCase("new", need(2, 0), now));
      var units = List.of(unitAt("only", 0, now));
      var plan = proposer.propose(cases, fleet(units, now), Set.of(), now);
      served = plan.choices().getFirst().unit() != null;
    }
    assertTrue(served, "the old case never got a unit");
    assertTrue(steps * 5 <= 120, "it took " + steps * 5 + " minutes");
  }

  @Test
  void s7TheShortlistLosesNothing() {
    var chance = new Random(7);
    for (int round = 0; round < 12; round++) {
      List<WaitingCase> cases = new ArrayList<>();
      for (int i = 0; i < 15; i++) {
        cases.add(
            new WaitingCase(
                "c" + i,
                new Need(somewhere(chance), 1 + chance.nextInt(4), Set.of()),
                NOW.minusSeconds(chance.nextInt(4000))));
      }
      List<Candidate> units = new ArrayList<>();
      for (int i = 0; i < 600; i++) {
        units.add(anyone("u" + i, chance));
      }
      double[][] costs = new double[15][600];
      double[] leave = new double[15];
      for (int row = 0; row < 15; row++) {
        WaitingCase c = cases.get(row);
        WaitingPrice price = WaitingPrice.defaults(c.need().level());
        Prices of = recommender.prices(c.need(), fleet(units, NOW));
        Arrays.setAll(costs[row], i -> of.of(i) * price.urgency());
        leave[row] = price.leave(NOW.getEpochSecond() - c.waitingSince().getEpochSecond());
      }
      JointPlan plan = proposer.propose(cases, fleet(units, NOW), Set.of(), NOW);
      double whole = ShortestAugmentingPathTest.solve(costs, leave).total();
      assertEquals(whole, plan.totalSeconds(), 1e-6);
    }
  }

  @Test
  void s8ABusyUnitIsOnlyTakenFromSomethingLessUrgent() {
    Candidate rolling = engaged("rolling", 3);
    List<Choice> urgent = propose(List.of(waiting("a", 1, 0, 0)), List.of(rolling));
    assertEquals("rolling", urgent.getFirst().unit());
    List<Choice> calm = propose(List.of(waiting("a", 3, 0, 0)), List.of(rolling));
    assertNotEquals("rolling", calm.getFirst().unit());
  }

  private List<Choice> propose(List<WaitingCase> cases, List<Candidate> units) {
    return proposer.propose(cases, fleet(units, NOW), Set.of(), NOW).choices();
  }

  private Fleet fleet(List<Candidate> units, Instant now) {
    return recommender.fleet(units, CoverLost.UNKNOWN, now);
  }

  private static WaitingCase waiting(String id, int level, double north, int seconds) {
    return new WaitingCase(id, need(level, north), NOW.minusSeconds(seconds));
  }

  private static Need need(int level, double north) {
    return new Need(new Position(63 + north, 15), level, Set.of());
  }

  private static Candidate unit(String id, double north) {
    return unitAt(id, north, NOW);
  }

  private static Candidate unitAt(String id, double north, Instant at) {
    return new Candidate(
        id,
        UnitKind.AMBULANCE,
        UnitStatus.AVAILABLE,
        at,
        Set.of(),
        false,
        new Position(63 + north, 15),
        at,
        null,
        null,
        null,
        false);
  }

  private static Candidate engaged(String id, int level) {
    return new Candidate(
        id,
        UnitKind.AMBULANCE,
        UnitStatus.ROLLING,
        NOW,
        Set.of(),
        false,
        new Position(63, 15),
        NOW,
        null,
        null,
        new Candidate.Engagement(level, null),
        false);
  }

  private static Candidate anyone(String id, Random chance) {
    UnitStatus[] statuses = UnitStatus.values();
    UnitKind[] kinds = UnitKind.values();
    boolean free = chance.nextInt(3) > 0;
    Position at = chance.nextInt(20) == 0 ? null : somewhere(chance);
    return new Candidate(
        id,
        kinds[chance.nextInt(kinds.length)],
        free ? UnitStatus.AVAILABLE : statuses[chance.nextInt(statuses.length)],
        NOW.minusSeconds(chance.nextInt(2000)),
        Set.of(),
        false,
        at,
        at == null ? null : NOW.minusSeconds(chance.nextInt(4000)),
        null,
        null,
        new Candidate.Engagement(1 + chance.nextInt(4), null),
        false);
  }

  private static Position somewhere(Random chance) {
    return new Position(56 + 12 * chance.nextDouble(), 12 + 8 * chance.nextDouble());
  }
}
