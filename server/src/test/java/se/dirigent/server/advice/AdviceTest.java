package se.dirigent.server.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.dirigent.server.RunningService;
import se.dirigent.server.RunningService.Reply;
import tools.jackson.databind.JsonNode;

/** Advice over HTTP, on a real service: two ambulances, two cases. */
@TestMethodOrder(OrderAnnotation.class)
class AdviceTest {
  private static final RunningService SERVICE = RunningService.start(AdviceTest.class);
  private static final List<String> UNITS = new ArrayList<>();
  private static final String INTAKE =
      """
      {"source":"SOS_ALARM","callbackNumber":"070-174 06 05",
       "location":{"address":"Storgatan 1","municipality":"Jämtland",
         "position":{"lat":%s,"lon":%s},"quality":"ADDRESS"},
       "indexCode":"D1","description":"Bröstsmärta","priority":"%s"}
      """;

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  private static Reply ok(Reply reply) {
    assertEquals(200, reply.status(), () -> String.valueOf(reply.body()));
    return reply;
  }

  @Test
  @Order(1)
  void s1CoverIsThereSoonAfterTheUnits() throws InterruptedException {
    for (JsonNode u : ok(SERVICE.get(SERVICE.path("/picture"))).json().get("units")) {
      if (u.get("kind").asString().equals("AMBULANCE")
          && u.get("status").asString().equals("OFF_DUTY")) {
        UNITS.add(u.get("id").asString());
      }
    }
    start(UNITS.get(0), 63.17, 14.65);
    start(UNITS.get(1), 62.03, 14.35);
    JsonNode cover = cover();
    for (int i = 0; i < 100 && share(cover) == 0; i++) {
      Thread.sleep(250);
      cover = cover();
    }
    assertTrue(share(cover) > 0 && share(cover) <= 1, cover::toString);
    assertEquals(8, cover.get("areas").size(), "one figure for each municipality");
    assertTrue(cover.get("callsNextHour").asDouble() > 0);
    assertFalse(cover.get("levels").get(0).get("trend").isEmpty());
  }

  @Test
  @Order(2)
  void s2CostsAreNamedAndSumUp() {
    intake("000901", 63.18, 14.64, "2B");
    JsonNode answer =
        ok(SERVICE.get(SERVICE.path("/incidents/" + id("000901") + "/recommendation"))).json();
    JsonNode first = answer.get("units").get(0);
    double sum = 0;
    for (JsonNode part : first.get("parts")) {
      sum += part.get("seconds").asDouble();
    }
    assertEquals(first.get("costSeconds").asDouble(), sum, 1);
    assertEquals("SEND", first.get("means").asString());
    JsonNode change = first.get("cover");
    assertTrue(change.get("before").asDouble() > change.get("after").asDouble());
    assertTrue(first.get("arrivalLateSeconds").asLong() > first.get("arrivalSeconds").asLong());
    assertEquals(first.get("unit"), answer.get("rivalry").get("first"));
    assertTrue(answer.get("rivalry").get("marginSeconds").asDouble() > 0);
  }

  @Test
  @Order(3)
  void s3TogetherEachGetsItsOwn() {
    intake("000902", 62.04, 14.36, "1A");
    JsonNode plan = ok(SERVICE.get(SERVICE.path("/proposals"))).json();
    String urgent = "";
    String calm = "";
    for (JsonNode p : plan.get("proposals")) {
      urgent = p.get("incident").asString().equals(id("000902")) ? unit(p) : urgent;
      calm = p.get("incident").asString().equals(id("000901")) ? unit(p) : calm;
    }
    assertEquals(UNITS.get(1), urgent);
    assertEquals(UNITS.get(0), calm);
    assertTrue(plan.get("takeOvers").isEmpty(), "nobody is under way");
  }

