package se.dirigent.server.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
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
import se.dirigent.server.web.LiveServer;
import tools.jackson.databind.JsonNode;

/**
 * The service is killed with SIGKILL while it plans, again and again: no order that was answered is
 * lost, and the plan that stands is the one last committed.
 */
class KilledPlannerTest {
  private static final int ROUNDS = 4;
  private static final int ORDERS = 12;

  /** A start of the service on a busy machine of two cores. */
  private static final Duration LIMIT = Duration.ofSeconds(120);

  private final Map<String, Boolean> answered = new HashMap<>();
  private final SplittableRandom chance = new SplittableRandom(5);

  /** A service of its own process. */
  static final class Service {
    private Service() {}

    /** Starts it on a database and a port. */
    public static void main(String[] arguments) {
      LiveServer _ =
          LiveServer.start(
              arguments[0], Map.of("server.port", arguments[1], "dirigent.plan.every", "PT0.05S"));
    }
  }

  @Test
  void s01NothingIsLostWhenTheServiceIsKilledWhilePlanning() throws Exception {
    Path log = Files.createTempFile("killed-planner", ".log");
    try (TestDatabase database = TestDatabase.migrated(KilledPlannerTest.class)) {
      for (int round = 0; round < ROUNDS; round++) {
        int port = freePort();
        Process service = launch(database.url(), port, log.toFile());
        Client program = await(port);
        orderUntilKilled(program, port, service, round);
        assertEquals(137, service.waitFor(), "killed, as a power cut would");
      }
      requireWhole(database.url());
    } finally {
      Files.deleteIfExists(log);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Process launch(String url, int port, File log) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx400m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Service.class.getName(),
            url,
            "" + port)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
        .start();
  }

  private static Client await(int port) throws InterruptedException {
    Client client =
        new Client(URI.create("http://127.0.0.1:" + port), InetAddress.ofLiteral("127.0.0.1"))
            .withToken(LiveServer.TOKEN);
    Instant end = Instant.now().plus(LIMIT);
    while (Instant.now().isBefore(end)) {
      try {
        if (client.get(PlanFixture.PATH + "/picture").status() == 200) {
          return client;
        }
      } catch (RuntimeException notYet) {
        Thread.sleep(200);
      }
    }
    throw new IllegalStateException("the service did not start");
  }

  private void orderUntilKilled(Client program, int port, Process service, int round)
      throws InterruptedException {
    if (round == 0) {
      PlanFixture.UNITS.forEach(unit -> PlanFixture.onDuty(program, unit));
    }
    Client command =
        new Client(URI.create("http://127.0.0.1:" + port), InetAddress.ofLiteral("127.0.0.1"))
            .logIn("demo.inre", LiveServer.PASSWORD);
    Thread killer =
        Thread.ofPlatform()
            .start(() -> {
              try {
                Thread.sleep(1500 + chance.nextInt(1500));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              service.destroyForcibly();
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
      Instant end = Instant.now().plus(LIMIT);
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
