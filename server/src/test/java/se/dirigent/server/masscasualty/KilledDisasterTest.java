package se.dirigent.server.masscasualty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.picture.StateVerifier;
import se.dirigent.server.platform.TestDatabase;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.LiveServer;
import tools.jackson.databind.JsonNode;

/**
 * The service is killed with SIGKILL while crews register casualties and hospitals are decided,
 * again and again: not one casualty is lost or doubled, also when what got no answer is sent again.
 */
class KilledDisasterTest {
  private static final int ROUNDS = 3;
  private static final int CREWS = 4;

  /** More than a crew gets done before the service is killed. */
  private static final int TAGS_MAX = 2_000;

  /** A start of the service on a busy machine of two cores. */
  private static final Duration LIMIT = Duration.ofSeconds(120);

  private static final String PATH = "/api/regions/" + LiveServer.OWN;

  /** Tags whose registration was answered. */
  private final Set<String> answered = ConcurrentHashMap.newKeySet();

  /** Tags whose destination was answered. */
  private final Set<String> sent = ConcurrentHashMap.newKeySet();

  /** Commands by tag that got no answer: they may have happened or not. */
  private final Map<String, String> unknown = new ConcurrentHashMap<>();

  private final SplittableRandom chance = new SplittableRandom(7);
  private String id = "";

  /** A service of its own process. */
  static final class Service {
    private Service() {}

    /** Starts it on a database and a port. */
    public static void main(String[] arguments) {
      LiveServer _ = LiveServer.start(arguments[0], Map.of("server.port", arguments[1]));
    }
  }

  @Test
  void s01NobodyIsLostOrDoubledWhenTheServiceIsKilled() throws Exception {
    Path log = Files.createTempFile("killed-disaster", ".log");
    try (TestDatabase database = TestDatabase.migrated(KilledDisasterTest.class)) {
      for (int round = 0; round < ROUNDS; round++) {
        int port = freePort();
        Process service = launch(database.url(), port, log.toFile());
        await(port);
        if (round == 0) {
          declare(client(port));
        }
        registerUntilKilled(port, service, round);
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

  private static Client client(int port) {
    return new Client(URI.create("http://127.0.0.1:" + port), InetAddress.ofLiteral("127.0.0.1"))
        .withToken(LiveServer.TOKEN);
  }

  private static void await(int port) throws InterruptedException {
    Instant end = Instant.now().plus(LIMIT);
    while (Instant.now().isBefore(end)) {
      try {
        if (client(port).get(PATH + "/picture").status() == 200) {
          return;
        }
      } catch (RuntimeException notYet) {
        Thread.sleep(200);
      }
    }
    throw new IllegalStateException("the service did not start");
  }

  private void declare(Client program) {
    program
        .send(
            "PUT",
            PATH + "/intake/sos/2026-11-22/000001",
            """
            {"source":"SOS_ALARM","callbackNumber":"070-174 06 05",
             "location":{"address":"E14","municipality":"Östersund",
               "position":{"lat":63.07,"lon":14.82},"quality":"ADDRESS"},
             "indexCode":"T1","description":"Tåg","priority":"1A"}
            """)
        .ok();
    String body = "{\"incident\":\"sos:2026-11-22:000001\",\"type\":\"TRAIN\",\"level\":\"STAFF\"}";
    id = program.send("POST", PATH + "/major-incidents", body).ok().get("id").asString();
  }

  private void registerUntilKilled(int port, Process service, int round)
      throws InterruptedException {
    List<Thread> crews = new ArrayList<>();
    for (int crew = 0; crew < CREWS; crew++) {
      String prefix = "R" + round + "C" + crew + "N";
      crews.add(Thread.ofPlatform().start(() -> work(client(port), prefix)));
    }
    Thread.sleep(2500 + chance.nextInt(2000));
    service.destroyForcibly();
    for (Thread crew : crews) {
      crew.join();
    }
  }

  /** Registers one after another and sends every other, until nobody answers. */
  private void work(Client program, String prefix) {
    for (int n = 0; n < TAGS_MAX; n++) {
      String tag = prefix + n;
      String command = UUID.randomUUID().toString();
      unknown.put(tag, command);
      try {
        if (register(program, tag, command) == 200) {
          answered.add(tag);
          unknown.remove(tag);
        }
        if (n % 2 == 0) {
          String path = at("/casualties/" + tag + "/destination");
          program.with("Command-Id", UUID.randomUUID().toString());
          if (program.send("POST", path, "{\"facility\":\"ostersund\"}").status() == 200) {
            sent.add(tag);
          }
        }
      } catch (RuntimeException killed) {
        return;
      }
    }
  }

  private int register(Client program, String tag, String command) {
    program.with("Command-Id", command);
    String body =
        "{\"tag\":\"" + tag + "\",\"judgement\":{\"category\":\"DELAYED\",\"reason\":\"Bruten\"}}";
    return program.send("POST", at("/casualties"), body).status();
  }

  private String at(String path) {
    return PATH + "/major-incidents/" + id + path;
  }

  private void requireWhole(String url) {
    LiveServer still = LiveServer.start(url, Map.of());
    try {
      Client program = still.client().withToken(LiveServer.TOKEN);
      unknown.forEach((tag, command) ->
          assertEquals(200, register(program, tag, command), "sent again it is done once"));
      Map<String, JsonNode> all = casualties(program);
      assertTrue(answered.size() > 20, () -> "only " + answered.size() + " were answered");
      System.out.println(
          answered.size() + " answered, " + unknown.size() + " unknown, " + sent.size() + " sent");
      assertTrue(all.keySet().containsAll(answered), "a casualty that was answered is lost");
      assertEquals(answered.size() + unknown.size(), all.size(), "nobody is there twice");
      all.forEach((tag, c) -> {
        assertEquals(1, c.get("history").size(), tag);
        assertTrue(!sent.contains(tag) || c.has("destination"), tag);
      });
      int persons = 0;
      for (JsonNode line : program.get(at("")).ok().get("tally")) {
        persons += line.get("persons").asInt();
      }
      assertEquals(all.size(), persons);
      assertEquals(
          List.of(),
          still.bean(StateVerifier.class).differences(new RegionCode(LiveServer.OWN), _ -> {}));
    } finally {
      still.stop();
    }
  }

  private Map<String, JsonNode> casualties(Client program) {
    Map<String, JsonNode> all = new HashMap<>();
    String after = "";
    for (int page = 0; page < CREWS * ROUNDS * TAGS_MAX / 1000 + 1; page++) {
      JsonNode list = program.get(at("/casualties?limit=1000" + after)).ok();
      for (JsonNode c : list.get("casualties")) {
        String tag = c.get("id").asString().split(":")[1];
        assertNull(all.put(tag, c), "twice in the list");
      }
      if (!list.has("next")) {
        return all;
      }
      after = "&after=" + list.get("next").asString();
    }
    throw new IllegalStateException("the list has no end");
  }
}
