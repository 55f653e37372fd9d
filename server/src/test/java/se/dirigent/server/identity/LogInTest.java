package se.dirigent.server.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.account.Account;
import se.dirigent.server.identity.account.Accounts;
import se.dirigent.server.identity.account.FirstAdministrator;
import se.dirigent.server.identity.account.IntegrationTokens;
import se.dirigent.server.identity.account.Passwords;
import se.dirigent.server.identity.account.Sessions;
import se.dirigent.server.platform.TestDatabase;
import se.dirigent.server.platform.problem.Language;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.LiveServer;

/** Logging in, staying logged in, and being turned away, over HTTP. */
class LogInTest {
  private static final TestDatabase DATABASE = TestDatabase.migrated(LogInTest.class);
  private static final String PASSWORD = "four-words-for-a-test";
  private static LiveServer server = LiveServer.start(DATABASE.url(), Map.of());

  @AfterAll
  static void stop() {
    server.stop();
    DATABASE.close();
  }

  @Test
  void t1_logsInAndOut() {
    Client client = server.client();
    assertEquals(401, client.get("/api/session").status());
    client.logIn("demo.dirigent", LiveServer.PASSWORD);
    var session = client.get("/api/session").json();
    assertEquals("demo.dirigent", session.get("username").asString());
    assertEquals(LiveServer.OWN, session.get("region").asString());
    assertEquals(204, client.send("DELETE", "/api/session", null).status());
    assertEquals(401, client.get("/api/session").status());
    List<String> events = events("demo.dirigent");
    assertTrue(events.containsAll(List.of("LOGGED_IN", "LOGGED_OUT")), events::toString);
  }

  @Test
  void t2_cookieIsNotForScriptsNorForOtherSites() {
    Client client = server.client();
    var answer = client.send("POST", "/api/session", credentials("demo.inre", LiveServer.PASSWORD));
    String cookie = String.valueOf(answer.headers().get("set-cookie"));
    cookie = cookie.substring(cookie.indexOf("SESSION="));
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
  }

  @Test
  void t3_aNewLogInIsANewSession() {
    Client client = server.client().logIn("demo.inre", LiveServer.PASSWORD);
    String first = client.cookie("SESSION").orElseThrow().getValue();
    client.logIn("demo.dirigent", LiveServer.PASSWORD);
    assertNotEquals(first, client.cookie("SESSION").orElseThrow().getValue());
    Client thief = server.client().with("Cookie", "SESSION=" + first);
    assertEquals(401, thief.get("/api/session").status());
  }

  @Test
  void t4_aChangeWithoutThePagesTokenIsRefused() {
    Client client = server.client().logIn("demo.dirigent", LiveServer.PASSWORD);
    client.with("X-XSRF-TOKEN", null);
    var answer = client.send("DELETE", "/api/session", null);
    assertEquals(403, answer.status());
    assertTrue(answer.body().contains("access.csrf"));
    assertEquals(200, client.get("/api/session").status());
  }

  @Test
  void t4b_thePagesTokenIsNewAtEachLogInAndLogOut() {
    Client client = server.client();
    assertEquals(401, client.get("/api/session").status());
    String before = client.cookie("XSRF-TOKEN").orElseThrow().getValue();
    client.logIn("demo.dirigent", LiveServer.PASSWORD);
    String inside = client.cookie("XSRF-TOKEN").orElseThrow().getValue();
    assertNotEquals(before, inside, "a token planted before the log-in");
    assertEquals(inside, client.get("/api/session").json().get("csrf").asString());
    assertEquals(204, client.send("DELETE", "/api/session", null).status());
    String after = client.cookie("XSRF-TOKEN").orElseThrow().getValue();
    assertNotEquals(inside, after, "a token seen while logged in");
    // A window left open is told to log in, not that it lacks a token.
    client.with("X-XSRF-TOKEN", after);
    String path = "/api/regions/" + LiveServer.OWN + "/incidents";
    assertEquals(401, client.send("POST", path, "{}").status());
  }

  @Test
  void t5_sameAnswerForWrongPasswordAndNoSuchUser() {
    Client client = server.client();
    var wrong = client.send("POST", "/api/session", credentials("demo.planerare", "wrong"));
    var nobody = client.send("POST", "/api/session", credentials("nobody.at-all", "wrong"));
    assertEquals(401, wrong.status());
    assertEquals(wrong.body(), nobody.body());
    assertTrue(events("nobody.at-all").contains("LOG_IN_FAILED"));
  }

  @Test
  void t6_anUnknownUserTakesAsLong() {
    Passwords passwords = server.bean(Passwords.class);
    long known = median(() -> passwords.matches("demo.planerare", "wrong"));
    long unknown = median(() -> passwords.matches("nobody.at-all", "wrong"));
    // Both compute one Argon2id; without it the unknown would take a hundredth.
    assertTrue(unknown * 4 > known, () -> known + " ns against " + unknown + " ns");
  }

