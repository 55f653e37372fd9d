package se.dirigent.server.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.dirigent.server.plan.PlanFixture.PATH;
import static se.dirigent.server.plan.PlanFixture.UNITS;
import static se.dirigent.server.plan.PlanFixture.at;
import static se.dirigent.server.plan.PlanFixture.near;
import static se.dirigent.server.plan.PlanFixture.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.picture.StateVerifier;
import se.dirigent.server.platform.TestDatabase;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.Client.Answer;
import se.dirigent.server.web.LiveServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Journeys of several rides: there and back, and to, by and from an aeroplane. */
@TestMethodOrder(MethodName.class)
class JourneyPlanTest {
  private static final TestDatabase DATABASE = TestDatabase.migrated(JourneyPlanTest.class);
  private static final LiveServer SERVER =
      LiveServer.start(DATABASE.url(), Map.of("dirigent.plan.every", "PT0.2S"));
  private static final Client WARD = user("demo.avdelning");
  private static final Client COMMAND = user("demo.inre");
  private static final Client DISPATCHER = user("demo.dirigent");
  private static final Client CENTRE = user("demo.nationell");
  private static final Client PROGRAM = SERVER.client().withToken(LiveServer.TOKEN);
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String SUNDSVALL =
      """
      {"facility":"sundsvall","department":"Thorax","address":"","floor":0,"lift":true}
      """;

  private static Client user(String name) {
    return SERVER.client().logIn(name, LiveServer.PASSWORD);
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
    DATABASE.close();
  }

  private static String ok(Answer answer) {
    assertEquals(200, answer.status(), answer.body());
    return answer.json().get("id").asString();
  }

  private static JsonNode get(String id) {
    return PROGRAM.get(PATH + "/transports/" + id).json();
  }

  private static String unitOf(String id) {
    return get(id).path("planned").path("unit").asString("");
  }

  private static Instant time(JsonNode node, String name) {
    return Instant.parse(node.get(name).asString());
  }

