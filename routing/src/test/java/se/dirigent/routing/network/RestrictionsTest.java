package se.dirigent.routing.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.closure.Met;
import se.dirigent.routing.closure.Outcome;
import se.dirigent.routing.closure.Restriction;
import se.dirigent.routing.closure.Shape;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.Urgency;

class RestrictionsTest {
  private static final Instant NOON = Instant.parse("2026-09-16T10:00:00Z");
  private static final Instant ONE = NOON.plusSeconds(3600);
  private static final Instant TWO = NOON.plusSeconds(7200);
  private static final NationalNetwork SWEDEN = NationalNetwork.load();
  private static final Position OSTERSUND = place("Östersund");
  private static final Position BRUNFLO = place("Brunflo");
  private static final Position SUNDSVALL = place("Sundsvall");
  private static final List<Position> ACROSS_THE_ROAD = across(OSTERSUND, BRUNFLO);

  private final NetworkTravelTimes times = NetworkTravelTimes.sweden(SWEDEN.network(), List.of());

  @Test
  void s1AClosedRoadIsDrivenAroundAtOnceAndOnlyWhileItHolds() {
    double before = minutes(ONE);
    Outcome outcome = times.restrict(List.of(closed("a", ACROSS_THE_ROAD, ONE, TWO)));
    assertTrue(outcome.roads().getOrDefault("a", 0) > 0, outcome.toString());
    assertEquals(before, minutes(NOON), 1e-9);
    assertTrue(minutes(ONE) > before);
    assertEquals(before, minutes(TWO), 1e-9);
    times.restrict(List.of());
    assertEquals(before, minutes(ONE), 1e-9);
  }

  @Test
  void s2ASlowRoadTakesLongerOrIsDrivenAround() {
    double before = minutes(ONE);
    times.restrict(List.of(slow("a", 1.5, NOON, null)));
    double slower = minutes(ONE);
    times.restrict(List.of(slow("a", 5, NOON, null)));
    assertTrue(slower > before);
    assertTrue(minutes(ONE) >= slower);
  }

  @Test
  void s3ContradictionsAreSaidAndTheGraverIsFollowed() {
    times.restrict(List.of(closed("police", ACROSS_THE_ROAD, NOON, null)));
    double shut = minutes(ONE);
    Outcome outcome =
        times.restrict(
            List.of(slow("radio", 2, NOON, TWO), closed("police", ACROSS_THE_ROAD, NOON, null)));
    assertEquals(shut, minutes(ONE), 1e-9);
    assertEquals(1, outcome.contradictions().size());
    assertEquals("police", outcome.contradictions().getFirst().followed());
    assertEquals("radio", outcome.contradictions().getFirst().ignored());
    assertTrue(outcome.contradictions().getFirst().why().contains("2.0 times as slow"));
  }

  @Test
  void s4ReportsOfDifferentHoursDoNotContradict() {
    Outcome outcome =
        times.restrict(List.of(closed("a", ACROSS_THE_ROAD, NOON, ONE), slow("b", 2, ONE, TWO)));
    assertEquals(List.of(), outcome.contradictions());
  }

  @Test
  void s5AReportThatMeetsNoRoadIsCounted() {
    List<Position> sea = List.of(new Position(58, 21), new Position(58.1, 21));
    Outcome outcome = times.restrict(List.of(closed("sea", sea, NOON, null)));
    assertEquals(0, outcome.roads().get("sea"));
  }

  @Test
  void s6WrongReportsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> closed("a", ACROSS_THE_ROAD, TWO, ONE));
    assertThrows(IllegalArgumentException.class, () -> closed("a", List.of(), ONE, TWO));
    assertThrows(IllegalArgumentException.class, () -> closed(" ", ACROSS_THE_ROAD, ONE, TWO));
    assertThrows(IllegalArgumentException.class, () -> slow("a", 1, ONE, TWO));
    List<Restriction> twice =
        List.of(slow("a", 2, ONE, TWO), closed("a", ACROSS_THE_ROAD, ONE, TWO));
    assertThrows(IllegalArgumentException.class, () -> times.restrict(twice));
  }

  @Test
  void s7AStretchIsTheRoadBetweenItsEndsAndNoOther() {
    Met met = times.met(stretch("a", Shape.ALONG, OSTERSUND, BRUNFLO));
    assertEquals(met.roads(), met.lines().size());
    assertEquals(
        15, met.lines().stream().mapToDouble(RestrictionsTest::kilometres).sum(), 5, "drawn");
    double before = minutes(ONE);
    double elsewhere = minutes(OSTERSUND, place("Åre"));
    times.restrict(List.of(stretch("a", Shape.ALONG, OSTERSUND, BRUNFLO)));
    assertTrue(minutes(ONE) > before);
    assertEquals(elsewhere, minutes(OSTERSUND, place("Åre")), 1e-9, "roads that begin at its ends");
  }

  @Test
  void s8AnAreaHoldsWhatIsInItAndWhatCrossesItsEdge() {
    double lat = BRUNFLO.latitude();
    double lon = BRUNFLO.longitude();
    Position[] corners = {
      new Position(lat - 0.05, lon - 0.1),
      new Position(lat + 0.05, lon - 0.1),
      new Position(lat + 0.05, lon + 0.1),
      new Position(lat - 0.05, lon + 0.1)
    };
    int across = times.met(stretch("edge", Shape.ACROSS, corners)).roads();
    int within = times.met(stretch("area", Shape.AREA, corners)).roads();
    assertTrue(within >= across && across > 0, within + " in it, " + across + " over three sides");
  }

  @Test
  void s9AStretchOutOfReachMeetsNothing() {
    assertEquals(0, times.met(stretch("a", Shape.ALONG, new Position(58, 21), OSTERSUND)).roads());
    assertThrows(IllegalArgumentException.class, () -> stretch("a", Shape.ALONG, OSTERSUND));
    assertThrows(
        IllegalArgumentException.class, () -> stretch("a", Shape.AREA, OSTERSUND, BRUNFLO));
  }

  private static double kilometres(List<Position> line) {
    return line.getFirst().metresTo(line.getLast()) / 1000;
  }

  private static Restriction stretch(String id, Shape shape, Position... line) {
    return new Restriction.Closed(id, shape, List.of(line), NOON, null, id);
  }

  private double minutes(Position from, Position to) {
    return times.between(from, to, TravelMode.ROAD, Urgency.NORMAL, ONE).median().toMillis()
        / 60_000.0;
  }

  private double minutes(Instant at) {
    return times
            .between(OSTERSUND, SUNDSVALL, TravelMode.ROAD, Urgency.NORMAL, at)
            .median()
            .toMillis()
        / 60_000.0;
  }

  private static Restriction closed(
      String id, List<Position> line, Instant from, @Nullable Instant until) {
    return new Restriction.Closed(id, Shape.ACROSS, line, from, until, id);
  }

  private static Restriction slow(String id, double delay, Instant from, @Nullable Instant until) {
    return new Restriction.Slow(id, Shape.ACROSS, ACROSS_THE_ROAD, from, until, id, delay);
  }

  /** A short line across the road between two places, as one draws it on a map. */
  private static List<Position> across(Position a, Position b) {
    double lat = 0.1 * a.latitude() + 0.9 * b.latitude();
    double lon = 0.1 * a.longitude() + 0.9 * b.longitude();
    return List.of(new Position(lat - 0.02, lon - 0.02), new Position(lat + 0.02, lon + 0.02));
  }

  private static Position place(String name) {
    return SWEDEN.find(name).orElseThrow(() -> new AssertionError(name)).position();
  }
}
