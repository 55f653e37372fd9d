package se.dirigent.server.masscasualty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.picture.StateVerifier;
import se.dirigent.server.platform.TestDatabase;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.KillableServer;
import se.dirigent.server.web.LiveServer;
import tools.jackson.databind.JsonNode;

/**
 * The service is killed with SIGKILL while crews register casualties, give out cards twice, merge,
 * split and reopen, and hospitals are decided, again and again: not one casualty is lost or
 * doubled, also when what got no answer is sent again.
 */
class KilledDisasterTest {
  private static final int ROUNDS = 3;
  private static final int CREWS = 4;

  /** More than a crew gets done before the service is killed. */
  private static final int TAGS_MAX = 2_000;

  private static final String PATH = "/api/regions/" + LiveServer.OWN;

  /** Something told of casualties. */
  private record Told(String path, String body) {}

  /** Names of the casualties whose registration was answered. */
  private final Set<String> answered = ConcurrentHashMap.newKeySet();

  /** Tags whose destination was answered. */
  private final Set<String> sent = ConcurrentHashMap.newKeySet();

  /** What got no answer, by command: it may have happened or not. */
  private final Map<String, Told> unknown = new ConcurrentHashMap<>();

  /** Tags that became another's, less those that are their own again. */
  private final AtomicInteger hidden = new AtomicInteger();

  private final SplittableRandom chance = new SplittableRandom(7);
  private String id = "";

  @Test
  void s01NobodyIsLostOrDoubledWhenTheServiceIsKilled() throws Exception {
    Path log = Files.createTempFile("killed-disaster", ".log");
    try (TestDatabase database = TestDatabase.migrated(KilledDisasterTest.class)) {
      for (int round = 0; round < ROUNDS; round++) {
        KillableServer service = KillableServer.start(database.url(), log, Map.of());
        if (round == 0) {
          declare(service.program());
        }
        registerUntilKilled(service, round);
        assertEquals(KillableServer.KILLED, service.ended());
      }
      requireWhole(database.url());
    } finally {
      Files.deleteIfExists(log);
    }
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

  private void registerUntilKilled(KillableServer service, int round) throws InterruptedException {
    int number = round;
    List<Thread> crews = new ArrayList<>();
    for (int crew = 0; crew < CREWS; crew++) {
      String prefix = "R" + round + "C" + crew + "N";
      crews.add(Thread.ofPlatform().start(() -> work(service.program(), prefix, number)));
    }
    Thread.sleep(2500 + chance.nextInt(2000));
    service.kill();
    for (Thread crew : crews) {
      crew.join();
    }
  }

  /** Registers one after another and does more with some of them, until nobody answers. */
  private void work(Client program, String prefix, int round) {
    for (int n = 0; n < TAGS_MAX; n++) {
      try {
        String tag = prefix + n;
        tell(program, "", registration(tag, "REFUSE"));
        more(program, prefix, n, round);
      } catch (RuntimeException killed) {
        return;
      }
    }
  }

  private void more(Client program, String prefix, int n, int round) {
    String tag = prefix + n;
    String reason = "\"reason\":\"Prov\"}";
    if (n % 2 == 0) {
      tell(program, "/" + tag + "/destination", "{\"facility\":\"ostersund\"}");
    }
    switch (n % 8) {
      case 1, 5 -> tell(program, "/" + tag + "/merging", "{\"into\":\"" + prefix + (n - 1) + "\"}");
      case 2 -> tell(program, "", registration("R" + round + "D" + n, "MARK"));
      case 3 -> {
        tell(program, "/" + tag + "/settlement", "{" + reason);
        tell(program, "/" + tag + "/reopening", "{" + reason);
      }
      case 6 ->
          tell(
              program,
              "/" + prefix + (n - 2) + "/splitting",
              "{\"apart\":\"" + prefix + (n - 1) + "\"," + reason);
      default -> {}
    }
  }

  private static String registration(String tag, String whenTaken) {
    return "{\"tag\":\"%s\",\"whenTaken\":\"%s\",".formatted(tag, whenTaken)
        + "\"judgement\":{\"category\":\"DELAYED\",\"reason\":\"Bruten\"}}";
  }

  private void tell(Client program, String path, String body) {
    String command = UUID.randomUUID().toString();
    Told told = new Told(path, body);
    unknown.put(command, told);
    tell(program, command, told);
  }

  /** What is sent under the same command is done once, however often it is sent. */
  private void tell(Client program, String command, Told told) {
    program.with("Command-Id", command);
    JsonNode answer = program.send("POST", at("/casualties" + told.path()), told.body()).ok();
    if (unknown.remove(command) == null) {
      return;
    }
    String name = answer.get("id").asString().split(":")[1];
    if (told.path().isEmpty()) {
      answered.add(name);
    } else if (told.path().endsWith("/destination")) {
      sent.add(name);
    } else if (told.path().endsWith("/merging")) {
      hidden.incrementAndGet();
    } else if (told.path().endsWith("/splitting")) {
      hidden.decrementAndGet();
    }
  }

  private String at(String path) {
    return PATH + "/major-incidents/" + id + path;
  }

  private void requireWhole(String url) {
    LiveServer still = LiveServer.start(url, Map.of());
    try {
      Client program = still.client().withToken(LiveServer.TOKEN);
      int open = unknown.size();
      Map.copyOf(unknown).forEach((command, told) -> tell(program, command, told));
      Map<String, JsonNode> all = casualties(program);
      assertTrue(answered.size() > 20, () -> "only " + answered.size() + " were answered");
      System.out.println(
          answered.size() + " answered, " + open + " unknown, " + sent.size() + " sent");
      assertEquals(new TreeSet<>(answered), new TreeSet<>(all.keySet()), "nobody lost or doubled");
      int said = 0;
      for (JsonNode c : all.values()) {
        said += c.has("mergedInto") ? 0 : c.get("history").size();
      }
      assertEquals(all.size(), said, "what was said of each is said once");
      sent.forEach(tag -> assertTrue(Objects.requireNonNull(all.get(tag)).has("destination"), tag));
      int persons = 0;
      for (JsonNode line : program.get(at("")).ok().get("tally")) {
        persons += line.get("persons").asInt();
      }
      assertEquals(all.size() - hidden.get(), persons);
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
