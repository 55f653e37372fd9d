package se.dirigent.optimiser.cover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.travel.CrowFlyTravelTimes;
import se.dirigent.routing.travel.TravelMode;

class CoverModelTest {
  private static final Instant NOON = Instant.parse("2026-11-22T11:00:00Z");
  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
  private static final Position TOWN = new Position(63.18, 14.64);
  private static final Position VILLAGE = new Position(63.18, 16.64);

  @Test
  void s1NobodyThereCoversNothing() {
    Cover cover = twoPlaces(24).calculate(List.of(), NOON);
    assertEquals(0, cover.share(1, null));
    assertEquals(1, cover.callsNextHour(), 1e-9);
  }

  @Test
  void s2OneUnitInTownCoversTheTownWhileItIsFree() {
    Cover cover = twoPlaces(24).calculate(List.of(unit("a", TOWN)), NOON);
    assertEquals(0, cover.share(1, "village"));
    // One server: a call is reached when it is free, which Erlang's formula says.
    assertEquals(1 - cover.busy(), cover.share(1, "town"), 1e-9);
    assertEquals(0.75 * (1 - cover.busy()), cover.shareLost("a"), 1e-9);
  }

  @Test
  void s3WithNoCallsEveryoneIsFree() {
    Cover cover = twoPlaces(0).calculate(List.of(unit("a", TOWN), unit("b", VILLAGE)), NOON);
    assertEquals(0, cover.busy());
    assertEquals(1, cover.share(1, "town"));
    assertEquals(0.75, cover.shareLost("a"), 1e-9);
  }

  @Test
  void s4TheLastUnitOfAPlaceIsMissedMost() {
    Cover cover =
        twoPlaces(24)
            .calculate(
                List.of(unit("a", TOWN), unit("b", TOWN), unit("c", TOWN), unit("d", VILLAGE)),
                NOON);
    for (String one : List.of("a", "b", "c")) {
      assertTrue(cover.shareLost("d") > 2 * cover.shareLost(one), cover::toString);
    }
  }

  @Test
  void s5AUnitForLessUrgentCoversNoUrgentCalls() {
    var light = new CoveringUnit("light", TOWN, TravelMode.ROAD, 3, 1);
    Cover cover = twoPlaces(24).calculate(List.of(light), NOON);
    assertEquals(0, cover.share(1, null));
    assertTrue(cover.share(3, "town") > 0);
  }

  @Test
  void s6MoreUnitsNeverCoverLessAndOrderDoesNotMatter() {
    var chance = new Random(6);
    for (int round = 0; round < 40; round++) {
      CoverModel model = random(chance, 20);
      List<CoveringUnit> units = new ArrayList<>();
      double before = 0;
      for (int i = 0; i < 8; i++) {
        units.add(unit("u" + i, somewhere(chance)));
        double reached = model.calculate(units, NOON).share(1, null);
        assertTrue(reached >= before - 0.01, reached + " after " + before);
        before = reached;
      }
      Cover cover = model.calculate(units, NOON);
      Collections.shuffle(units, chance);
      assertEquals(cover.share(1, null), model.calculate(units, NOON).share(1, null), 1e-9);
    }
  }

  @Test
  void s7WhatIsLostIsTheDifferenceWithout() {
    var chance = new Random(7);
    for (int round = 0; round < 20; round++) {
      CoverModel model = random(chance, 15, 1e-6); // So few calls that nobody is ever busy.
      List<CoveringUnit> units = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        units.add(unit("u" + i, somewhere(chance)));
      }
      Cover cover = model.calculate(units, NOON);
      for (int i = 0; i < 6; i++) {
        List<CoveringUnit> others = new ArrayList<>(units);
        others.remove(i);
        double without = model.calculate(others, NOON).share(1, null);
        assertEquals(cover.share(1, null) - without, cover.shareLost("u" + i), 1e-6);
      }
    }
  }

  @Test
  void s8TheHourShapeDecidesHowMany() {
    CoverModel model = twoPlaces(24);
    var forecast =
        new DemandForecast(
            24, Collections.nCopies(24, 1 / 24.0), STOCKHOLM, List.of(zone("town", TOWN, 1)));
    assertEquals(1, forecast.nextHour(NOON.plusSeconds(1800)), 1e-9);
    List<Double> night = new ArrayList<>(Collections.nCopies(24, 0.0));
    night.set(13, 1.0);
    var once = new DemandForecast(24, night, STOCKHOLM, List.of(zone("town", TOWN, 1)));
    assertEquals(12, once.nextHour(NOON.plusSeconds(1800)), 1e-9);
    assertTrue(model.calculate(List.of(unit("a", TOWN)), NOON).busy() > 0);
  }

  @Test
  void s9BadFigures() {
    assertThrows(
        IllegalArgumentException.class, () -> new CoveringUnit("a", TOWN, TravelMode.ROAD, 1, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new DemandForecast(1, List.of(1.0), STOCKHOLM, PLACES));
    assertThrows(IllegalArgumentException.class, () -> flat(1, List.of()));
    assertThrows(IllegalArgumentException.class, () -> zone("x", TOWN, Double.NaN));
  }

  private static final CrowFlyTravelTimes TIMES = new CrowFlyTravelTimes();
  private static final List<DemandZone> PLACES =
      List.of(zone("town", TOWN, 3), zone("village", VILLAGE, 1));

  private static CoverModel twoPlaces(double callsPerDay) {
    return new CoverModel(
        flat(callsPerDay, PLACES), CoverParameters.defaults(), new ReachTable(TIMES, PLACES));
  }

  private static CoverModel random(Random chance, int places) {
    return random(chance, places, 20 + chance.nextInt(80));
  }

  private static CoverModel random(Random chance, int places, double callsPerDay) {
    List<DemandZone> zones = new ArrayList<>();
    for (int i = 0; i < places; i++) {
      zones.add(zone("z" + i, somewhere(chance), 1 + chance.nextInt(50)));
    }
    return new CoverModel(
        flat(callsPerDay, zones), CoverParameters.defaults(), new ReachTable(TIMES, zones));
  }

  private static DemandForecast flat(double callsPerDay, List<DemandZone> zones) {
    return new DemandForecast(callsPerDay, Collections.nCopies(24, 1 / 24.0), STOCKHOLM, zones);
  }

  private static DemandZone zone(String id, Position at, double weight) {
    return new DemandZone(id, id, at, weight);
  }

  private static CoveringUnit unit(String id, Position at) {
    return new CoveringUnit(id, at, TravelMode.ROAD, 1, 1);
  }

  private static Position somewhere(Random chance) {
    return new Position(
        TOWN.latitude() + chance.nextDouble(), TOWN.longitude() + 2 * chance.nextDouble());
  }
}