  private static void await(String what, BooleanSupplier holds) {
    Instant end = Instant.now().plus(LIMIT);
    while (!holds.getAsBoolean()) {
      assertTrue(
          Instant.now().isBefore(end),
          () -> what + ": " + PROGRAM.get(PATH + "/transports").body());
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void s01ThereAndBackAreTwoRidesOfOneOrder() {
    UNITS.forEach(unit -> PlanFixture.onDuty(PROGRAM, unit));
    ObjectNode request = request(Duration.ofHours(1), near());
    Instant back = Instant.now().plus(Duration.ofHours(4));
    ObjectNode timing = (ObjectNode) request.get("timing");
    timing.put("returnTrip", true).put("returnReadyAt", back.toString());
    String id = ok(WARD.send("POST", PATH + "/transports", "{\"request\":" + request + "}"));
    String leg = id + "-r1";
    assertEquals("ORDERED", get(leg).get("ride").asString());
    assertEquals("RETURN", get(leg).get("leg").get("part").asString());
    ok(COMMAND.send("POST", at(id, "approval"), "{}"));
    await("vehicles there and back", () -> !unitOf(id).isEmpty() && !unitOf(leg).isEmpty());
    Instant home = time(get(leg).get("planned"), "pickupAt");
    assertFalse(home.isBefore(back));
    assertTrue(home.isAfter(time(get(id).get("planned"), "arriveAt")));
    ok(WARD.send("POST", at(id, "cancellation"), "{\"reason\":\"Behövs inte\"}"));
    assertEquals("CANCELLED", get(leg).get("ride").asString());
  }

  @Test
  void s02TheWayBackIsOrderedWhenItIsKnownWhen() {
    String id = order(request(Duration.ofHours(1), near()), "");
    String ready = "{\"readyAt\":\"" + Instant.now().plus(Duration.ofHours(5)) + "\"}";
    ok(WARD.send("POST", at(id, "return"), ready));
    await("a vehicle home", () -> !unitOf(id + "-r1").isEmpty());
    Answer again = WARD.send("POST", at(id, "return"), ready);
    assertEquals(409, again.status(), again.body());
    ok(WARD.send("POST", at(id + "-r1", "cancellation"), "{\"reason\":\"Anhörig hämtar\"}"));
    assertEquals("APPROVED", get(id).get("ride").asString(), "there as before");
  }

  @Test
  void s03AFlightIsDrivenToAndFromByRidesThatWaitForEachOther() {
    String by = ",\"mode\":\"AEROPLANE\",\"modeReason\":\"Instabil\"";
    String id = order(request(Duration.ofHours(1), SUNDSVALL), by);
    await("asked", () -> get(id).path("air").path("state").asString("").equals("REQUESTED"));
    give(id, 4);
    String there = id + "-a1";
    await("an ambulance to the aeroplane", () -> !unitOf(there).isEmpty());
    JsonNode slot = get(id).get("air").get("slot");
    Instant boards = time(slot, "departAt").minus(Duration.ofMinutes(20));
    assertFalse(time(get(there).get("planned"), "arriveAt").isAfter(boards));
    assertFalse(time(get(there).get("planned"), "pickupAt").isBefore(time(slot, "pickupFrom")));
    assertEquals("FROM_AIRCRAFT", get(id + "-b1").get("leg").get("part").asString());
    Instant before = time(get(there).get("planned"), "pickupAt");
    give(id, 5);
    await(
        "later with the flight",
        () ->
            !unitOf(there).isEmpty()
                && time(get(there).get("planned"), "pickupAt").isAfter(before));
    assertFalse(PROGRAM.get(PATH + "/ride-plan").body().contains("byLegs"));
    String onward = id + "-b1";
    await("the region there is asked", () -> state(onward).equals("ASKED"));
    assertEquals("Region Västernorrland", get(onward).get("booking").get("carrier").asString());
    ok(PROGRAM.send("POST", at(onward, "booking-answer"), no("Ingen bil")));
    await("an own one drives to meet it", () -> !unitOf(onward).isEmpty());
    Instant landed = time(get(id).get("air").get("slot"), "arriveAt");
    assertFalse(time(get(onward).get("planned"), "pickupAt").isBefore(landed));
    ok(WARD.send("POST", at(id, "fate"), "{\"fate\":\"MOVED\"}"));
    assertEquals("ENDED", get(onward).get("ride").asString());
  }

  private static String state(String id) {
    return get(id).path("booking").path("state").asString("");
  }

  private static String no(String text) {
    return "{\"accepted\":false,\"text\":\"" + text + "\"}";
  }

  private static String yes(String reference) {
    return "{\"accepted\":true,\"reference\":\"" + reference + "\"}";
  }

  private static ObjectNode sitting() {
    ObjectNode request = request(Duration.ofHours(1), near());
    ObjectNode needs = (ObjectNode) request.get("needs");
    needs.put("posture", "SITS").put("care", "NONE").put("monitoring", false);
    return request;
  }

  @Test
  void s04ATaxiIsAskedAndDrivesOrTheRideIsBackInThePlan() {
    String body = "{\"request\":" + sitting() + "}";
    String id = ok(WARD.send("POST", PATH + "/transports", body));
    assertEquals("TAXI", get(id).get("choice").get("mode").asString());
    await("the taxi is asked", () -> state(id).equals("ASKED"));
    ok(DISPATCHER.send("POST", at(id, "booking-answer"), yes("T-17")));
    assertEquals("LOCKED", get(id).get("ride").asString());
    assertEquals("T-17", get(id).get("booking").get("reference").asString());
    String plan = DISPATCHER.get(PATH + "/ride-plan").json().get("bought").toString();
    assertTrue(plan.contains(id) && plan.contains("CONFIRMED"), plan);
    ok(PROGRAM.send("POST", at(id, "booking-answer"), no("Bilen är trasig")));
    assertEquals("APPROVED", get(id).get("ride").asString());
    // On duty are ambulances alone; by the roster a car may come to be, outside the window.
    String no = "\"declinedBy\":\"Regionens taxibolag\"";
    await("who said no", () -> left(id).contains(no) && !left(id).contains("\"waiting\""));
    assertFalse(left(id).contains("\"code\":\"\""), left(id));
    ok(DISPATCHER.send("POST", at(id, "booking"), "{\"carrier\":\"Taxi Två\"}"));
    assertEquals("Taxi Två", get(id).get("booking").get("carrier").asString());
    Answer ward = WARD.send("POST", at(id, "booking-answer"), yes("T-18"));
    assertEquals(403, ward.status(), ward.body());
    ok(WARD.send("POST", at(id, "cancellation"), "{\"reason\":\"Behövs inte\"}"));
    assertEquals("WITHDRAWN", state(id));
  }

  /** What the plan says of an order without a vehicle. */
  private static String left(String id) {
    for (JsonNode one : DISPATCHER.get(PATH + "/ride-plan").json().get("unplanned")) {
      if (one.get("transport").asString().equals(id)) {
        return one.toString();
      }
    }
    return "";
  }

  private static String order(ObjectNode request, String more) {
    String body = "{\"request\":" + request + more + "}";
    String id = ok(WARD.send("POST", PATH + "/transports", body));
    ok(COMMAND.send("POST", at(id, "approval"), "{}"));
    return id;
  }

  private static void give(String id, int hours) {
    Instant departAt = Instant.now().plus(Duration.ofHours(hours));
    String flight =
        "{\"departAt\":\"" + departAt + "\",\"arriveAt\":\"" + departAt.plusSeconds(3000) + "\"}";
    ok(CENTRE.send("POST", at(id, "air-answer"), flight));
  }

  @Test
  void s05OfMoreThanArePlannedAtOnceEachIsBooked() throws Exception {
    int count = 1_100;
    String body = "{\"request\":" + sitting() + "}";
    Set<String> ids = ConcurrentHashMap.newKeySet();
    try (var pool = Executors.newFixedThreadPool(8)) {
      for (int n = 0; n < count; n++) {
        pool.execute(() -> ids.add(ok(PROGRAM.send("POST", PATH + "/transports", body))));
      }
    }
    assertEquals(count, ids.size());
    await("each taxi is asked", () -> asked() >= count);
    assertFalse(DISPATCHER.get(PATH + "/ride-plan").body().contains("tooMany"));
  }

  private static int asked() {
    int asked = 0;
    for (JsonNode one : DISPATCHER.get(PATH + "/ride-plan").json().get("bought")) {
      asked += one.path("booking").path("state").asString("").equals("ASKED") ? 1 : 0;
    }
    return asked;
  }

  @Test
  void s06AVehicleThatStaysInTheCountyDoesNotLeaveItAndOthersDo() {
    String stays = "23-4051";
    PlanFixture.onDuty(PROGRAM, stays);
    String id = order(request(Duration.ofHours(1), SUNDSVALL), "");
    await("one that may leave the county", () -> !unitOf(id).isEmpty());
    assertTrue(UNITS.contains(unitOf(id)), unitOf(id));
    String trial = "{\"transport\":\"" + id + "\",\"unit\":\"" + stays + "\"}";
    JsonNode told = DISPATCHER.send("POST", PATH + "/ride-plan/trial", trial).json();
    assertFalse(told.get("feasible").asBoolean());
    assertTrue(told.get("faults").toString().contains("LEAVES_COUNTY"), told.toString());
    ok(WARD.send("POST", at(id, "fate"), "{\"fate\":\"MOVED\"}"));
  }

  @Test
  void s07TheJournalTellsTheJourneys() {
    List<String> differences =
        SERVER.bean(StateVerifier.class).differences(new RegionCode(LiveServer.OWN), _ -> {});
    assertEquals(List.of(), differences);
  }
}
