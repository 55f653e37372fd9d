package se.dirigent.routing.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.dirigent.core.geo.Position;

class TripTest {
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  private static final Position A = new Position(63, 14);
  private static final Position B = new Position(63, 15);
  private static final Position C = new Position(64, 15);

  @Test
  void s1StandsAtTheStartBeforeAndAtTheGoalAfter() {
    Trip trip = straight();
    assertEquals(A, trip.positionAt(START.minusSeconds(5)));
    assertEquals(A, trip.positionAt(START));
    assertEquals(B, trip.positionAt(START.plusSeconds(600)));
    assertEquals(B, trip.positionAt(START.plusSeconds(9999)));
    assertTrue(trip.arrivedBy(trip.arrivesAt()));
  }

  @Test
  void s2HalfTheTimeIsHalfTheWay() {
    Trip trip = straight();
    assertEquals(14.5, trip.positionAt(START.plusSeconds(300)).longitude(), 1e-6);
    assertEquals(360, trip.speedKmPerHourAt(START.plusSeconds(300)), 0.01);
    assertEquals(0, trip.speedKmPerHourAt(START.plusSeconds(600)));
    assertEquals(90, trip.headingDegreesAt(START.plusSeconds(300)), 0.01);
  }

  @Test
  void s3FollowsABentPath() {
    Trip trip = new Trip(List.of(A, B, C), START, new Travel(Duration.ofHours(1), 200_000));
    Position late = trip.positionAt(START.plusSeconds(3000));
    assertEquals(15, late.longitude(), 1e-9);
    assertTrue(late.latitude() > 63 && late.latitude() < 64);
    assertEquals(0, trip.headingDegreesAt(START.plusSeconds(3000)), 0.01);
    assertEquals(90, trip.headingDegreesAt(START.plusSeconds(10)), 0.01);
  }

  @Test
  void s4AJourneyToTheSamePlaceIsOverAtOnce() {
    Trip trip = Trip.straight(A, A, START, new Travel(Duration.ZERO, 0));
    assertEquals(A, trip.positionAt(START));
    assertTrue(trip.arrivedBy(START));
    assertEquals(0, trip.speedKmPerHourAt(START));
  }

  @Test
  void s5OnePositionIsNoPath() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Trip(List.of(A), START, new Travel(Duration.ZERO, 0)));
  }

  private static Trip straight() {
    return Trip.straight(A, B, START, new Travel(Duration.ofMinutes(10), 60_000));
  }
}
