package se.dirigent.optimiser.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.fleet.UnitStatus;
import se.dirigent.core.geo.Position;
import se.dirigent.optimiser.assign.TakeOvers.Change;
import se.dirigent.optimiser.assign.TakeOvers.Served;
import se.dirigent.optimiser.recommend.Candidate;
import se.dirigent.optimiser.recommend.Need;
import se.dirigent.optimiser.recommend.RecommendParameters;
import se.dirigent.optimiser.recommend.Recommender;
import se.dirigent.routing.travel.CrowFlyTravelTimes;

/** A case at the origin with a unit on its way, and units that become free nearer or farther. */
class TakeOversTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final RecommendParameters PARAMETERS = RecommendParameters.defaults();
  private static final TakeOvers TAKE_OVERS =
      new TakeOvers(
          new Recommender(new CrowFlyTravelTimes(), PARAMETERS), PARAMETERS, TakeOver.defaults());

  private static Candidate unit(String id, UnitKind kind, double degreesNorth) {
    return new Candidate(
        id,
        kind,
        UnitStatus.AVAILABLE,
        NOW,
        Set.of(),
        false,
        new Position(63 + degreesNorth, 14),
        NOW,
        null,
        null,
        null,
        false);
  }

  private static Candidate ambulance(String id, double degreesNorth) {
    return unit(id, UnitKind.AMBULANCE, degreesNorth);
  }

  private static Served served(String incident, int level, Candidate has) {
    Need need = new Need(new Position(63, 14), level, Set.of());
    return new Served(incident, need, NOW.minus(Duration.ofMinutes(2)), has);
  }

  @Test
  void s1TheNearerOneTakesOver() {
    List<Change> changes =
        TAKE_OVERS.propose(
            List.of(served("a", 1, ambulance("far", 0.3))),
            List.of(ambulance("near", 0.05), ambulance("nearish", 0.1)),
            NOW);
    assertEquals(1, changes.size());
    Change change = changes.getFirst();
    assertEquals("near", change.unit());
    assertEquals("far", change.instead());
    assertTrue(change.arrival().compareTo(change.left()) < 0);
    assertTrue(change.inTime(), "a quarter of an hour is the goal at level 1");
  }

  @Test
  void s2NotForALittleNorForOneThatIsNotFit() {
    Served case1 = served("a", 1, ambulance("has", 0.1));
    assertEquals(List.of(), TAKE_OVERS.propose(List.of(case1), List.of(), NOW));
    assertEquals(
        List.of(), TAKE_OVERS.propose(List.of(case1), List.of(ambulance("b", 0.095)), NOW));
    assertEquals(
        List.of(), TAKE_OVERS.propose(List.of(case1), List.of(ambulance("farther", 0.2)), NOW));
    Candidate light = unit("light", UnitKind.LIGHT_CARE_AMBULANCE, 0.01);
    assertEquals(List.of(), TAKE_OVERS.propose(List.of(case1), List.of(light), NOW));
  }

  @Test
  void s3OneUnitForTheMostUrgentAndNobodyTwice() {
    List<Change> changes =
        TAKE_OVERS.propose(
            List.of(
                served("calm", 3, ambulance("first", 0.3)),
                served("urgent", 1, ambulance("second", 0.3))),
            List.of(ambulance("near", 0.05)),
            NOW);
    assertEquals(1, changes.size());
    assertEquals("urgent", changes.getFirst().incident());
    assertFalse(changes.getFirst().left().isNegative());
  }
}
