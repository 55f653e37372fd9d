package se.dirigent.server.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.picture.StateVerifier;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.Client.Answer;
import se.dirigent.server.web.LiveServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders over HTTP: a ward, another that receives, inner command, and what none may do. */
@TestMethodOrder(MethodName.class)
class TransportTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final LiveServer SERVER = LiveServer.shared();
  private static final String PATH = "/api/regions/" + LiveServer.OWN + "/transports";
  private static final Client WARD = user("demo.avdelning");
  private static final Client RECEIVER = user("demo.mottagare");
  private static final Client COMMAND = user("demo.inre");
  private static final Client PROGRAM = SERVER.client().withToken(LiveServer.TOKEN);
  private static final String REHAB =
      "{\"facility\":\"ostersund\",\"department\":\"Rehabiliteringsavdelning\",\"address\":\"\","
          + "\"floor\":0,\"lift\":true}";
  private static final String SUNDSVALL =
      "{\"facility\":\"sundsvall\",\"department\":\"Thorax\",\"address\":\"\","
          + "\"floor\":0,\"lift\":true}";

  private static Client user(String name) {
    return SERVER.client().logIn(name, LiveServer.PASSWORD);
  }

  private static Instant soon() {
    return SERVER.bean(InstantSource.class).instant().plus(Duration.ofHours(2));
  }

  static ObjectNode request(String to, boolean lies, String... changes) {
    String text =
        """
        {"from":{"facility":"ostersund","department":"Medicinavdelning","address":"",
            "floor":0,"lift":true},
         "to":%s,
         "timing":{"readyAt":"%s","returnTrip":false},
         "needs":{"posture":"%s","stairs":false,"care":"%s","oxygenLitres":0,"monitoring":false,
           "drugs":false,"drips":false,"ventilator":false,"incubator":false,"infection":"NONE",
           "alone":false,"companions":0,"escort":"NONE","aggression":""},
         "urgency":"DAYS","resuscitation":"FULL","ordainedBy":"Testläkare Ett",
         "reason":"Kranskärlsröntgen","note":""}
        """
            .formatted(to, soon(), lies ? "LIES" : "SITS", lies ? "SKILLED" : "NONE");
    ObjectNode request = (ObjectNode) JSON.readTree(text);
    for (int i = 0; i < changes.length; i += 2) {
      String[] path = changes[i].split("\\.");
      ObjectNode at = path.length == 1 ? request : (ObjectNode) request.get(path[0]);
      at.set(path[path.length - 1], JSON.readTree(changes[i + 1]));
    }
    return request;
  }

  private static String order(ObjectNode request, String more) {
    return "{\"request\":" + request + more + "}";
  }

  private static String ok(Answer answer) {
    assertEquals(200, answer.status(), answer.body());
    return answer.json().get("id").asString();
  }

  private static void refused(int status, String type, Answer answer) {
    assertEquals(status, answer.status(), answer.body());
    String found = answer.json().get("type").asString();
    assertEquals("urn:dirigent:problem:" + type, found, answer.body());
    assertFalse(answer.body().contains("{" + "value"), answer.body());
  }

  private static JsonNode get(Client who, String id) {
    Answer answer = who.get(PATH + "/" + id);
    assertEquals(200, answer.status(), answer.body());
    return answer.json();
  }

  private static boolean lists(Client who, String id) {
    for (JsonNode t : who.get(PATH).json().get("transports")) {
      if (t.get("id").asString().equals(id)) {
        return true;
      }
    }
    return false;
  }

  private static String at(String id, String what) {
    return PATH + "/" + id + "/" + what;
  }

  @Test
  void s01AWardOrdersAndWhoeverItConcernsSeesIt() {
    String id = ok(WARD.send("POST", PATH, order(request(REHAB, false), "")));
    JsonNode t = get(WARD, id);
    assertEquals("TAXI", t.get("choice").get("mode").asString());
    assertEquals("APPROVED", t.get("ride").asString());
    assertEquals("Demo vårdenhet", t.get("careUnit").asString());
    assertTrue(lists(WARD, id) && lists(RECEIVER, id) && lists(COMMAND, id));
    Client other = SERVER.client().logIn("test.ward-nurse", "four-words-for-a-test");
    assertFalse(lists(other, id));
    refused(404, "transport.unknown", other.get(PATH + "/" + id));
    assertFalse(t.toString().contains("personal"), "who the patient is stands elsewhere");
  }

  @Test
  void s02TheReceiverAnswersAndCannotChange() {
    String id = ok(WARD.send("POST", PATH, order(request(REHAB, false), "")));
    refused(403, "access.forbidden", WARD.send("POST", at(id, "answer"), "{\"accepted\":true}"));
    ok(RECEIVER.send("POST", at(id, "answer"), "{\"accepted\":false,\"text\":\"Fullt\"}"));
    assertEquals("DECLINED", get(WARD, id).get("reception").asString());
    String cancel = "{\"reason\":\"Behövs inte\"}";
    refused(403, "access.forbidden", RECEIVER.send("POST", at(id, "cancellation"), cancel));
    ok(PROGRAM.send("POST", at(id, "steps"), "{\"ride\":\"LOADED\"}"));
    refused(409, "transport.locked", WARD.send("POST", at(id, "cancellation"), cancel));
    ok(PROGRAM.send("POST", at(id, "steps"), "{\"ride\":\"ARRIVED\"}"));
    ok(RECEIVER.send("POST", at(id, "answer"), "{\"accepted\":true}"));
    JsonNode t = get(RECEIVER, id);
    assertEquals("ARRIVED", t.get("ride").asString());
    assertEquals("ACCEPTED", t.get("reception").asString());
  }

  @Test
  void s03InnerCommandApprovesChangesAndRefuses() {
    String id = ok(WARD.send("POST", PATH, order(request(SUNDSVALL, true), "")));
    JsonNode t = get(COMMAND, id);
    assertEquals("AMBULANCE", t.get("choice").get("mode").asString());
    assertEquals("subakut-vag", t.get("choice").get("rule").asString());
    assertEquals("ORDERED", t.get("ride").asString());
    refused(403, "access.forbidden", WARD.send("POST", at(id, "approval"), "{}"));
    ok(COMMAND.send("POST", at(id, "approval"), "{}"));
    assertEquals("APPROVED", get(WARD, id).get("ride").asString());
    String was = ",\"was\":" + get(WARD, id).get("request");
    String later = order(request(SUNDSVALL, true, "note", "\"Tolk behövs\""), was);
    ok(WARD.send("POST", at(id, "changes"), later));
    refused(409, "transport.changedSince", WARD.send("POST", at(id, "changes"), later));
    t = get(COMMAND, id);
    assertEquals("ORDERED", t.get("ride").asString(), "a change is approved anew");
    ok(
        COMMAND.send(
            "POST", at(id, "mode"), "{\"mode\":\"TRANSPORT_AMBULANCE\",\"reason\":\"Räcker\"}"));
    ok(COMMAND.send("POST", at(id, "refusal"), "{\"reason\":\"Kan vänta\"}"));
    t = get(WARD, id);
    assertEquals("REFUSED", t.get("ride").asString());
    assertEquals(
        "Kan vänta", t.get("changes").get(t.get("changes").size() - 1).get("text").asString());
    assertFalse(lists(WARD, id));
    assertTrue(WARD.get(PATH + "?open=false").body().contains(id));
  }

  @Test
  void s04ARepeatIsTheSameOrderAndAnotherPatientUnderItsIdIsRefused() {
    String command = UUID.randomUUID().toString();
    Client once = user("demo.avdelning").with("Command-Id", command);
    ObjectNode request = request(REHAB, false);
    String body = order(request, ",\"personalNumber\":\"19121212-1212\"");
    assertEquals(command, ok(once.send("POST", PATH, body)));
    assertEquals(command, ok(once.send("POST", PATH, body)));
    String other = order(request, ",\"personalNumber\":\"20121212-1212\"");
    refused(409, "command.reused", once.send("POST", PATH, other));
  }

  @Test
  void s05WhatCannotBeIsSaidInWords() {
    String ward = REHAB.replace("Rehabiliteringsavdelning", "Avdelning 99");
    refused(422, "transport.department", post(request(ward, false), ""));
    String house = REHAB.replace("ostersund", "atlantis");
    refused(422, "transport.facility", post(request(house, false), ""));
    refused(
        422,
        "personalNumber.check",
        post(request(REHAB, false), ",\"personalNumber\":\"19121212-1213\""));
    String yesterday = "\"" + soon().minus(Duration.ofDays(1)) + "\"";
    refused(422, "transport.past", post(request(REHAB, false, "timing.readyAt", yesterday), ""));
    String by = "\"" + soon().plus(Duration.ofMinutes(10)) + "\"";
    refused(422, "transport.impossible", post(request(SUNDSVALL, true, "timing.arriveBy", by), ""));
    refused(
        422,
        "transport.unsuitable",
        post(request(SUNDSVALL, true), ",\"mode\":\"TAXI\",\"modeReason\":\"Billigt\""));
    refused(422, "transport.modeReason", post(request(SUNDSVALL, true), ",\"mode\":\"AEROPLANE\""));
    refused(422, "text.missing", post(request(SUNDSVALL, true, "ordainedBy", "\"\""), ""));
  }

  private static Answer post(ObjectNode request, String more) {
    return WARD.send("POST", PATH, order(request, more));
  }

  @Test
  void s06TheSamePatientTwiceIsMarkedAndClosedTogether() {
    String who = ",\"personalNumber\":\"19121212-1212\"";
    String first = ok(post(request(SUNDSVALL, false), who));
    String second = ok(post(request(SUNDSVALL, false), who));
    assertTrue(get(WARD, second).get("resembles").toString().contains(first));
    assertTrue(get(WARD, first).get("resembles").toString().contains(second));
    ok(WARD.send("POST", at(first, "fate"), "{\"fate\":\"DISCHARGED\"}"));
    for (String id : List.of(first, second)) {
      assertEquals("ENDED", get(WARD, id).get("ride").asString());
    }
    refused(409, "transport.closed", COMMAND.send("POST", at(first, "approval"), "{}"));
  }

  @Test
  void s07AdviceIsAskedWithoutOrdering() {
    ObjectNode question = request(SUNDSVALL, true);
    question.remove(List.of("resuscitation", "ordainedBy", "reason", "note"));
    Answer answer = WARD.send("POST", PATH + "/advice", question.toString());
    assertEquals(200, answer.status(), answer.body());
    JsonNode advice = answer.json();
    assertEquals("AMBULANCE", advice.get("mode").asString());
    assertEquals("AEROPLANE", advice.get("instead").asString());
    JsonNode option = advice.get("options").get(0);
    assertTrue(option.get("kronor").asInt() > 5_000, option.toString());
    assertTrue(option.get("awayMinutes").asInt() > 200, option.toString());
    JsonNode rules = WARD.get("/api/regions/" + LiveServer.OWN + "/transport-rules").json();
    List<String> named = rules.get("departments").findValuesAsString("facility");
    assertEquals(13, named.stream().filter("ostersund"::equals).count());
  }

  @Test
  void s08AFlightIsAskedForGivenMovedAndRefused() {
    Client centre = SERVER.client().logIn("demo.nationell", LiveServer.PASSWORD);
    String by = ",\"mode\":\"AEROPLANE\",\"modeReason\":\"Mycket instabil\"";
    String id = ok(post(request(SUNDSVALL, true), by));
    assertFalse(lists(centre, id), "not before it is approved");
    ok(COMMAND.send("POST", at(id, "approval"), "{}"));
    assertTrue(lists(centre, id));
    assertEquals("REQUESTED", get(centre, id).get("air").get("state").asString());
    refused(403, "access.forbidden", COMMAND.send("POST", at(id, "air-answer"), flight(6)));
    ok(centre.send("POST", at(id, "air-answer"), "{\"text\":\"Inga plan\"}"));
    assertEquals("DECLINED", get(WARD, id).get("air").get("state").asString());
    refused(409, "transport.noFlight", PROGRAM.send("POST", at(id, "steps"), step("LOCKED")));
    ok(COMMAND.send("POST", at(id, "air-request"), "{\"text\":\"Kan vänta\"}"));
    refused(422, "transport.slotBeforeReady", centre.send("POST", at(id, "air-answer"), flight(2)));
    ok(centre.send("POST", at(id, "air-answer"), flight(6)));
    JsonNode slot = get(WARD, id).get("air").get("slot");
    Duration before =
        Duration.between(
            Instant.parse(slot.get("pickupUntil").asString()),
            Instant.parse(slot.get("departAt").asString()));
    assertTrue(before.toMinutes() > 20 && before.toMinutes() < 90, "to Frösön: " + before);
    ok(PROGRAM.send("POST", at(id, "air-answer"), flight(7)));
    assertEquals("CHANGED", get(COMMAND, id).get("air").get("state").asString());
    ok(PROGRAM.send("POST", at(id, "steps"), step("LOCKED")));
    String taxi = ok(post(request(REHAB, false), ""));
    assertFalse(lists(centre, taxi));
    refused(404, "transport.unknown", centre.get(PATH + "/" + taxi));
  }

  private static String step(String ride) {
    return "{\"ride\":\"" + ride + "\"}";
  }

  private static String flight(int hours) {
    Instant at = SERVER.bean(InstantSource.class).instant().plus(Duration.ofHours(hours));
    return "{\"departAt\":\"" + at + "\",\"arriveAt\":\"" + at.plusSeconds(3000) + "\"}";
  }

  @Test
  void s09WhatLeftTheRegionAndWhenItIsBack() {
    String id = ok(post(request(SUNDSVALL, true), ""));
    ok(COMMAND.send("POST", at(id, "approval"), "{}"));
    assertFalse(COMMAND.get(PATH + "/away").body().contains(id));
    ok(PROGRAM.send("POST", at(id, "steps"), step("UNDER_WAY")));
    JsonNode list = COMMAND.get(PATH + "/away").json();
    JsonNode away = list.get("away").get(0);
    assertEquals(id, away.get("transport").get("id").asString());
    Instant back = Instant.parse(away.get("backAt").asString());
    assertTrue(back.isAfter(Instant.parse(list.get("now").asString()).plusSeconds(4 * 3600)));
    refused(403, "access.forbidden", WARD.get(PATH + "/away"));
  }

  @Test
  void s10AWardEndsOnlyWhatIsItsOwn() {
    String who = ",\"personalNumber\":\"20121212-1212\"";
    String mine = ok(post(request(REHAB, false), who));
    String home =
        "{\"facility\":\"\",\"department\":\"\",\"address\":\"Testvägen 1, Testby\",\"floor\":0,"
            + "\"lift\":true,\"position\":{\"lat\":63.2,\"lon\":14.7}}";
    ObjectNode onward = request(home, false, "from", REHAB);
    String theirs = ok(RECEIVER.send("POST", PATH, order(onward, who)));
    String ended = "{\"fate\":\"DISCHARGED\"}";
    refused(403, "access.forbidden", RECEIVER.send("POST", at(mine, "fate"), ended));
    ok(WARD.send("POST", at(mine, "fate"), ended));
    assertEquals("ENDED", get(WARD, mine).get("ride").asString());
    assertEquals("APPROVED", get(RECEIVER, theirs).get("ride").asString());
    String again = ok(post(request(REHAB, false), who));
    ok(PROGRAM.send("POST", at(again, "fate"), "{\"fate\":\"DIED\"}"));
    for (String id : List.of(again, theirs)) {
      assertEquals("ENDED", get(COMMAND, id).get("ride").asString());
    }
    String back = "\"" + soon().plus(Duration.ofHours(12)) + "\"";
    ObjectNode visit =
        request(SUNDSVALL, false, "timing.returnTrip", "true", "timing.returnReadyAt", back);
    String ordered = ok(RECEIVER.send("POST", PATH, order(visit, who)));
    ok(WARD.send("POST", at(ordered, "fate"), ended));
    assertEquals("ENDED", get(COMMAND, ordered + "-r1").get("ride").asString(), "nor back");
  }

  @Test
  void s11ManyOrdersAtOnceAllStandAndAllAreReached() throws Exception {
    int count = Integer.getInteger("dirigent.orders", 300);
    List<String> sent = Collections.synchronizedList(new ArrayList<>());
    long begun = System.nanoTime();
    try (var pool = Executors.newFixedThreadPool(8)) {
      for (int n = 0; n < count; n++) {
        pool.execute(
            () -> sent.add(ok(PROGRAM.send("POST", PATH, order(request(REHAB, false), "")))));
      }
    }
    System.out.printf(
        "orders at once: %d of %d, %.0f a second%n",
        sent.size(), count, sent.size() / ((System.nanoTime() - begun) / 1e9));
    assertEquals(count, new HashSet<>(sent).size());
    Set<String> found = new HashSet<>();
    String next = "";
    int total = 0;
    for (int page = 0; next != null && page < count; page++) {
      JsonNode list = COMMAND.get(PATH + "?limit=97" + next).json();
      list.get("transports").forEach(t -> assertTrue(found.add(t.get("id").asString())));
      total = list.get("total").asInt();
      next = list.has("next") ? "&after=" + list.get("next").asString() : null;
    }
    assertEquals(total, found.size());
    assertTrue(found.containsAll(sent), "every order is on a page, and on one only");
  }

  @Test
  void s12AChangedTableIsTriedOnTheMonthThatHasBeen() {
    String now = "\"" + soon().minus(Duration.ofMinutes(125)) + "\"";
    String id = ok(post(request(SUNDSVALL, true, "timing.readyAt", now), ""));
    ok(COMMAND.send("POST", at(id, "approval"), "{}"));
    String path = "/api/regions/" + LiveServer.OWN + "/transport-rules";
    ObjectNode table = (ObjectNode) WARD.get(path).json().get("tables").get(0);
    Client planner = user("demo.planerare");
    JsonNode same = planner.send("POST", path + "/trial", table.toString()).json();
    assertEquals(0, same.get("turns").size(), same.toString());
    assertTrue(same.get("orders").asInt() >= 1);
    for (JsonNode example : same.get("examples")) {
      assertTrue(example.get("right").asBoolean(), example.toString());
    }
    for (JsonNode rule : table.get("rules")) {
      if (rule.get("id").asString().equals("subakut-vag")) {
        ((ObjectNode) rule).put("mode", "AEROPLANE");
      }
    }
    JsonNode tried = COMMAND.send("POST", path + "/trial", table.toString()).json();
    JsonNode turn = tried.get("turns").get(0);
    assertEquals(id, turn.get("id").asString());
    assertTrue(turn.get("saving").get("kronor").asLong() < 0, "flying costs more");
    assertTrue(turn.get("saving").get("awayMinutes").asLong() > 0, "and the ambulance stays");
    JsonNode fee = tried.get("year").get("fee");
    assertTrue(fee.get("after").asLong() > fee.get("before").asLong(), fee.toString());
    assertTrue(tried.get("examples").toString().contains("\"right\":false"));
    refused(403, "access.forbidden", WARD.send("POST", path + "/trial", table.toString()));
    ((ArrayNode) table.get("rules")).remove(table.get("rules").size() - 1);
    refused(422, "rules.last", planner.send("POST", path + "/trial", table.toString()));
  }

  @Test
  void s13TheJournalTellsWhatTheTablesHold() {
    List<String> differences =
        SERVER.bean(StateVerifier.class).differences(new RegionCode(LiveServer.OWN), _ -> {});
    assertEquals(List.of(), differences.stream().filter(d -> d.startsWith("transport")).toList());
    StringBuilder journal = new StringBuilder();
    JsonNode part;
    long after = 0;
    do {
      String path = "/api/regions/" + LiveServer.OWN + "/journal?limit=200&after=" + after;
      part = COMMAND.get(path).json();
      journal.append(part);
      after = part.isEmpty() ? after : part.get(part.size() - 1).get("seq").asLong();
    } while (!part.isEmpty());
    assertTrue(journal.indexOf("Kranskärlsröntgen") >= 0, "the journal was read");
    for (String number : List.of("19121212", "20121212", "1212-1212")) {
      assertTrue(journal.indexOf(number) < 0, "no number in the journal");
    }
  }
}