  @Test
  void t7_tooManyAttemptsAreTurnedAway() {
    Client client = server.client();
    int limited = 0;
    for (int i = 0; i < 14; i++) {
      var answer = client.send("POST", "/api/session", credentials("guessed.user", "wrong" + i));
      if (answer.status() == 429) {
        limited++;
        assertTrue(Integer.parseInt(String.valueOf(answer.headers().get("retry-after"))) > 0);
      }
    }
    assertTrue(limited >= 3, "limited " + limited);
    assertEquals(1, events("guessed.user").stream().filter("LOG_IN_LIMITED"::equals).count());
  }

  @Test
  void t8_aSessionLivesThroughARestart() {
    Client client = server.client().logIn("demo.vantrum", LiveServer.PASSWORD);
    String cookie = client.cookie("SESSION").orElseThrow().getValue();
    server.stop();
    server = LiveServer.start(DATABASE.url(), Map.of());
    Client again = server.client().with("Cookie", "SESSION=" + cookie);
    assertEquals(200, again.get("/api/session").status());
  }

  @Test
  void t9_changedRolesAndClosedAccountsTakeEffectAtOnce() {
    save("test.changing", Role.ADMINISTRATOR, true);
    server.bean(Passwords.class).choose("test.changing", PASSWORD);
    Client client = server.client().logIn("test.changing", PASSWORD);
    assertEquals(200, client.get("/api/users").status());
    save("test.changing", Role.PLANNER, true);
    server.bean(Sessions.class).refresh();
    assertEquals(403, client.get("/api/users").status());
    save("test.changing", Role.ADMINISTRATOR, false);
    server.bean(Sessions.class).refresh();
    assertEquals(401, client.get("/api/users").status());
  }

  @Test
  void t10_aRevokedTokenStopsAtOnce() {
    save("test.program", Role.INTEGRATION, true);
    IntegrationTokens tokens = server.bean(IntegrationTokens.class);
    Client client = server.client().withToken(tokens.create("test.program", "one", "test"));
    assertEquals(403, client.get("/api/users").status());
    assertEquals(1, tokens.revoke("test.program", "one"));
    assertEquals(401, client.get("/api/users").status());
  }

  @Test
  void t11_aOneTimePasswordMustBeChangedFirst() {
    save("test.new", Role.ADMINISTRATOR, true);
    Client admin = server.client().logIn("demo.admin", LiveServer.PASSWORD);
    String once =
        admin
            .send("POST", "/api/users/test.new/one-time-password", null)
            .json()
            .get("password")
            .asString();
    Client client = server.client().logIn("test.new", once);
    assertTrue(client.get("/api/session").json().get("passwordExpired").asBoolean());
    assertEquals(401, client.get("/api/users").status());
    assertEquals(422, change(client, "not it", PASSWORD));
    assertEquals(422, change(client, once, "short"));
    assertEquals(422, change(client, once, once));
    assertEquals(204, change(client, once, PASSWORD));
    assertEquals(200, client.get("/api/users").status());
  }

  @Test
  void t12_anAdministratorHandlesTheRegionsOwnUsersOnly() {
    Client admin = server.client().logIn("demo.admin", LiveServer.PASSWORD);
    assertEquals(200, admin.send("PUT", "/api/users/test.made", user(LiveServer.OWN)).status());
    assertEquals(403, admin.send("PUT", "/api/users/test.other", user(LiveServer.OTHER)).status());
    String national = user("x").replace(",\"region\":\"x\"", "");
    assertEquals(403, admin.send("PUT", "/api/users/test.national", national).status());
    assertEquals(
        403, admin.send("PUT", "/api/users/demo.nationell", user(LiveServer.OWN)).status());
    String self = user(LiveServer.OWN);
    assertEquals(409, admin.send("PUT", "/api/users/demo.admin", self).status());
  }

  @Test
  void t13_withoutTheDemoItsUsersAreTurnedOff() {
    server.stop();
    server = LiveServer.start(DATABASE.url(), Map.of("dirigent.demo", false));
    try {
      Client client = server.client();
      assertEquals(404, client.get("/api/demo-users").status());
      String demo = credentials("demo.dirigent", LiveServer.PASSWORD);
      assertEquals(401, client.send("POST", "/api/session", demo).status());
      assertEquals(401, client.withToken(LiveServer.TOKEN).get("/api/users").status());
      assertFalse(server.bean(Accounts.class).find("demo.dirigent").orElseThrow().active());
    } finally {
      server.stop();
      server = LiveServer.start(DATABASE.url(), Map.of());
    }
  }

  @Test
  void t14_theAbsoluteLifetimeEndsASession() {
    server.stop();
    server = LiveServer.start(DATABASE.url(), Map.of("dirigent.session.absolute", "0s"));
    try {
      Client client = server.client().logIn("demo.dirigent", LiveServer.PASSWORD);
      assertEquals(401, client.get("/api/session").status());
    } finally {
      server.stop();
      server = LiveServer.start(DATABASE.url(), Map.of());
    }
  }

