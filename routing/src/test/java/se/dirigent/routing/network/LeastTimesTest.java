package se.dirigent.routing.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.closure.Restriction;
import se.dirigent.routing.closure.Shape;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Urgency;

/** What a sweep reaches is what each journey by itself takes. */
class LeastTimesTest {
  private static final Instant NOON = Instant.parse("2026-09-16T10:00:00Z");
  private static final Position OSTERSUND = new Position(63.1766, 14.6361);
  private static final Position BRUNFLO = new Position(63.075, 14.82);

  private final NetworkTravelTimes times =
      NetworkTravelTimes.sweden(NationalNetwork.load().network(), List.of());

  @Test
  void s1FromOnePlaceAsEachJourney() {
    compare(1, TravelMode.ROAD, 1);
  }

  @Test
  void s2FromManyAsTheNearestWithAClosedRoadInForce() {
    times.restrict(
        List.of(
            new Restriction.Closed(
                "a", Shape.ALONG, List.of(OSTERSUND, BRUNFLO), NOON, null, "test")));
    compare(2, TravelMode.ROAD, 20);
  }

  @Test
  void s3ByAirToo() {
    compare(3, TravelMode.AIR, 3);
  }

  @Test
  void s4FromNowhereNothingIsReached() {
    int[] none =
        times.least(
            List.of(), List.of(OSTERSUND), TravelMode.ROAD, Urgency.LIGHTS_AND_SIRENS, NOON);
    assertEquals(TravelTimes.NO_WAY, none[0]);
  }

  private void compare(long seed, TravelMode mode, int origins) {
    Random random = new Random(seed);
    List<Position> from = positions(random, origins);
    List<Position> to = positions(random, 300);
    int[] expected = new int[to.size()];
    Arrays.fill(expected, TravelTimes.NO_WAY);
    for (int[] row : times.millis(from, to, mode, Urgency.LIGHTS_AND_SIRENS, NOON)) {
      for (int j = 0; j < expected.length; j++) {
        expected[j] = Math.min(expected[j], row[j]);
      }
    }
    assertArrayEquals(expected, times.least(from, to, mode, Urgency.LIGHTS_AND_SIRENS, NOON));
  }

  /** In Jämtland and out in the fells and the sea beside it, some of them out of reach. */
  private static List<Position> positions(Random random, int count) {
    List<Position> positions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      positions.add(new Position(61.5 + 3.5 * random.nextDouble(), 12 + 7 * random.nextDouble()));
    }
    return positions;
  }
}