  @Test
  @Order(4)
  void s4ARefusedUnitIsNotProposedAgain() {
    String answers = SERVICE.path("/incidents/" + id("000902") + "/proposal-answers");
    String without = "{\"proposed\":\"%s\",\"answer\":\"REFUSED\"}".formatted(UNITS.get(1));
    assertEquals(422, SERVICE.post(answers, without).status(), "a refusal has a reason");
    ok(
        SERVICE.post(
            answers,
            "{\"proposed\":\"%s\",\"answer\":\"REFUSED\",\"reason\":\"Fel bil\"}"
                .formatted(UNITS.get(1))));
    JsonNode plan = ok(SERVICE.get(SERVICE.path("/proposals"))).json();
    for (JsonNode p : plan.get("proposals")) {
      if (p.get("incident").asString().equals(id("000902"))) {
        assertEquals(UNITS.get(0), unit(p));
      }
    }
    JsonNode entries =
        ok(SERVICE.get(SERVICE.path("/incidents/" + id("000902")))).json().get("entries");
    JsonNode last = entries.get(entries.size() - 1);
    assertEquals("ProposalAnswered", last.get("type").asString());
    assertEquals("Fel bil", last.get("data").get("reason").asString());
  }

  @Test
  @Order(5)
  void s5NobodyHasAnUnknownIncident() {
    assertEquals(404, SERVICE.get(SERVICE.path("/incidents/sos:x:1/recommendation")).status());
  }

  @Test
  @Order(6)
  void s6AMoveIsOrderedAnsweredAndSeenToBeDone() throws InterruptedException {
    String unit = UNITS.get(1);
    JsonNode place = ok(SERVICE.get(SERVICE.path(""))).json().get("stations").get(0);
    String shown = "\"shown\":{\"travelSeconds\":900,\"coverBefore\":0.8,\"coverAfter\":0.9}";
    String body =
        "{\"place\":\"%s\",\"answer\":\"ACCEPTED\",%s}"
            .formatted(place.get("id").asString(), shown);
    ok(SERVICE.post(SERVICE.path("/units/" + unit + "/relocation-answers"), body));
    assertEquals("ORDERED", standby(unit).path("state").asString());
    assertTrue(Instant.parse(standby(unit).path("answerBy").asString()).isAfter(Instant.now()));
    String standby = "/units/" + unit + "/standby";
    ok(SERVICE.post(SERVICE.path(standby + "/answer"), "{\"accepted\":true}"));
    assertEquals("ON_WAY", standby(unit).path("state").asString());
    JsonNode at = place.get("position");
    Thread.sleep(20); // A position from before the order says nothing about it.
    position(unit, at.get("lat").asDouble(), at.get("lon").asDouble());
    for (int i = 0; i < 100 && !"THERE".equals(standby(unit).path("state").asString()); i++) {
      Thread.sleep(250);
    }
    assertEquals("THERE", standby(unit).path("state").asString());
    assertEquals(409, SERVICE.post(SERVICE.path(standby + "/arrival"), "").status());
    ok(SERVICE.post(SERVICE.path(standby + "/recall"), "{\"reason\":\"Behövs inte\"}"));
    assertTrue(standby(unit).isMissingNode() || standby(unit).isNull());
    JsonNode u = unitOf(unit);
    assertEquals(0, u.get("moves").get("inShift").asInt(), "on its way home it is not moved");
  }

  @Test
  @Order(7)
  void s7WhatBecameOfProposalsIsCounted() {
    JsonNode f = ok(SERVICE.get(SERVICE.path("/proposal-follow-up"))).json();
    assertEquals(1, f.get("kinds").get(0).get("refused").asInt());
    assertEquals(1, f.get("kinds").get(2).get("accepted").asInt());
    assertEquals("Fel bil", f.get("reasons").get(0).get("reason").asString());
    assertEquals(1, f.get("relocated").get("arrived").asInt());
    String backwards = "?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z";
    assertEquals(422, SERVICE.get(SERVICE.path("/proposal-follow-up" + backwards)).status());
  }

  @Test
  @Order(8)
  void s8OneJustFreedIsProposedInsteadOfOneFartherOff() throws InterruptedException {
    start(UNITS.get(2), 63.18, 14.65);
    start(UNITS.get(3), 62.03, 14.35);
    position(UNITS.get(0), 62.5, 14.3);
    intake("000903", 63.61, 14.5, "1A");
    ok(
        SERVICE.post(
            SERVICE.path("/incidents/" + id("000903") + "/assignments"),
            "{\"units\":[\"%s\"]}".formatted(UNITS.get(0))));
    position(UNITS.get(1), 63.6, 14.5);
    JsonNode found = takeOvers();
    for (int i = 0; i < 40 && found.isEmpty(); i++) {
      Thread.sleep(250);
      found = takeOvers();
    }
    JsonNode change = found.get(0);
    assertEquals(id("000903"), change.get("incident").asString());
    assertEquals(UNITS.get(1), unit(change));
    assertEquals(UNITS.get(0), change.get("instead").asString());
    assertTrue(change.get("arrivalSeconds").asLong() + 600 < change.get("leftSeconds").asLong());
    assertTrue(change.get("inTime").asBoolean());
  }

