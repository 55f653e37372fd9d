package se.dirigent.server.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.dirigent.server.plan.PlanFixture.PATH;
import static se.dirigent.server.plan.PlanFixture.UNITS;
import static se.dirigent.server.plan.PlanFixture.at;
import static se.dirigent.server.plan.PlanFixture.home;
import static se.dirigent.server.plan.PlanFixture.near;
import static se.dirigent.server.plan.PlanFixture.request;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.server.picture.StateVerifier;
import se.dirigent.server.plan.Planner.Looked;
import se.dirigent.server.platform.TestDatabase;
import se.dirigent.server.transport.PlannedOrders;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.Client.Answer;
import se.dirigent.server.web.LiveServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The service plans by itself: what is ordered gets a vehicle, and what changes is planned anew.
 */
@TestMethodOrder(MethodName.class)
class RidePlanTest {
  private static final TestDatabase DATABASE = TestDatabase.migrated(RidePlanTest.class);
  private static final Map<String, Object> QUICK = Map.of("dirigent.plan.every", "PT0.2S");
  private static final LiveServer SERVER = LiveServer.start(DATABASE.url(), QUICK);
  private static final RegionCode REGION = new RegionCode(LiveServer.OWN);
  private static final Client WARD = user("demo.avdelning");
  private static final Client COMMAND = user("demo.inre");
  private static final Client DISPATCHER = user("demo.dirigent");
  private static final Client PROGRAM = SERVER.client().withToken(LiveServer.TOKEN);

  /** Far beyond a look and a search; a busy machine of two cores. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final List<String> ordered = new ArrayList<>();

  private static Client user(String name) {
    return SERVER.client().logIn(name, LiveServer.PASSWORD);
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
    DATABASE.close();
  }

  /** Nobody rides when the next scenario begins. */
  @AfterEach
  void cancelAll() {
    for (String id : ordered) {
      Answer _ = WARD.send("POST", at(id, "fate"), "{\"fate\":\"DISCHARGED\"}");
    }
  }

  private static String ok(Answer answer) {
    assertEquals(200, answer.status(), answer.body());
    return answer.json().get("id").asString();
  }

  private String order(ObjectNode request) {
    String id = ok(WARD.send("POST", PATH + "/transports", "{\"request\":" + request + "}"));
    ordered.add(id);
    if (get(id).get("ride").asString().equals("ORDERED")) {
      ok(COMMAND.send("POST", at(id, "approval"), "{}"));
    }
    return id;
  }

  private static JsonNode get(String id) {
    return PROGRAM.get(PATH + "/transports/" + id).json();
  }

  private static String unitOf(String id) {
    return get(id).path("planned").path("unit").asString("");
  }

  private static JsonNode plan() {
    Answer answer = DISPATCHER.get(PATH + "/ride-plan");
    assertEquals(200, answer.status(), answer.body());
    return answer.json();
  }

