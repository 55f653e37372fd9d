package se.dirigent.server.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.dirigent.server.RunningService;
import se.dirigent.server.RunningService.Reply;
import tools.jackson.databind.JsonNode;

/** Ways and reach over HTTP, on a real service. */
class JourneyTest {
  private static final RunningService SERVICE = RunningService.start(JourneyTest.class);
  private static final List<String> UNITS = new ArrayList<>();
  private static final String INTAKE =
      """
      {"source":"SOS_ALARM","callbackNumber":"070-174 06 05",
       "location":{"address":"Storgatan 1","municipality":"Bräcke",%s},
       "indexCode":"D1","description":"Bröstsmärta","priority":"1A"}
      """;

  @BeforeAll
  static void start() {
    for (JsonNode u : ok(SERVICE.get(SERVICE.path("/picture"))).json().get("units")) {
      if (u.get("kind").asString().equals("AMBULANCE")) {
        UNITS.add(u.get("id").asString());
      }
    }
    duty(UNITS.get(0), 63.08, 14.83);
    intake("000701", "\"position\":{\"lat\":62.75,\"lon\":15.42},\"quality\":\"ADDRESS\"");
    intake("000702", "\"quality\":\"UNKNOWN\"");
  }

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void s1TheWayIsAsLongAsTheRecommendationSays() {
    JsonNode way = ok(way(UNITS.get(0), "000701")).json();
    JsonNode first =
        ok(SERVICE.get(SERVICE.path("/incidents/" + id("000701") + "/recommendation")))
            .json()
            .get("units")
            .get(0);
    assertEquals(UNITS.get(0), first.get("unit").asString());
    assertEquals(first.get("arrivalSeconds").asLong(), way.get("seconds").asLong(), 1);
    assertTrue(way.get("lights").asBoolean());
    long sum = 0;
    for (JsonNode leg : way.get("legs")) {
      sum += leg.get("seconds").asLong();
      assertTrue(leg.get("path").size() >= 2);
    }
    assertEquals(way.get("seconds").asLong(), sum, way.get("legs").size());
  }

  @Test
  void s2WithoutAPositionItIsSaid() {
    assertTrue(type(way(UNITS.get(1), "000701")).endsWith("way.noPosition"));
    assertTrue(type(way(UNITS.get(0), "000702")).endsWith("way.noIncidentPosition"));
    assertEquals(422, way("23-0000", "000701").status(), "a value of the question");
    assertEquals(422, way(UNITS.get(0), "000799").status());
  }

  @Test
  void s3AUnitReachesItsOwnPlaceAtOnceAndFartherOffLater() {
    JsonNode reach = ok(SERVICE.get(SERVICE.path("/units/" + UNITS.get(0) + "/reach"))).json();
    assertTrue(reach.get("seconds").size() <= Grid.CELLS_MAX);
    assertEquals(
        reach.get("columns").asInt() * reach.get("rows").asInt(), reach.get("seconds").size());
    assertTrue(seconds(reach, 63.08, 14.83) < 120, "where it is");
    long hour = seconds(reach, 63.18, 14.64);
    assertTrue(hour > 300 && hour < 1800, hour + " s to the next town");
    assertEquals(-1, seconds(reach, 63.7, 13.5), "an hour away");
  }

  @Test
  void s4AStationAndAllWhoAreFree() {
    String station =
        ok(SERVICE.get("/api/regions/" + RunningService.REGION))
            .json()
            .get("stations")
            .get(0)
            .get("id")
            .asString();
    ok(SERVICE.get(SERVICE.path("/stations/" + station + "/reach")));
    assertEquals(404, SERVICE.get(SERVICE.path("/stations/none/reach")).status());
    JsonNode cover = ok(SERVICE.get(SERVICE.path("/reach"))).json();
    assertEquals(1, cover.get("origins").asInt());
    assertTrue(seconds(cover, 63.08, 14.83) < 300);
  }

  private static long seconds(JsonNode reach, double lat, double lon) {
    double column = (lon - reach.get("west").asDouble()) / reach.get("lonStep").asDouble();
    double row = (lat - reach.get("south").asDouble()) / reach.get("latStep").asDouble();
    long cell = Math.round(row) * reach.get("columns").asLong() + Math.round(column);
    return reach.get("seconds").get((int) cell).asLong();
  }

  private static Reply way(String unit, String number) {
    return SERVICE.get(SERVICE.path("/way?unit=" + unit + "&incident=" + id(number)));
  }

  private static String type(Reply reply) {
    assertEquals(409, reply.status(), () -> String.valueOf(reply.body()));
    return reply.json().get("type").asString();
  }

  private static String id(String number) {
    return "sos:2026-11-22:" + number;
  }

  private static Reply ok(Reply reply) {
    assertEquals(200, reply.status(), () -> String.valueOf(reply.body()));
    return reply;
  }

  private static void intake(String number, String position) {
    ok(SERVICE.put(SERVICE.path("/intake/sos/2026-11-22/" + number), INTAKE.formatted(position)));
  }

  private static void duty(String unit, double lat, double lon) {
    Instant now = Instant.now();
    ok(
        SERVICE.post(
            SERVICE.path("/units/" + unit + "/shift"),
            """
            {"start":"%s","end":"%s","crew":[{"role":"Sjuksköterska","competence":"NURSE"}]}
            """
                .formatted(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(8)))));
    ok(
        SERVICE.post(
            SERVICE.path("/positions"),
            """
            [{"unit":"%s","position":{"lat":%s,"lon":%s},"at":"%s"}]
            """
                .formatted(unit, lat, lon, now)));
  }
}
