package se.dirigent.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import se.dirigent.server.platform.TestDatabase;

/** What the service says when it is pressed: the true reason, the field, the remedy. */
class PressureTest {
  private static final TestDatabase DATABASE = TestDatabase.migrated(PressureTest.class);
  private static final String BASE = "/api/regions/" + LiveServer.OWN;
  private static final int BODY_SECONDS = 3;
  private static final LiveServer SERVER =
      LiveServer.start(DATABASE.url(), Map.of("dirigent.body.seconds", BODY_SECONDS));

  @AfterAll
  static void stop() {
    SERVER.stop();
    DATABASE.close();
  }

  private static Client program() {
    return SERVER.client().withToken(LiveServer.TOKEN).with("Accept-Language", "en");
  }

  private static Client administrator() {
    return SERVER.client().logIn("demo.admin", LiveServer.PASSWORD).with("Accept-Language", "en");
  }

  @Test
  void s1AListThatCannotBeSaysWhichParameterAndWhatItMayBe() {
    Client dispatcher = SERVER.client().logIn("demo.dirigent", LiveServer.PASSWORD);
    for (String limit : List.of("0", "-5", "201")) {
      refusedRange(dispatcher.get(BASE + "/incidents?limit=" + limit), limit);
    }
    Client administrator = administrator();
    for (String limit : List.of("0", "-5", "1001")) {
      refusedRange(administrator.get(BASE + "/journal?limit=" + limit), limit);
    }
    assertEquals(200, administrator.get(BASE + "/journal?limit=1").status());
  }

  private static void refusedRange(Client.Answer answer, String value) {
    assertEquals(422, answer.status(), answer::body);
    assertEquals("limit", answer.json().path("field").asString());
    assertTrue(answer.json().path("detail").asString().contains(value), answer::body);
    assertTrue(answer.json().path("remedy").asString().contains("1"), answer::body);
  }

  @Test
  void s2ANumberTooLargeForItsFieldIsNamed() {
    Client dispatcher = SERVER.client().logIn("demo.dirigent", LiveServer.PASSWORD);
    String path = BASE + "/incidents/sos:2026-11-22:000001/threat-withdrawals";
    var answer = dispatcher.send("POST", path, "{\"threat\":99999999999,\"reason\":\"fel\"}");
    assertEquals(422, answer.status(), answer::body);
    assertEquals("threat", answer.json().path("field").asString(), answer::body);
    assertTrue(answer.json().path("detail").asString().contains("99999999999"), answer::body);
  }

  @Test
  void s3APositionOutOfReachIsNotBelieved() {
    List<String> units =
        SERVER
            .bean(org.springframework.jdbc.core.simple.JdbcClient.class)
            .sql("select id from unit where region = ? order by id limit 3")
            .param(LiveServer.OWN)
            .query(String.class)
            .list();
    String here = report(units.get(0), 63.18, 14.64, 5);
    String atSea = report(units.get(1), 57.9, 19.4, 5);
    String abroad = report(units.get(2), 63.42, 10.39, 5); // S:t Olavs hospital, Trondheim
    var first = program().send("POST", BASE + "/positions", list(here, atSea, abroad));
    assertEquals(3, first.json().path("accepted").asInt(), first::body);
    assertEquals(0, first.json().path("outOfReach").size(), first::body);
    String nowhere = report(units.get(0), 0, 0, 1);
    String swapped = report(units.get(1), 14.64, 63.18, 1);
    String fresh = report(units.get(2), 63.43, 10.40, 1);
    var second = program().send("POST", BASE + "/positions", list(nowhere, swapped, fresh));
    assertEquals(200, second.status(), second::body);
    assertEquals(1, second.json().path("accepted").asInt(), second::body);
    assertEquals(2, second.json().path("outOfReach").size(), second::body);
    var standing = program().get(BASE + "/picture").json().path("positions");
    for (var p : standing) {
      assertNotEquals(0.0, p.path("position").path("lat").asDouble(), standing::toString);
    }
  }

  private static String report(String unit, double lat, double lon, int secondsAgo) {
    return "{\"unit\":\"%s\",\"position\":{\"lat\":%s,\"lon\":%s},\"at\":\"%s\"}"
        .formatted(unit, lat, lon, java.time.Instant.now().minusSeconds(secondsAgo));
  }

  private static String list(String... reports) {
    return "[" + String.join(",", reports) + "]";
  }

  @Test
  void s4AllConnectionsAtWorkIsNotADatabaseThatIsAway() throws SQLException {
    Client administrator = administrator();
    HikariDataSource pool = SERVER.bean(HikariDataSource.class);
    long wait = pool.getConnectionTimeout();
    List<Connection> taken = new ArrayList<>();
    try {
      for (int n = 0; n < pool.getMaximumPoolSize(); n++) {
        taken.add(pool.getConnection());
      }
      pool.setConnectionTimeout(500);
      var answer = program().get(BASE + "/picture");
      assertEquals(503, answer.status(), answer::body);
      assertTrue(answer.body().contains("service.busy"), answer::body);
      assertEquals("2", answer.headers().get("retry-after"));
    } finally {
      pool.setConnectionTimeout(wait);
      for (Connection connection : taken) {
        connection.close();
      }
    }
    assertEquals(200, administrator.get(BASE + "/journal?limit=1").status());
  }

  @Test
  void s5ABodyThatDripsIsRefusedInTimeAndDelaysNobody() throws IOException {
    int slow = 200;
    List<Socket> dripping = new ArrayList<>();
    try {
      for (int n = 0; n < slow; n++) {
        dripping.add(dripper());
      }
      long start = System.nanoTime();
      assertEquals(200, program().get(BASE + "/picture").status());
      long millis = (System.nanoTime() - start) / 1_000_000;
      assertTrue(millis < 3_000, () -> "another waited " + millis + " ms");
      String answered = drip(dripping.getFirst());
      assertTrue(answered.startsWith("HTTP/1.1 408"), answered);
    } finally {
      for (Socket socket : dripping) {
        socket.close();
      }
    }
  }

  private static Socket dripper() throws IOException {
    Socket socket = new Socket();
    socket.setSoTimeout(200);
    socket.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), SERVER.address().getPort()));
    String head =
        String.join(
            "\r\n",
            "PUT " + BASE + "/intake/sos/slow/1 HTTP/1.1",
            "Host: localhost",
            "Content-Type: application/json",
            "Content-Length: 60000",
            "Authorization: Bearer " + LiveServer.TOKEN,
            "",
            "{");
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** Sends a space now and then until an answer comes; at most four times the limit. */
  private static String drip(Socket socket) throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(4 * BODY_SECONDS).toNanos();
    byte[] answer = new byte[200];
    while (System.nanoTime() < end) {
      socket.getOutputStream().write(' ');
      try {
        int length = socket.getInputStream().read(answer);
        return new String(answer, 0, Math.max(0, length), StandardCharsets.UTF_8);
      } catch (java.net.SocketTimeoutException nothingYet) {
        continue;
      }
    }
    return "no answer";
  }
}