  private static void await(String what, BooleanSupplier holds) {
    Instant end = Instant.now().plus(LIMIT);
    while (!holds.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(end), () -> what + ": " + plan());
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static List<String> stops(String unit) {
    List<String> stops = new ArrayList<>();
    for (JsonNode v : plan().get("vehicles")) {
      if (v.get("unit").asString().equals(unit)) {
        v.get("stops").forEach(s -> stops.add(s.get("kind").asString()));
      }
    }
    return stops;
  }

  private static String codeOf(String id) {
    for (JsonNode u : plan().get("unplanned")) {
      if (u.get("transport").asString().equals(id)) {
        return u.get("code").asString();
      }
    }
    return "";
  }

  @Test
  void s01WhatIsOrderedAndApprovedGetsAVehicle() {
    UNITS.forEach(unit -> PlanFixture.onDuty(PROGRAM, unit));
    String id = order(request(Duration.ofHours(1), near()));
    await("a vehicle", () -> !unitOf(id).isEmpty());
    JsonNode t = get(id);
    Instant pickupAt = Instant.parse(t.get("planned").get("pickupAt").asString());
    assertFalse(pickupAt.isBefore(Instant.parse(t.get("choice").get("pickupFrom").asString())));
    assertFalse(pickupAt.isAfter(Instant.parse(t.get("choice").get("pickupUntil").asString())));
    assertTrue(stops(unitOf(id)).containsAll(List.of("PICKUP", "DELIVERY")), () -> "" + plan());
    assertTrue(plan().get("search").get("rounds").asLong() > 0);
  }

  @Test
  void s02WhatIsChangedIsPlannedAnew() {
    String id = order(request(Duration.ofHours(1), near()));
    await("a vehicle", () -> !unitOf(id).isEmpty());
    ObjectNode later = request(Duration.ofHours(3), near());
    ok(WARD.send("POST", at(id, "changes"), "{\"request\":" + later + "}"));
    assertEquals("", unitOf(id), "a change drops the vehicle");
    ok(COMMAND.send("POST", at(id, "approval"), "{}"));
    await("a vehicle again", () -> !unitOf(id).isEmpty());
    Instant ready = Instant.parse(later.get("timing").get("readyAt").asString());
    Instant pickupAt = Instant.parse(get(id).get("planned").get("pickupAt").asString());
    assertFalse(pickupAt.isBefore(ready));
  }

  @Test
  void s03WhatIsCancelledLeavesThePlan() {
    String id = order(request(Duration.ofHours(2), near()));
    await("a vehicle", () -> !unitOf(id).isEmpty());
    ok(WARD.send("POST", at(id, "cancellation"), "{\"reason\":\"Behövs inte\"}"));
    assertFalse(plan().toString().contains(id));
  }

  @Test
  void s04ThePlanHealsWhenAVehicleIsLost() {
    String id = order(request(Duration.ofHours(1), near()));
    await("a vehicle", () -> !unitOf(id).isEmpty());
    String lost = unitOf(id);
    String out = "{\"available\":false,\"reason\":\"Motorfel\"}";
    ok(PROGRAM.send("POST", PATH + "/units/" + lost + "/availability", out));
    await("another vehicle", () -> !unitOf(id).isEmpty() && !unitOf(id).equals(lost));
    String back = "{\"available\":true,\"reason\":\"Lagad\"}";
    ok(PROGRAM.send("POST", PATH + "/units/" + lost + "/availability", back));
  }

  @Test
  void s05WhatIsPlacedByHandStays() {
    String id = order(request(Duration.ofHours(2), near()));
    await("a vehicle", () -> !unitOf(id).isEmpty());
    String other = UNITS.stream().filter(u -> !u.equals(unitOf(id))).findFirst().orElseThrow();
    String move = "{\"transport\":\"" + id + "\",\"unit\":\"" + other + "\"}";
    JsonNode trial = DISPATCHER.send("POST", PATH + "/ride-plan/trial", move).json();
    assertTrue(trial.get("feasible").asBoolean(), () -> "" + trial);
    assertNotEquals(other, unitOf(id), "a trial changes nothing");
    ok(DISPATCHER.send("POST", at(id, "placement"), "{\"unit\":\"" + other + "\"}"));
    String second = order(request(Duration.ofHours(2), near()));
    await("the second has a vehicle", () -> !unitOf(second).isEmpty());
    assertEquals(other, unitOf(id));
    assertTrue(get(id).get("planned").get("held").asBoolean());
    ok(DISPATCHER.send("POST", at(id, "release"), "{}"));
    assertFalse(get(id).get("planned").get("held").asBoolean());
    Answer unknown = DISPATCHER.send("POST", at(id, "placement"), "{\"unit\":\"99-1\"}");
    assertEquals(409, unknown.status(), unknown.body());
  }

  @Test
  void s06WhatNobodyCanTakeSaysWhy() {
    String far = home(62.39, 17.31);
    ObjectNode request = request(Duration.ofHours(1), far);
    request.put("urgency", "IMMEDIATE");
    String id = order(request);
    assertEquals("HELICOPTER", get(id).get("choice").get("mode").asString());
    await("a reason", () -> codeOf(id).equals("noKind"));
    JsonNode why = DISPATCHER.get(PATH + "/ride-plan/transports/" + id + "/why").json();
    assertEquals("noKind", why.get("answers").get(0).get("code").asString());
  }

  @Test
  void s07WhyNotEarlierIsAnsweredVehicleByVehicle() {
    String id = order(request(Duration.ofHours(2), near()));
    await("a vehicle", () -> !unitOf(id).isEmpty());
    JsonNode why = DISPATCHER.get(PATH + "/ride-plan/transports/" + id + "/why").json();
    assertTrue(why.get("answers").size() >= UNITS.size(), () -> "" + why);
    List<String> codes = new ArrayList<>();
    why.get("answers").forEach(a -> codes.add(a.get("code").asString()));
    assertTrue(codes.contains("notReady"), () -> "the patient is not ready before: " + codes);
  }

  @Test
  void s08ALittleBeforeItsPickupARideIsLocked() {
    String id = order(request(Duration.ofMinutes(1), near()));
    await("locked", () -> get(id).get("ride").asString().equals("LOCKED"));
    assertFalse(unitOf(id).isEmpty());
    Answer late = WARD.send("POST", at(id, "cancellation"), "{\"reason\":\"Behövs inte\"}");
    assertEquals(409, late.status(), late.body());
  }

  @Test
  void s09AWrongPlanIsNeverCommitted() {
    String a = order(request(Duration.ofHours(1), near()));
    String b = order(request(Duration.ofHours(1), near()));
    await("vehicles", () -> !unitOf(a).isEmpty() && !unitOf(b).isEmpty());
    Planner planner = SERVER.bean(Planner.class);
    Looked looked = planner.now(REGION);
    int n = looked.board().rides().size();
    int v =
        IntStream.range(0, looked.board().duties().size())
            .filter(
                d -> looked.board().duties().get(d).unit().id().value().equals(UNITS.getFirst()))
            .findFirst()
            .orElseThrow();
    int first = looked.board().ride(looked.board().rides().getFirst().id());
    // Two on one stretcher.
    List<Integer> both = List.of(first, first + 1, n + first, n + first + 1);
    List<Integer> others = IntStream.range(0, n).filter(r -> r > first + 1).boxed().toList();
    long refused = planner.state(REGION).search().refused();
    String before = unitOf(a) + unitOf(b);
    Plan planted = new Plan(0, List.of(new Plan.Tour(v, both)), others);
    assertFalse(planner.commit(REGION, looked.board(), planted, System.nanoTime()));
    assertTrue(planner.state(REGION).search().refused() > refused);
    assertEquals(before, unitOf(a) + unitOf(b));
  }

  @Test
  void s10TwoPlannersAtOnceGiveNobodyTwoVehicles() {
    LiveServer second = LiveServer.start(DATABASE.url(), QUICK);
    try {
      List<String> ids = new ArrayList<>();
      for (int k = 0; k < 6; k++) {
        ids.add(order(request(Duration.ofMinutes(60 + 20 * k), home(63.18 + 0.02 * k, 14.66))));
      }
      await("all have vehicles", () -> ids.stream().noneMatch(id -> unitOf(id).isEmpty()));
      Map<String, Integer> visits = new HashMap<>();
      for (JsonNode v : plan().get("vehicles")) {
        for (JsonNode s : v.get("stops")) {
          assertTrue(s.get("onBoard").asInt() <= 1, () -> "one stretcher: " + v);
          visits.merge(s.path("transport").asString("") + s.get("kind"), 1, Integer::sum);
        }
      }
      ids.forEach(id -> assertEquals(1, visits.get(id + "\"PICKUP\"")));
    } finally {
      second.stop();
    }
  }

  @Test
  void s11TheJournalTellsThePlan() {
    List<String> differences = SERVER.bean(StateVerifier.class).differences(REGION, _ -> {});
    assertEquals(List.of(), differences);
  }

  @Test
  void s12WhoAsksAgainIsToldOnlyWhatIsNew() {
    Answer first = DISPATCHER.get(PATH + "/ride-plan");
    Client again = user("demo.dirigent").with("If-None-Match", first.headers().get("etag"));
    // A look of the planner's may come between: then there is something new, once.
    await(
        "nothing new",
        () -> {
          Answer answer = again.get(PATH + "/ride-plan");
          again.with("If-None-Match", answer.headers().get("etag"));
          return answer.status() == 304 && answer.body().isEmpty();
        });
    String id = order(request(Duration.ofHours(2), near()));
    Answer told = again.get(PATH + "/ride-plan");
    assertEquals(200, told.status());
    assertTrue(told.body().contains(id), told.body());
  }

  @Test
  void s13WhatADriverHasDrivenStandsInTheOrdersAndSoOutlivesARestart() {
    String id = order(request(Duration.ofMinutes(1), near()));
    await("locked", () -> get(id).get("ride").asString().equals("LOCKED"));
    String unit = unitOf(id);
    Instant since = Instant.now();
    Instant later = since.plus(Duration.ofHours(2));
    ok(PROGRAM.send("POST", at(id, "steps"), "{\"ride\":\"UNDER_WAY\"}"));
    assertEquals(Duration.ofHours(2).toSeconds(), driven(unit, since, later), 60);
    ok(PROGRAM.send("POST", at(id, "steps"), "{\"ride\":\"ARRIVED\"}"));
    assertEquals(0, driven(unit, since, later), 60, "it drives no longer");
  }

  private static double driven(String unit, Instant since, Instant now) {
    return SERVER.bean(PlannedOrders.class).driven(REGION, now).seconds(unit, since);
  }
}
