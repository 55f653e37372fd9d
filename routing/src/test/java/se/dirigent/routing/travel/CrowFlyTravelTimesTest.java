package se.dirigent.routing.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import se.dirigent.core.geo.Position;

class CrowFlyTravelTimesTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Position OSTERSUND = new Position(63.1792, 14.6357);
  private static final Position ARE = new Position(63.3990, 13.0815);
  private final TravelTimes times = new CrowFlyTravelTimes();

  @Test
  void s1NoDistanceTakesNoTimeInAnyMode() {
    for (TravelMode mode : TravelMode.values()) {
      Travel travel = times.between(ARE, ARE, mode, Urgency.NORMAL, NOON);
      assertEquals(new Travel(Duration.ZERO, 0), travel, mode.name());
    }
  }

  @Test
  void s2TheChosenFiguresHold() {
    Position three = new Position(OSTERSUND.latitude() + 3 / 1.3 / 111.195, 14.6357);
    Position twenty = new Position(OSTERSUND.latitude() + 20 / 1.3 / 111.195, 14.6357);
    assertEquals(5.0, minutes(OSTERSUND, three, TravelMode.ROAD), 0.05);
    assertEquals(16.0, minutes(OSTERSUND, twenty, TravelMode.ROAD), 0.1);
  }

  @Test
  void s3TheHelicopterWinsOnLongJourneysOnly() {
    assertTrue(
        minutes(OSTERSUND, ARE, TravelMode.AIR) < minutes(OSTERSUND, ARE, TravelMode.ROAD) / 2);
    Position near = new Position(63.19, 14.65);
    assertTrue(
        minutes(OSTERSUND, near, TravelMode.ROAD) < minutes(OSTERSUND, near, TravelMode.AIR));
  }

  @Test
  void s4NormalTrafficIsSlowerOnRoadsOnly() {
    Travel urgent = times.between(OSTERSUND, ARE, TravelMode.ROAD, Urgency.LIGHTS_AND_SIRENS, NOON);
    Travel normal = times.between(OSTERSUND, ARE, TravelMode.ROAD, Urgency.NORMAL, NOON);
    assertEquals(1.3, (double) normal.median().toMillis() / urgent.median().toMillis(), 0.001);
    assertEquals(
        times.between(OSTERSUND, ARE, TravelMode.AIR, Urgency.NORMAL, NOON),
        times.between(OSTERSUND, ARE, TravelMode.AIR, Urgency.LIGHTS_AND_SIRENS, NOON));
  }

  @Test
  void s5FartherIsNeverQuickerAndNeverSlowerPerKilometre() {
    RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    Pace road = CrowFlyParameters.defaults().road();
    for (int i = 0; i < 10_000; i++) {
      double near = chance.nextDouble(1, 200_000);
      double far = near * chance.nextDouble(1.01, 3);
      Travel a = road.over(near);
      Travel b = road.over(far);
      assertTrue(b.median().compareTo(a.median()) >= 0, near + " m against " + far + " m");
      double speedNear = a.distanceMetres() / Math.max(1, a.median().toMillis());
      double speedFar = b.distanceMetres() / Math.max(1, b.median().toMillis());
      assertTrue(speedFar >= speedNear * 0.99, near + " m against " + far + " m");
    }
  }

  @Test
  void s6BadFiguresNameThemselves() {
    var e = assertThrows(IllegalArgumentException.class, () -> new Pace(0.5, 95, 0, Duration.ZERO));
    assertTrue(e.toString().contains("detourFactor is 0.5"));
    assertThrows(IllegalArgumentException.class, () -> new Pace(1, Double.NaN, 0, Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> new Travel(Duration.ofSeconds(-1), 0));
  }

  private double minutes(Position from, Position to, TravelMode mode) {
    return times.between(from, to, mode, Urgency.LIGHTS_AND_SIRENS, NOON).median().toMillis()
        / 60_000.0;
  }
}
