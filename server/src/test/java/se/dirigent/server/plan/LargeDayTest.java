package se.dirigent.server.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.dirigent.server.plan.PlanFixture.PATH;
import static se.dirigent.server.plan.PlanFixture.UNITS;
import static se.dirigent.server.plan.PlanFixture.at;
import static se.dirigent.server.plan.PlanFixture.home;
import static se.dirigent.server.plan.PlanFixture.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.dirigent.server.platform.TestDatabase;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.Client.Answer;
import se.dirigent.server.web.LiveServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A day as a large region has it: a thousand rides, each from another home, and few vehicles. */
@TestMethodOrder(MethodName.class)
class LargeDayTest {
  private static final int RIDES = 1_000;
  private static final TestDatabase DATABASE = TestDatabase.migrated(LargeDayTest.class);
  private static final LiveServer SERVER =
      LiveServer.start(DATABASE.url(), Map.of("dirigent.plan.every", "PT0.2S"));
  private static final Client DISPATCHER = user("demo.dirigent");
  private static final Client COMMAND = user("demo.inre");
  private static final Client PROGRAM = SERVER.client().withToken(LiveServer.TOKEN);

  /** A busy machine of two cores explains hundreds of rides left out. */
  private static final Duration LIMIT = Duration.ofMinutes(4);

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

  private static JsonNode plan() {
    return DISPATCHER.get(PATH + "/ride-plan").json();
  }

  private static void await(String what, BooleanSupplier holds) throws InterruptedException {
    Instant end = Instant.now().plus(LIMIT);
    while (!holds.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(end), () -> what + ": " + plan().get("search"));
      Thread.sleep(500);
    }
  }

  /** A patient lying in the hospital who goes home, somewhere around the town. */
  private static String order(Random random) {
    double latitude = 63.1 + random.nextInt(2_000) / 10_000.0;
    double longitude = 14.4 + random.nextInt(6_000) / 10_000.0;
    ObjectNode request =
        request(Duration.ofMinutes(60 + random.nextInt(480)), home(latitude, longitude));
    String id = ok(PROGRAM.send("POST", PATH + "/transports", "{\"request\":" + request + "}"));
    ok(COMMAND.send("POST", at(id, "approval"), "{}"));
    return id;
  }

  @Test
  void s01EachRideHasAVehicleOrAReason() throws Exception {
    UNITS.forEach(unit -> PlanFixture.onDuty(PROGRAM, unit));
    Set<String> ids = ConcurrentHashMap.newKeySet();
    try (var pool = Executors.newFixedThreadPool(8)) {
      for (int n = 0; n < RIDES; n++) {
        int seed = n;
        pool.execute(() -> ids.add(order(new Random(seed))));
      }
    }
    assertEquals(RIDES, ids.size());
    await("each is planned or explained", LargeDayTest::isSettled);
    assertEquals(RIDES, plan().get("rides").size());
  }

  private static boolean isSettled() {
    JsonNode plan = plan();
    List<String> codes =
        plan.get("unplanned").valueStream().map(one -> one.get("code").asString()).toList();
    assertTrue(!codes.contains("tooMany"), "all are planned at once");
    return codes.stream().noneMatch(c -> c.equals("waiting") || c.equals(Explained.LATER));
  }

  @Test
  void s02OneMoreIsAnsweredThough() throws Exception {
    ok(
        DISPATCHER.send(
            "POST",
            at(plan().get("unplanned").get(0).get("transport").asString(), "booking"),
            "{\"carrier\":\"Taxi Test\"}"));
    String id = order(new Random(RIDES));
    await("it is planned or explained", () -> plan().toString().contains(id) && isSettled());
  }
}
