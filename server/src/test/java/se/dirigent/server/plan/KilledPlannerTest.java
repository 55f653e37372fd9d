package se.dirigent.server.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.picture.StateVerifier;
import se.dirigent.server.platform.TestDatabase;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.KillableServer;
import se.dirigent.server.web.LiveServer;
import tools.jackson.databind.JsonNode;

/**
 * The service is killed with SIGKILL while it plans, again and again: no order that was answered is
 * lost, and the plan that stands is the one last committed.
 */
class KilledPlannerTest {
  private static final int ROUNDS = 4;
  private static final int ORDERS = 12;

  private final Map<String, Boolean> answered = new HashMap<>();
  private final SplittableRandom chance = new SplittableRandom(5);

  @Test
  void s01NothingIsLostWhenTheServiceIsKilledWhilePlanning() throws Exception {
    Path log = Files.createTempFile("killed-planner", ".log");
    try (TestDatabase database = TestDatabase.migrated(KilledPlannerTest.class)) {
      for (int round = 0; round < ROUNDS; round++) {
        KillableServer service =
            KillableServer.start(database.url(), log, Map.of("dirigent.plan.every", "PT0.05S"));
        orderUntilKilled(service, round);
        assertEquals(KillableServer.KILLED, service.ended());
      }
      requireWhole(database.url());
    } finally {
      Files.deleteIfExists(log);
    }
  }

  private void orderUntilKilled(KillableServer service, int round) throws InterruptedException {
    Client program = service.program();
    if (round == 0) {
      PlanFixture.UNITS.forEach(unit -> PlanFixture.onDuty(program, unit));
    }
    Client command = service.client().logIn("demo.inre", LiveServer.PASSWORD);
    Thread killer =
        Thread.ofPlatform()
            .start(() -> {
              try {
                Thread.sleep(1500 + chance.nextInt(1500));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              service.kill();
            });
    try {
      for (int k = 0; k < ORDERS; k++) {
        String to = PlanFixture.home(63.18 + 0.01 * k, 14.66);
        Duration ready = Duration.ofMinutes(60 + 10L * k);
        String body = "{\"request\":" + PlanFixture.request(ready, to) + "}";
        Client.Answer answer = program.send("POST", PlanFixture.PATH + "/transports", body);
        if (answer.status() == 200) {
          String id = answer.json().get("id").asString();
          answered.put(id, false);
          String path = PlanFixture.at(id, "approval");
          answered.put(id, command.send("POST", path, "{}").status() == 200);
        }
      }
    } catch (RuntimeException killed) {
      // What was not answered may have happened or not.
    }
    killer.join();
  }

  private void requireWhole(String url) throws InterruptedException {
    LiveServer still = LiveServer.start(url, Map.of("dirigent.plan.every", "PT0S"));
    Map<String, JsonNode> before;
    try {
      List<String> differences =
          still.bean(StateVerifier.class).differences(new RegionCode(LiveServer.OWN), _ -> {});
      assertEquals(List.of(), differences, "the plan that stands is the one the journal tells");
      before = orders(still);
      assertTrue(answered.size() >= ROUNDS, () -> "only " + answered.size() + " were answered");
      assertTrue(
          before.keySet().containsAll(answered.keySet()), "an order that was answered is lost");
      answered.forEach((id, approved) -> {
        String ride = Objects.requireNonNull(before.get(id)).get("ride").asString();
        assertTrue(!approved || !ride.equals("ORDERED"), id + " was approved and is " + ride);
      });
      List<String> planned = new ArrayList<>();
      before.forEach((id, t) -> planned.add(t.path("planned").path("unit").asString("")));
      assertTrue(planned.stream().anyMatch(unit -> !unit.isEmpty()), "nothing was ever planned");
    } finally {
      still.stop();
    }
    LiveServer again = LiveServer.start(url, Map.of("dirigent.plan.every", "PT0.2S"));
    try {
      Instant end = Instant.now().plus(KillableServer.START_MAX);
      while (waits(again)) {
        assertTrue(Instant.now().isBefore(end), "after the kills the plan does not go on");
        Thread.sleep(200);
      }
    } finally {
      again.stop();
    }
  }

  /** Whether any order is still without both a vehicle and a reason. */
  private static boolean waits(LiveServer server) {
    Client program = server.client().withToken(LiveServer.TOKEN);
    JsonNode plan = program.get(PlanFixture.PATH + "/ride-plan").json();
    for (JsonNode one : plan.get("unplanned")) {
      if (one.get("code").asString().equals("waiting")) {
        return true;
      }
    }
    return plan.get("search").get("rounds").asLong() == 0;
  }

  private static Map<String, JsonNode> orders(LiveServer server) {
    Map<String, JsonNode> orders = new HashMap<>();
    Client program = server.client().withToken(LiveServer.TOKEN);
    JsonNode list = program.get(PlanFixture.PATH + "/transports?limit=500").json();
    list.get("transports").forEach(t -> orders.put(t.get("id").asString(), t));
    return orders;
  }
}
