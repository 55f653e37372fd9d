package se.dirigent.simulator.ground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.hierarchy.Digraph;
import se.dirigent.routing.network.NationalNetwork;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.Urgency;

class GroundTest {
  /** 0 –60 s– 1 –60 s– 2 –60 s– 3, half as quick without lights; zone 3, base 0, hospital 1. */
  private static final Streets LINE =
      new Streets(
          new Digraph(4, new int[] {0, 1, 1, 2, 2, 3}, new int[] {1, 0, 2, 1, 3, 2}),
          new float[] {60, 60, 60, 60},
          new float[] {15, 15.1f, 15.2f, 15.3f},
          new int[] {60_000, 60_000, 60_000, 60_000, 60_000, 60_000},
          new int[] {120_000, 120_000, 120_000, 120_000, 120_000, 120_000});

  private static final Ground GROUND =
      new Ground(LINE, new int[] {3}, new double[] {1}, new int[] {0}, new int[] {1}, 1);

  @Test
  void s1_timesOfTheTables() {
    assertEquals(180_000, GROUND.millis(0, 0, true));
    assertEquals(360_000, GROUND.millis(3, GROUND.base(0), false));
    assertEquals(180, GROUND.secondsFromBases(true)[0][0]);
    assertEquals(0, GROUND.hospitalNearest(0));
  }

  @Test
  void s2_whoDrivesIsFoundOnTheWayAndMayTurn() {
    Journey journey = new Journey(GROUND, 0);
    assertEquals(190_000, journey.setOff(0, true, 0, 10_000));
    assertEquals(0, journey.node(5_000));
    assertEquals(5_000, journey.ahead(5_000));
    assertEquals(2, journey.node(100_000));
    assertEquals(30_000, journey.ahead(100_000));
    // Back home from the second crossing, slowly.
    assertEquals(130_000 + 240_000, journey.setOff(GROUND.base(0), false, 100_000, 0));
  }

  @Test
  void s3_theRecommenderMeetsTheSameTimes() {
    GroundTravelTimes times = new GroundTravelTimes(GROUND, 4);
    int[][] millis =
        times.millis(
            List.of(GROUND.position(0), GROUND.position(2)),
            List.of(GROUND.position(3)),
            TravelMode.ROAD,
            Urgency.LIGHTS_AND_SIRENS,
            Instant.EPOCH);
    assertEquals(180_000, millis[0][0]);
    assertEquals(60_000, millis[1][0]);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            times.find(
                new Position(1, 1),
                GROUND.position(3),
                TravelMode.ROAD,
                Urgency.NORMAL,
                Instant.EPOCH));
  }

  /** Östersund–Åre is about 100 km: an hour and some, less with lights. */
  @Test
  void s4_aRegionCutOutOfTheNationalNetwork() {
    Position ostersund = new Position(63.1767, 14.6361);
    Position are = new Position(63.399, 13.0815);
    RegionStreets cut =
        new RegionStreets(NationalNetwork.load().network(), List.of(ostersund, are));
    int[] placed = cut.placed();
    Ground ground =
        new Ground(
            cut.streets(),
            new int[] {placed[1]},
            new double[] {1},
            new int[] {placed[0]},
            new int[] {placed[0]},
            1);
    double minutes = ground.millis(placed[0], 0, false) / 60_000.0;
    assertEquals(75, minutes, 12);
    assertEquals(minutes / 1.2, ground.millis(placed[0], 0, true) / 60_000.0, 2);
    Journey journey = new Journey(ground, placed[0]);
    long arrives = journey.setOff(0, false, 0, 0);
    for (long now = 0; now < arrives; now += 300_000) {
      assertTrue(journey.ahead(now) <= 61_000, "a minute at most to the next node");
      long left = journey.ahead(now) + ground.millis(journey.node(now), 0, false);
      assertEquals(arrives - now, left, 2_000);
    }
  }
}
