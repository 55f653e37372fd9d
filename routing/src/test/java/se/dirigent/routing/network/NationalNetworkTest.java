package se.dirigent.routing.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.travel.Leg;
import se.dirigent.routing.travel.Route;
import se.dirigent.routing.travel.Travel;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Unreachable;
import se.dirigent.routing.travel.Urgency;

class NationalNetworkTest {
  private static final Instant NOON = Instant.parse("2026-09-16T10:00:00Z");
  private static final Instant RUSH = Instant.parse("2026-09-16T06:00:00Z");
  private static final Instant JANUARY = Instant.parse("2026-01-14T11:00:00Z");
  private static final NationalNetwork SWEDEN = NationalNetwork.load();
  private static final NetworkTravelTimes TIMES =
      NetworkTravelTimes.sweden(SWEDEN.network(), List.of());

  @Test
  void s1ThirtyKnownDistances() throws IOException {
    List<String[]> known = rows("known-distances.csv");
    assertEquals(30, known.size());
    double sum = 0;
    StringBuilder report = new StringBuilder();
    double worst = 0;
    for (String[] row : known) {
      double km = road(row[0], row[1], Urgency.NORMAL, NOON).distanceMetres() / 1000;
      double error = km / Double.parseDouble(row[2]) - 1;
      report.append(String.format("%s–%s %s %.0f%n", row[0], row[1], row[2], km));
      sum += Math.abs(error);
      worst = Math.max(worst, Math.abs(error));
    }
    double mean = sum / known.size();
    String figures = String.format("mean %.3f worst %.3f%n%s", mean, worst, report);
    assertTrue(mean <= 0.05 && worst <= 0.15, figures);
  }

  @Test
  void s2GotlandTakesTheFerryAndTheFerryTakesItsTime() {
    Route route = route("Stockholm", "Visby", TravelMode.ROAD, Urgency.LIGHTS_AND_SIRENS);
    assertTrue(route.legs().stream().anyMatch(l -> l.by() == Leg.By.FERRY));
    assertTrue(route.travel().median().compareTo(Duration.ofHours(4)) > 0);
    Travel air = route("Stockholm", "Visby", TravelMode.AIR, Urgency.NORMAL).travel();
    assertTrue(air.median().compareTo(Duration.ofHours(1)) < 0, air.toString());
  }

  @Test
  void s3NeighboursAreReached() {
    for (String[] pair :
        new String[][] {
          {"Luleå", "Torneå"},
          {"Umeå", "Vasa"},
          {"Kiruna", "Narvik"},
          {"Malmö", "Köpenhamn"},
          {"Strömstad", "Halden"},
          {"Östersund", "Trondheim"},
          {"Norrtälje", "Mariehamn"}
        }) {
      Travel travel = road(pair[0], pair[1], Urgency.NORMAL, NOON);
      assertTrue(travel.distanceMetres() > 20_000, pair[0] + " " + travel);
    }
  }

  @Test
  void s4EveryPlaceReachesEveryOther() {
    List<Position> all = SWEDEN.places().stream().map(NationalNetwork.Place::position).toList();
    Position stockholm = place("Stockholm");
    int[][] out = TIMES.millis(List.of(stockholm), all, TravelMode.ROAD, Urgency.NORMAL, NOON);
    int[][] in = TIMES.millis(all, List.of(stockholm), TravelMode.ROAD, Urgency.NORMAL, NOON);
    for (int i = 0; i < all.size(); i++) {
      assertTrue(out[0][i] < TravelTimes.NO_WAY && in[i][0] < TravelTimes.NO_WAY, "place " + i);
    }
  }