  @Test
  void t15_theFirstAdministratorIsMadeOnce() {
    try (TestDatabase empty = TestDatabase.migrated(LogInTest.class)) {
      LiveServer fresh = LiveServer.start(empty.url(), Map.of("dirigent.demo", false));
      try {
        var maker = fresh.bean(FirstAdministrator.class);
        String once = maker.createFirstAdministrator("Chief", "Testperson Ett", "Testenhet");
        fresh.client().logIn("chief", once);
        var refused =
            org.junit.jupiter.api.Assertions.assertThrows(
                se.dirigent.core.Refused.class,
                () -> maker.createFirstAdministrator("second", "Testperson Två", "Testenhet"));
        assertEquals("administrator.exists", refused.code());
      } finally {
        fresh.stop();
      }
    }
  }

  @Test
  void t16_nobodyCanLockAnotherOut() {
    server.client().logIn("demo.vantrum", LiveServer.PASSWORD);
    for (int attacker = 2; attacker <= 4; attacker++) {
      Client guessing = server.client("127.0.0." + attacker);
      int last = 0;
      for (int i = 0; i < 14 && last != 429; i++) {
        last = logIn(guessing, "demo.vantrum", "wrong" + i);
      }
      assertEquals(429, last, "attacker " + attacker);
      // Not even with the right password: a guess must not be told from the rest.
      assertEquals(429, logIn(guessing, "demo.vantrum", LiveServer.PASSWORD));
    }
    // Where the user has been before, and slower where nobody has seen the user.
    assertEquals(200, logIn(server.client(), "demo.vantrum", LiveServer.PASSWORD));
    assertEquals(200, logIn(server.client("127.0.0.9"), "demo.vantrum", LiveServer.PASSWORD));
  }

  @Test
  void t17_aNewPasswordEndsEveryOtherSession() {
    save("test.robbed", Role.ADMINISTRATOR, true);
    server.bean(Passwords.class).choose("test.robbed", PASSWORD);
    Client owner = server.client().logIn("test.robbed", PASSWORD);
    Client thief = server.client().logIn("test.robbed", PASSWORD);
    assertEquals(204, change(owner, PASSWORD, PASSWORD + "-two"));
    assertEquals(200, owner.get("/api/users").status());
    assertEquals(401, thief.get("/api/session").status());
    Client admin = server.client().logIn("demo.admin", LiveServer.PASSWORD);
    assertEquals(
        200, admin.send("POST", "/api/users/test.robbed/one-time-password", null).status());
    assertEquals(401, owner.get("/api/session").status());
  }

  @Test
  void t18_hashingLeavesTheCarriersToTheDispatchers() throws InterruptedException {
    Passwords passwords = server.bean(Passwords.class);
    Thread asking =
        Thread.ofVirtual()
            .start(() -> {
              for (int i = 0; i < 10; i++) {
                passwords.matches("demo.planerare", "wrong");
              }
            });
    int running = 0;
    int waiting = 0;
    while (asking.isAlive()) {
      if (asking.getState() == Thread.State.RUNNABLE) {
        running++;
      } else {
        waiting++;
      }
      Thread.sleep(1);
    }
    // A virtual thread that computes keeps its carrier, of which there is one for each core.
    assertTrue(waiting > running, running + " looks at it found it computing, " + waiting + " not");
  }

  @Test
  void t19_behindAProxyEachHasAnAddressOfItsOwn() {
    Client guessing = server.client().with("X-Forwarded-For", "192.0.2.1");
    int last = 0;
    for (int i = 0; i < 14 && last != 429; i++) {
      last = logIn(guessing, "demo.nationell", "wrong" + i);
    }
    assertEquals(429, last);
    Client user = server.client().with("X-Forwarded-For", "192.0.2.2");
    assertEquals(200, logIn(user, "demo.nationell", LiveServer.PASSWORD));
  }

  private static int logIn(Client client, String username, String password) {
    return client.send("POST", "/api/session", credentials(username, password)).status();
  }

  private static int change(Client client, String current, String password) {
    String body = "{\"current\":\"" + current + "\",\"password\":\"" + password + "\"}";
    return client.send("PUT", "/api/session/password", body).status();
  }

  private static String user(String region) {
    return "{\"displayName\":\"Testperson Tre\",\"careUnit\":\"Testenhet\",\"language\":\"sv\","
        + "\"active\":true,\"grants\":[{\"role\":\"PLANNER\",\"region\":\""
        + region
        + "\"}]}";
  }

  private static String credentials(String username, String password) {
    return "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}";
  }

  private static void save(String username, Role role, boolean active) {
    var grants = Set.of(new Grant(role, new RegionCode(LiveServer.OWN)));
    var account =
        new Account(username, "Testperson", "Testenhet", Language.SV, null, active, false, grants);
    server.bean(Accounts.class).save(account, "test");
  }

  private static List<String> events(String username) {
    return server
        .bean(JdbcClient.class)
        .sql("select event from identity_audit where username = ? order by id")
        .param(username)
        .query(String.class)
        .list();
  }

  private static long median(Runnable work) {
    long[] times = new long[9];
    for (int i = 0; i < times.length; i++) {
      long start = System.nanoTime();
      work.run();
      times[i] = System.nanoTime() - start;
    }
    Arrays.sort(times);
    return Math.max(1, Duration.ofNanos(times[times.length / 2]).toNanos());
  }
}
