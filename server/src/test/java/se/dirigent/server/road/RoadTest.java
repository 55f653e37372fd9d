package se.dirigent.server.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.routing.network.SharedTravelTimes;
import se.dirigent.server.RunningService;
import se.dirigent.server.RunningService.Reply;
import se.dirigent.server.picture.StateVerifier;
import tools.jackson.databind.JsonNode;

/** Obstacles over HTTP, on a real service: two ambulances on either side of a case. */
@TestMethodOrder(OrderAnnotation.class)
class RoadTest {
  private static final RunningService SERVICE = RunningService.start(RoadTest.class);
  private static final List<String> UNITS = new ArrayList<>();
  private static final String BRUNFLO_TO_BRACKE =
      """
      {"where":{"shape":"ALONG",
        "positions":[{"lat":63.075,"lon":14.82},{"lat":62.75,"lon":15.42}]},
       "place":"E14 Brunflo–Bräcke",%s"reason":"Olycka","source":"Polisen"}
      """;

  @BeforeAll
  static void start() {
    for (JsonNode u : ok(SERVICE.get(SERVICE.path("/picture"))).json().get("units")) {
      if (u.get("kind").asString().equals("AMBULANCE")) {
        UNITS.add(u.get("id").asString());
      }
    }
    duty(UNITS.get(0), 63.08, 14.83); // Brunflo
    duty(UNITS.get(1), 63.11, 16.35); // Hammarstrand, twice as far
    ok(
        SERVICE.put(
            SERVICE.path("/intake/sos/2026-11-22/000801"),
            """
            {"source":"SOS_ALARM","callbackNumber":"070-174 06 05",
             "location":{"address":"Storgatan 1","municipality":"Bräcke",
               "position":{"lat":62.75,"lon":15.42},"quality":"ADDRESS"},
             "indexCode":"D1","description":"Bröstsmärta","priority":"1A"}
            """));
  }

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  @Order(1)
  void s1AClosedRoadChangesTheOrderAndLiftedItIsAsBefore() {
    assertEquals(UNITS.get(0), first().get("unit").asString());
    long before = arrival();
    String id = report(BRUNFLO_TO_BRACKE.formatted(""));
    assertEquals(UNITS.get(1), first().get("unit").asString());
    JsonNode standing = ok(SERVICE.get(SERVICE.path("/picture"))).json().get("obstacles").get(0);
    assertEquals(id, standing.get("id").asString());
    assertEquals("E14 Brunflo–Bräcke", standing.get("told").get("place").asString());
    assertTrue(list().get("obstacles").get(0).get("lines").size() > 0);
    ok(SERVICE.post(path(id) + "/lifting", "{\"reason\":\"Bärgat\"}"));
    assertEquals(UNITS.get(0), first().get("unit").asString());
    assertEquals(before, arrival(), 2);
    assertTrue(ok(SERVICE.get(SERVICE.path("/picture"))).json().get("obstacles").isEmpty());
    assertEquals(409, SERVICE.post(path(id) + "/lifting", "{\"reason\":\"Igen\"}").status());
  }

  @Test
  @Order(2)
  void s2ASlowRoadTakesLongerAndCanBeChanged() {
    long before = arrival();
    String id = report(BRUNFLO_TO_BRACKE.formatted("\"delay\":1.2,"));
    long slower = arrival();
    assertTrue(slower > before, slower + " after " + before);
    ok(SERVICE.post(path(id) + "/changes", BRUNFLO_TO_BRACKE.formatted("\"delay\":1.4,")));
    assertTrue(arrival() > slower);
    ok(SERVICE.post(path(id) + "/lifting", "{\"reason\":\"Röjt\"}"));
  }

  @Test
  @Order(3)
  void s3ReportsThatCannotBothBeTrueAreNamedAndTheGraverIsFollowed() {
    String slow = report(BRUNFLO_TO_BRACKE.formatted("\"delay\":1.2,"));
    String closed = report(BRUNFLO_TO_BRACKE.formatted(""));
    assertEquals(UNITS.get(1), first().get("unit").asString());
    JsonNode clash = list().get("clashes").get(0);
    assertEquals(closed, clash.get("followed").asString());
    assertEquals(slow, clash.get("ignored").asString());
    ok(SERVICE.post(path(slow) + "/lifting", "{\"reason\":\"Fel\"}"));
    assertTrue(list().get("clashes").isEmpty());
    ok(SERVICE.post(path(closed) + "/lifting", "{\"reason\":\"Fel\"}"));
  }