  @Test
  void s5TableAndSingleAnswersAgree() {
    SplittableRandom chance = new SplittableRandom(4);
    List<Position> from = IntStream.range(0, 30).mapToObj(i -> anywhere(chance)).toList();
    List<Position> to = IntStream.range(0, 30).mapToObj(i -> anywhere(chance)).toList();
    int[][] table = TIMES.millis(from, to, TravelMode.ROAD, Urgency.LIGHTS_AND_SIRENS, RUSH);
    for (int i = 0; i < 30; i++) {
      var away = TIMES.away(from.get(i), TravelMode.ROAD, Urgency.LIGHTS_AND_SIRENS, RUSH);
      var toward = TIMES.toward(to.get(i), TravelMode.ROAD, Urgency.LIGHTS_AND_SIRENS, RUSH);
      for (int j = 0; j < 30; j++) {
        assertEquals(table[i][j], away.applyAsInt(to.get(j)));
        assertEquals(table[j][i], toward.applyAsInt(from.get(j)));
        Optional<Travel> one =
            TIMES.find(from.get(i), to.get(j), TravelMode.ROAD, Urgency.LIGHTS_AND_SIRENS, RUSH);
        if (table[i][j] == TravelTimes.NO_WAY) {
          assertTrue(one.isEmpty());
        } else {
          assertEquals(one.orElseThrow().median().toMillis(), table[i][j], 20);
        }
      }
    }
  }

  @Test
  void s6LightsHourAndSeasonMatterInTheRightDirection() {
    Duration noon = road("Göteborg", "Borås", Urgency.NORMAL, NOON).median();
    Duration lights = road("Göteborg", "Borås", Urgency.LIGHTS_AND_SIRENS, NOON).median();
    Duration rush = road("Göteborg", "Borås", Urgency.NORMAL, RUSH).median();
    Duration winter = road("Göteborg", "Borås", Urgency.NORMAL, JANUARY).median();
    assertTrue(lights.compareTo(noon) < 0);
    assertTrue(rush.compareTo(noon) >= 0);
    assertEquals(1.08, (double) winter.toMillis() / noon.toMillis(), 0.01);
  }

  @Test
  void s7OffTheRoadOneWalksAndFarOffIsOutOfReach() {
    Position kebnekaise = new Position(67.9, 18.53);
    Route route = TIMES.route(place("Kiruna"), kebnekaise, TravelMode.ROAD, Urgency.NORMAL, NOON);
    assertEquals(Leg.By.FOOT, route.legs().getLast().by());
    assertTrue(route.travel().median().compareTo(Duration.ofHours(3)) > 0);
    Position sea = new Position(58.4, 21.5);
    var e =
        assertThrows(
            Unreachable.class,
            () -> TIMES.route(place("Visby"), sea, TravelMode.ROAD, Urgency.NORMAL, NOON));
    assertTrue(e.toString().contains("no road within 40 km of 58.4000,21.5000"), e.toString());
  }

  @Test
  void s8ByAeroplaneThroughTheBestAirfields() {
    Route route = route("Kiruna", "Uppsala", TravelMode.AEROPLANE, Urgency.NORMAL);
    assertTrue(route.legs().stream().anyMatch(l -> l.by() == Leg.By.AEROPLANE));
    double hours = route.travel().median().toMinutes() / 60.0;
    assertTrue(hours > 1.5 && hours < 4, "" + hours);
  }

  @Test
  void s9ARouteIsUnbroken() {
    Route route = route("Malmö", "Visby", TravelMode.ROAD, Urgency.NORMAL);
    Position at = place("Malmö");
    for (Leg leg : route.legs()) {
      assertEquals(at, leg.path().getFirst());
      at = leg.path().getLast();
    }
    assertEquals(place("Visby"), at);
    Route none = TIMES.route(at, at, TravelMode.ROAD, Urgency.NORMAL, NOON);
    assertEquals(Duration.ZERO, none.travel().median());
  }

  private static Position anywhere(SplittableRandom chance) {
    return new Position(55.5 + 13 * chance.nextDouble(), 12 + 9 * chance.nextDouble());
  }

  private static Travel road(String from, String to, Urgency urgency, Instant at) {
    return TIMES.between(place(from), place(to), TravelMode.ROAD, urgency, at);
  }

  private static Route route(String from, String to, TravelMode mode, Urgency urgency) {
    return TIMES.route(place(from), place(to), mode, urgency, NOON);
  }

  private static Position place(String name) {
    return SWEDEN.find(name).orElseThrow(() -> new AssertionError(name)).position();
  }

  private static List<String[]> rows(String file) throws IOException {
    try (InputStream in = NationalNetworkTest.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new AssertionError(file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(row -> row.split(","))
          .toList();
    }
  }
}
