package se.dirigent.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import se.dirigent.server.identity.RealTime;
import se.dirigent.server.platform.SteadyClock;
import se.dirigent.server.platform.TestDatabase;
import tools.jackson.databind.JsonNode;

/** The machine's clock jumps an hour while the service works: nobody is stopped by it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClockJumpTest {
  private static final String BASE = "/api/regions/" + LiveServer.OWN;
  private static final TestDatabase DATABASE = TestDatabase.migrated(ClockJumpTest.class);
  private static final LiveServer SERVER =
      LiveServer.start(DATABASE.url(), Map.of(), JumpingMachine.class);
  private static final Client PROGRAM = SERVER.client().withToken(LiveServer.TOKEN);
  private static final Client ADMINISTRATOR =
      SERVER.client().logIn("demo.admin", LiveServer.PASSWORD);

  /** The real clock of the service on a machine whose clock is ours to set. */
  @Configuration(proxyBeanMethods = false)
  static class JumpingMachine {
    private static volatile Duration jump = Duration.ZERO;

    static InstantSource machine() {
      return () -> Instant.now().plus(jump);
    }

    @Bean
    @Primary
    SteadyClock steadyClock() {
      return new SteadyClock(machine(), System::nanoTime);
    }

    @Bean
    @Primary
    RealTime jumpingTime(SteadyClock clock) {
      return new RealTime(clock);
    }
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
    DATABASE.close();
  }

  private static JsonNode ok(Client.Answer answer) {
    assertEquals(200, answer.status(), answer::body);
    return answer.json();
  }

  private static String intake(int n) {
    String body =
        """
        {"source":"SOS_ALARM",
         "location":{"address":"Torget","municipality":"","quality":"UNKNOWN"},
         "description":"Prov","priority":"1A"}
        """;
    return ok(PROGRAM.send("PUT", BASE + "/intake/sos/clock/" + n, body)).path("id").asString();
  }

  private static void pass(String assignment, String milestone) {
    String path = BASE + "/assignments/" + assignment + "/milestones";
    ok(PROGRAM.send("POST", path, "{\"milestone\":\"" + milestone + "\"}"));
  }

  private static String assigned(int n) {
    String unit =
        ok(PROGRAM.get(BASE + "/picture"))
            .path("units")
            .valueStream()
            .filter(one -> !one.path("special").asBoolean())
            .skip(n)
            .findFirst()
            .orElseThrow()
            .path("id")
            .asString();
    Instant now = SERVER.bean(SteadyClock.class).instant();
    String shift =
        "{\"start\":\"%s\",\"end\":\"%s\",\"crew\":[]}"
            .formatted(now.minusSeconds(60), now.plus(Duration.ofHours(8)));
    ok(PROGRAM.send("POST", BASE + "/units/" + unit + "/shift", shift));
    String path = BASE + "/incidents/" + intake(n) + "/assignments";
    return ok(PROGRAM.send("POST", path, "{\"units\":[\"" + unit + "\"]}")).path("id").asString();
  }

  /** Entries in the order of their numbers, whose times never go back. */
  private static void assertInOrder() {
    Instant last = Instant.MIN;
    long seq = 0;
    for (JsonNode entry : ok(ADMINISTRATOR.get(BASE + "/journal?limit=1000"))) {
      Instant at = Instant.parse(entry.path("at").asString());
      assertFalse(at.isBefore(last), () -> "before its forerunner: " + entry);
      assertEquals(++seq, entry.path("seq").asLong());
      last = at;
    }
    assertTrue(seq > 0);
  }

  @Test
  @Order(1)
  void anHourBackStopsNoCrewAndNoSession() {
    String assignment = assigned(0);
    pass(assignment, "ACKNOWLEDGED");
    JumpingMachine.jump = Duration.ofHours(-1);
    pass(assignment, "ROLLING");
    pass(assigned(1), "ACKNOWLEDGED");
    pass(assignment, "AT_PATIENT");
    assertInOrder();
    ok(SERVER.client().logIn("demo.dirigent", LiveServer.PASSWORD).get("/api/session"));
    String clock = ok(PROGRAM.get("/health")).path("parts").path("clock").asString();
    assertTrue(clock.contains("ahead"), clock);
  }

  @Test
  @Order(2)
  void deadlinesGoOnLapsingMeanwhile() throws InterruptedException {
    JumpingMachine.jump = Duration.ofHours(-1);
    Instant before = SERVER.bean(SteadyClock.class).instant();
    Thread.sleep(1_000);
    Duration passed = Duration.between(before, SERVER.bean(SteadyClock.class).instant());
    assertTrue(passed.toMillis() >= 850, passed::toString);
  }

  @Test
  @Order(3)
  void anHourForwardLapsesWhatIsDueAndLosesNothing() throws InterruptedException {
    String late = assigned(2);
    JumpingMachine.jump = Duration.ofHours(1);
    JsonNode lapses = null;
    for (int tries = 0; tries < 100 && (lapses == null || lapses.isEmpty()); tries++) {
      Thread.sleep(100);
      for (JsonNode a : ok(PROGRAM.get(BASE + "/picture")).path("assignments")) {
        lapses = a.path("id").asString().equals(late) ? a.path("lapses") : lapses;
      }
    }
    assertTrue(lapses != null && !lapses.isEmpty(), "the acknowledgement's deadline did not lapse");
    pass(late, "ACKNOWLEDGED");
    ok(ADMINISTRATOR.get("/api/session"));
    assertInOrder();
    var line = ok(PROGRAM.get(BASE + "/picture"));
    assertTrue(Instant.parse(line.path("now").asString()).isAfter(Instant.now().plusSeconds(3000)));
  }
}
