package se.dirigent.optimiser.standby;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.dirigent.core.geo.Position;
import se.dirigent.optimiser.cover.DemandZone;
import se.dirigent.optimiser.standby.Move.Why;
import se.dirigent.routing.travel.CrowFlyTravelTimes;
import se.dirigent.routing.travel.Urgency;

/** Proposals on roads: a town with plenty of units and a village with none, 28 km away. */
class RelocationsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T11:00:00Z");
  private static final Position TOWN = new Position(63.18, 14.64);
  private static final Position VILLAGE = new Position(63.43, 14.64);
  private static final List<Base> BASES =
      List.of(new Base("town", TOWN), new Base("village", VILLAGE));
  private static final List<DemandZone> PLACES =
      List.of(
          new DemandZone("Stad", "1", TOWN, 3),
          new DemandZone("By", "2", VILLAGE, 1),
          new DemandZone("Ingen", "2", VILLAGE, 0));

  private static Relocations relocations(List<Base> bases, List<DemandZone> places) {
    return new Relocations(
        bases,
        places,
        new Relocations.Goal(Duration.ofMinutes(16), Urgency.LIGHTS_AND_SIRENS),
        StandbyRules.defaults(),
        3,
        new CrowFlyTravelTimes());
  }

  private static List<Movable> units(int count, int moves, boolean resting) {
    List<Movable> units = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      units.add(new Movable("u" + i, "town", "town", TOWN, false, moves, resting));
    }
    return units;
  }

  @Test
  void s1_aUnitMovesFromPlentyToWant() {
    List<Move> moves = relocations(BASES, PLACES).propose(units(4, 0, false), NOON);
    assertTrue(moves.size() <= 2, moves::toString);
    Move move = moves.getFirst();
    assertEquals("village", move.base());
    assertEquals(Why.STANDS, move.why());
    assertEquals(List.of("By"), move.reached(), "where nobody lives is not worth a word");
    assertEquals(List.of(), move.bared());
    assertEquals(1, move.movesInShift());
    assertTrue(move.shareAfter() > move.shareBefore() + 0.1, move::toString);
  }

  @Test
  void s2_crewsAreLeftInPeace() {
    assertEquals(List.of(), relocations(BASES, PLACES).propose(units(4, 2, false), NOON));
    assertEquals(List.of(), relocations(BASES, PLACES).propose(units(4, 0, true), NOON));
  }

  @Test
  void s3_oneOnItsWayHomeIsAskedFirstAndIsNotMovedByIt() {
    List<Movable> units = units(3, 0, false);
    Position between = new Position(63.3, 14.64);
    units.add(new Movable("free", "town", "town", between, true, 2, false));
    List<Move> moves = relocations(BASES, PLACES).propose(units, NOON);
    assertEquals("free", moves.getFirst().unit());
    assertEquals(Why.FREED, moves.getFirst().why());
    assertEquals(2, moves.getFirst().movesInShift());
  }

  @Test
  void s4_theLastOneLeavesThePlaceBareOnlyForMore() {
    List<Movable> one = List.of(new Movable("u", "village", "village", VILLAGE, false, 0, false));
    List<Move> moves = relocations(BASES, PLACES).propose(one, NOON);
    assertEquals(List.of("Stad"), moves.getFirst().reached());
    assertEquals(List.of("By"), moves.getFirst().bared());
    assertEquals(List.of(), relocations(BASES, PLACES).propose(List.of(), NOON));
  }

  @Test
  void s5_neverMoreThanAskedForNorTheSameUnitTwice() {
    var chance = new Random(5);
    for (int round = 0; round < 30; round++) {
      List<Base> bases = new ArrayList<>();
      List<DemandZone> places = new ArrayList<>();
      List<Movable> units = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        bases.add(new Base("b" + i, somewhere(chance)));
        places.add(new DemandZone("z" + i, "1", somewhere(chance), 1 + chance.nextInt(9)));
      }
      for (int i = 0; i < 12; i++) {
        String base = "b" + chance.nextInt(8);
        boolean underWay = chance.nextInt(4) == 0;
        units.add(new Movable("u" + i, base, base, somewhere(chance), underWay, 0, false));
      }
      List<Move> moves = relocations(bases, places).propose(units, NOON);
      Set<String> moved = new HashSet<>();
      assertTrue(moves.size() <= 3);
      for (Move move : moves) {
        assertTrue(moved.add(move.unit()), moves::toString);
        boolean far = move.travel().compareTo(StandbyRules.defaults().travelMax()) > 0;
        assertTrue(!far || move.why() == Why.FREED, move::toString);
      }
    }
  }

  private static Position somewhere(Random chance) {
    return new Position(63 + chance.nextDouble(), 14 + 2 * chance.nextDouble());
  }
}