  @Test
  @Order(4)
  void s4WhatCannotBeIsRefusedWithWords() {
    String point =
        """
        {"where":{"shape":"%s","positions":%s},"place":"",%s"reason":"Snö","source":"Trafikverket"}
        """;
    String here = "{\"lat\":63.2,\"lon\":14.6}";
    refused(
        422, "obstacle.zeroLength", point.formatted("ALONG", "[" + here + "," + here + "]", ""));
    refused(422, "obstacle.outside", point.formatted("POINT", "[{\"lat\":57,\"lon\":12}]", ""));
    refused(
        422,
        "obstacle.noRoad",
        point.formatted(
            "ACROSS", "[{\"lat\":62.9001,\"lon\":12.4},{\"lat\":62.9002,\"lon\":12.4}]", ""));
    refused(
        422,
        "obstacle.past",
        point.formatted("POINT", "[" + here + "]", "\"until\":\"2020-01-01T00:00:00Z\","));
    refused(422, "obstacle.delay", point.formatted("POINT", "[" + here + "]", "\"delay\":0.5,"));
  }

  @Test
  @Order(5)
  void s5TheSameCommandTwiceIsOneObstacle() {
    UUID command = UUID.randomUUID();
    String body = BRUNFLO_TO_BRACKE.formatted("");
    JsonNode one = ok(SERVICE.post(SERVICE.path("/obstacles"), command, body)).json();
    JsonNode two = ok(SERVICE.post(SERVICE.path("/obstacles"), command, body)).json();
    assertEquals(one, two);
    assertEquals(1, list().get("obstacles").size());
  }

  @Test
  @Order(6)
  void s6AServiceThatStartsKnowsWhatStands() {
    // What a new process has: travel times without obstacles, and the tables.
    SharedTravelTimes times = SERVICE.bean(SharedTravelTimes.class);
    times.restrict(List.of());
    assertEquals(UNITS.get(0), first().get("unit").asString());
    new RoadsInForce(SERVICE.bean(ObstacleRepository.class), times, InstantSource.system(), _ -> {})
        .look();
    assertEquals(UNITS.get(1), first().get("unit").asString());
  }

  @Test
  @Order(7)
  void s7ItEndsByItselfAndTheTableIsWhatTheJournalTells() throws InterruptedException {
    String id = list().get("obstacles").get(0).get("obstacle").get("id").asString();
    String until = Instant.now().plusSeconds(2).toString();
    ok(
        SERVICE.post(
            path(id) + "/changes",
            BRUNFLO_TO_BRACKE.formatted("\"until\":\"%s\",".formatted(until))));
    for (int i = 0; i < 50 && !list().get("obstacles").isEmpty(); i++) {
      Thread.sleep(100);
    }
    assertTrue(list().get("obstacles").isEmpty(), "two seconds, and one until it is looked at");
    assertEquals(UNITS.get(0), first().get("unit").asString());
    RegionCode region = new RegionCode(RunningService.REGION);
    assertEquals(List.of(), SERVICE.bean(StateVerifier.class).differences(region, _ -> {}));
  }

  private static Reply ok(Reply reply) {
    assertEquals(200, reply.status(), () -> String.valueOf(reply.body()));
    return reply;
  }

  private static void refused(int status, String code, String body) {
    Reply reply = SERVICE.post(SERVICE.path("/obstacles"), body);
    assertEquals(status, reply.status(), () -> String.valueOf(reply.body()));
    assertTrue(reply.json().get("type").asString().endsWith(code), () -> reply.body() + "");
    assertFalse(reply.json().get("remedy").asString().isBlank());
  }

  private static String report(String body) {
    return ok(SERVICE.post(SERVICE.path("/obstacles"), body)).json().get("id").asString();
  }

  private static String path(String id) {
    return SERVICE.path("/obstacles/" + id);
  }

  private static JsonNode list() {
    return ok(SERVICE.get(SERVICE.path("/obstacles"))).json();
  }

  private static JsonNode units() {
    return ok(SERVICE.get(SERVICE.path("/incidents/sos:2026-11-22:000801/recommendation")))
        .json()
        .get("units");
  }

  private static JsonNode first() {
    return units().get(0);
  }

  /** Seconds of the unit at Brunflo. */
  private static long arrival() {
    for (JsonNode unit : units()) {
      if (unit.get("unit").asString().equals(UNITS.get(0))) {
        return unit.get("arrivalSeconds").asLong();
      }
    }
    throw new AssertionError("the unit at Brunflo is not ranked");
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