  @Test
  @Order(9)
  void s9WhoCannotBePlacedIsNamedAndRankedLastWithTheReason() {
    String unit = UNITS.get(4);
    shift(unit);
    intake("000904", 63.18, 14.64, "2B");
    JsonNode answer = recommendation("000904");
    List<JsonNode> listed = answer.get("units").valueStream().toList();
    assertEquals(unit, unit(listed.getLast()), answer::toString);
    assertTrue(reasons(listed.getLast()).contains("NO_POSITION"), answer::toString);
    List<JsonNode> unplaced = answer.get("unplaced").valueStream().toList();
    assertEquals(List.of(unit), unplaced.stream().map(AdviceTest::unit).toList());
    assertTrue(
        unplaced.getFirst().path("ageSeconds").isNull()
            || unplaced.getFirst().path("ageSeconds").isMissingNode());
  }

  @Test
  @Order(10)
  void s10AUnitOnAnIslandWithoutRoadIsRankedLastAndSaysSo() {
    String unit = UNITS.get(4);
    position(unit, 58.37, 19.25); // Gotska Sandön: no road, no ferry, no bridge.
    JsonNode answer = recommendation("000904");
    JsonNode last = answer.get("units").valueStream().toList().getLast();
    assertEquals(unit, unit(last), answer::toString);
    assertTrue(reasons(last).contains("NO_WAY"), answer::toString);
    assertTrue(answer.get("unplaced").isEmpty(), "it is known where it is");
  }

  private static JsonNode recommendation(String number) {
    return ok(SERVICE.get(SERVICE.path("/incidents/" + id(number) + "/recommendation"))).json();
  }

  private static List<String> reasons(JsonNode unit) {
    return unit.get("reasons").valueStream().map(r -> r.get("code").asString()).toList();
  }

  private static JsonNode takeOvers() {
    return ok(SERVICE.get(SERVICE.path("/proposals"))).json().get("takeOvers");
  }

  private static JsonNode standby(String unit) {
    return unitOf(unit).path("standby");
  }

  private static JsonNode unitOf(String unit) {
    return ok(SERVICE.get(SERVICE.path("/units/" + unit + "/glance"))).json().get("unit");
  }

  private static String unit(JsonNode proposal) {
    return proposal.get("unit").asString();
  }

  private static double share(JsonNode cover) {
    JsonNode levels = cover.get("levels");
    return levels.isEmpty() ? 0 : levels.get(0).get("share").asDouble();
  }

  private static JsonNode cover() {
    return ok(SERVICE.get(SERVICE.path("/cover"))).json();
  }

  private static void start(String unit, double lat, double lon) {
    shift(unit);
    position(unit, lat, lon);
  }

  private static void shift(String unit) {
    Instant now = Instant.now();
    ok(
        SERVICE.post(
            SERVICE.path("/units/" + unit + "/shift"),
            """
            {"start":"%s","end":"%s","crew":[{"role":"Sjuksköterska","competence":"NURSE"}]}
            """
                .formatted(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(8)))));
  }

  private static void position(String unit, double lat, double lon) {
    ok(
        SERVICE.post(
            SERVICE.path("/positions"),
            """
            [{"unit":"%s","position":{"lat":%s,"lon":%s},"at":"%s"}]
            """
                .formatted(unit, lat, lon, Instant.now())));
  }

  private static String id(String number) {
    return "sos:2026-11-22:" + number;
  }

  private static void intake(String number, double lat, double lon, String priority) {
    ok(
        SERVICE.put(
            SERVICE.path("/intake/sos/2026-11-22/" + number),
            INTAKE.formatted(lat, lon, priority)));
  }
}
