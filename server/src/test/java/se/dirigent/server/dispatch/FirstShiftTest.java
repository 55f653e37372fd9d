package se.dirigent.server.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.dirigent.server.RunningService;
import se.dirigent.server.RunningService.Reply;
import tools.jackson.databind.JsonNode;

/** A call becomes a cleared ambulance, over HTTP, with the journal whole at the end. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstShiftTest {
  private static final RunningService SERVICE = RunningService.start(FirstShiftTest.class);
  private static final String INTAKE =
      """
      {"source":"SOS_ALARM","callbackNumber":"070-174 06 05",
       "location":{"address":"Storgatan 1, Östersund","municipality":"Östersund",
         "position":{"lat":63.179,"lon":14.636},"quality":"ADDRESS"},
       "indexCode":"D1","description":"Bröstsmärta","priority":"1A"}
      """;
  private static final String WORSE = "{\"text\":\"Patienten är sämre\",\"priority\":\"1A\"}";
  private static final String ID = "sos:2026-11-22:000001";

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  private static Reply ok(Reply reply) {
    assertEquals(200, reply.status(), () -> String.valueOf(reply.body()));
    return reply;
  }

  private static JsonNode incident() {
    return ok(SERVICE.get(SERVICE.path("/incidents/" + ID))).json().get("incident");
  }

  private static String shift() {
    Instant now = Instant.now();
    return """
    {"start":"%s","end":"%s","crew":[{"role":"Sjuksköterska","competence":"NURSE"}]}
    """
        .formatted(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(8)));
  }

  @Test
  @Order(1)
  void aCaseHandedOverTwiceIsOneIncident() {
    String path = SERVICE.path("/intake/sos/2026-11-22/000001");
    JsonNode first = ok(SERVICE.put(path, INTAKE)).json();
    JsonNode second = ok(SERVICE.put(path, INTAKE)).json();
    assertEquals(first, second);
    assertEquals(ID, first.get("id").asString());
    assertEquals("WAITING", incident().get("phase").asString());
    assertEquals("0701740605", incident().get("callbackNumber").asString());
  }

  @Test
  @Order(2)
  void anotherCaseUnderTheSameIdentityIsRefused() {
    String path = SERVICE.path("/intake/sos/2026-11-22/000001");
    Reply reply = SERVICE.put(path, INTAKE.replace("Bröstsmärta", "Fall"));
    assertEquals(409, reply.status());
  }

  @Test
  @Order(3)
  void aUnitIsRankedAssignedAndCleared() {
    JsonNode units = ok(SERVICE.get(SERVICE.path("/picture"))).json().get("units");
    String unit = "";
    for (JsonNode u : units) {
      boolean ambulance = u.get("kind").asString().equals("AMBULANCE");
      unit = ambulance && unit.isEmpty() ? u.get("id").asString() : unit;
    }
    ok(SERVICE.post(SERVICE.path("/units/" + unit + "/shift"), shift()));
    ok(
        SERVICE.post(
            SERVICE.path("/positions"),
            """
            [{"unit":"%s","position":{"lat":63.17,"lon":14.65},"at":"%s"}]
            """
                .formatted(unit, Instant.now())));
    JsonNode ranked = ok(SERVICE.get(SERVICE.path("/incidents/" + ID + "/recommendation"))).json();
    assertEquals(unit, ranked.get("units").get(0).get("unit").asString());
    assertTrue(ranked.get("units").get(0).get("arrivalSeconds").asInt() < 600);

    UUID command = UUID.randomUUID();
    String assign = SERVICE.path("/incidents/" + ID + "/assignments");
    String body = "{\"units\":[\"" + unit + "\"]}";
    JsonNode made = ok(SERVICE.post(assign, command, body)).json();
    assertEquals(made, ok(SERVICE.post(assign, command, body)).json());
    assertEquals(409, SERVICE.post(assign, body).status());
    assertEquals("ASSIGNED", incident().get("phase").asString());

    String milestones = SERVICE.path("/assignments/" + made.get("id").asString() + "/milestones");
    for (String m : new String[] {"ACKNOWLEDGED", "ROLLING", "AT_ADDRESS", "LOADED"}) {
      ok(SERVICE.post(milestones, "{\"milestone\":\"" + m + "\"}"));
    }
    assertEquals(409, SERVICE.post(milestones, "{\"milestone\":\"ROLLING\"}").status());
    conveyedToAnotherRegion(SERVICE.path("/assignments/" + made.get("id").asString()));
    for (String m : new String[] {"AT_DESTINATION", "HANDED_OVER", "CLEAR"}) {
      ok(SERVICE.post(milestones, "{\"milestone\":\"" + m + "\"}"));
    }
    assertEquals("CLOSED", incident().get("phase").asString());
    assertEquals("CONVEYED", incident().get("outcome").get("kind").asString());
  }

  /** From Jämtland to Umeå, whose region this service does not serve. */
  private static void conveyedToAnotherRegion(String assignment) {
    JsonNode region = ok(SERVICE.get(SERVICE.path(""))).json();
    JsonNode own = region.get("facilities").get(0);
    assertEquals(own.get("id"), region.get("destinations").get(0).get("id"), "own ones first");
    String umea = "";
    for (JsonNode d : region.get("destinations")) {
      umea = d.get("region").asString().equals("vasterbotten") ? d.get("id").asString() : umea;
    }
    String destination = assignment + "/destination";
    Reply unknown = SERVICE.post(destination, "{\"facility\":\"atlantis\"}");
    assertTrue(unknown.json().get("type").asString().endsWith("facility.unknown"));
    ok(SERVICE.post(destination, "{\"facility\":\"" + umea + "\"}"));
  }

  @Test
  @Order(4)
  void aClosedCaseTakesNoUpdateAndAnswersItsRepeatAsAtFirst() {
    JsonNode before = incident();
    Reply reply = SERVICE.post(SERVICE.path("/intake/sos/2026-11-22/000001/updates"), WORSE);
    assertEquals(409, reply.status(), () -> String.valueOf(reply.body()));
    assertTrue(reply.json().get("type").asString().endsWith("incident.closed"), reply::toString);
    assertTrue(reply.json().get("remedy").asString().contains("nytt ärende"), reply::toString);
    assertEquals(before, incident());
    Reply again = ok(SERVICE.put(SERVICE.path("/intake/sos/2026-11-22/000001"), INTAKE));
    assertEquals(ID, again.json().get("id").asString());
    assertEquals(before, incident());
  }

  @Test
  @Order(5)
  void aCommandWithNothingToDoKeepsItsFirstAnswer() {
    String path = SERVICE.path("/intake/sos/2026-11-22/000002");
    ok(SERVICE.put(path, INTAKE));
    UUID command = UUID.randomUUID();
    JsonNode first = ok(SERVICE.post(path + "/updates", command, "{\"priority\":\"1A\"}")).json();
    ok(SERVICE.post(path + "/updates", WORSE));
    assertEquals(
        first, ok(SERVICE.post(path + "/updates", command, "{\"priority\":\"1A\"}")).json());
    assertEquals(409, SERVICE.post(path + "/updates", command, WORSE).status());
  }

  @Test
  @Order(6)
  void whatIsToldOfADuplicateIsReadOnItsOriginalUntilItIsReopened() {
    String path = SERVICE.path("/intake/sos/2026-11-22/000003");
    ok(SERVICE.put(path, INTAKE));
    String original = SERVICE.path("/incidents/sos:2026-11-22:000002");
    String duplicate = SERVICE.path("/incidents/sos:2026-11-22:000003");
    String link = "{\"incident\":\"sos:2026-11-22:000002\"}";
    ok(SERVICE.post(duplicate + "/duplicate-of", link));
    ok(SERVICE.post(path + "/updates", "{\"text\":\"Ringer igen\"}"));
    JsonNode read = ok(SERVICE.get(original)).json().get("incident");
    assertEquals(1, read.get("duplicates").size());
    assertEquals(
        "[sos:2026-11-22:000003] Ringer igen", read.get("notes").get(1).get("text").asString());
    ok(SERVICE.post(duplicate + "/reopening", "{\"reason\":\"En till skadad\"}"));
    read = ok(SERVICE.get(original)).json().get("incident");
    assertTrue(read.get("duplicates").isEmpty(), read::toString);
  }

  @Test
  @Order(7)
  void theJournalIsWholeAndItsFoldIsTheTables() throws InterruptedException {
    String path = SERVICE.path("/journal/verification");
    JsonNode never = ok(SERVICE.get(path)).json();
    assertTrue(!never.has("last") && !never.get("running").asBoolean(), never::toString);
    JsonNode started = ok(SERVICE.post(path, "")).json();
    JsonNode state = started;
    for (int i = 0; i < 600 && state.get("running").asBoolean(); i++) {
      Thread.sleep(50);
      state = ok(SERVICE.get(path)).json();
    }
    assertEquals("TABLES", state.get("step").asString(), state::toString);
    assertEquals(state.get("entries").asLong(), state.get("checked").asLong());
    JsonNode v = state.get("last");
    assertEquals(started.get("startedAt"), v.get("startedAt"));
    assertTrue(v.get("chain").get("whole").asBoolean(), v::toString);
    assertTrue(v.get("chain").get("entries").asLong() > 20);
    assertTrue(v.get("differences").isEmpty(), v::toString);
  }
}
