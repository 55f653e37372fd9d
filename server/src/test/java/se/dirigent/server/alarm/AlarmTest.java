package se.dirigent.server.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.dirigent.core.fleet.Standby;
import se.dirigent.core.fleet.UnitCommand.OrderStandby;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.geo.Position;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.fleet.FleetService;
import se.dirigent.server.journal.JournalVerifier;
import se.dirigent.server.picture.StateVerifier;
import se.dirigent.server.platform.TestDatabase;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.Client.Answer;
import se.dirigent.server.web.LiveServer;
import tools.jackson.databind.JsonNode;

/** Alarms over HTTP: with their cause, by persons, in the picture, and whole in the journal. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AlarmTest {
  private static final TestDatabase DATABASE = TestDatabase.migrated(AlarmTest.class);
  private static final LiveServer SERVER = LiveServer.start(DATABASE.url(), Map.of());
  private static final String REGION = "/api/regions/" + LiveServer.OWN;
  private static final String INCIDENT = "sos:2026-11-22:000001";
  private static final String DOWNGRADE = "DOWNGRADE_WAITING:" + INCIDENT;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Client driver = SERVER.client().withToken(LiveServer.TOKEN);
  private final Client dispatcher = SERVER.client().logIn("demo.dirigent", LiveServer.PASSWORD);
  private final Client nurse = SERVER.client().logIn("demo.vantrum", LiveServer.PASSWORD);

  @AfterAll
  static void stop() {
    SERVER.stop();
    DATABASE.close();
  }

  private static Answer alarms(Client client, String what, String body) {
    return client.send("POST", REGION + "/alarms/" + what, body);
  }

  private static String named(String alarm) {
    return "{\"alarms\":[\"" + alarm + "\"]}";
  }

  private void intake(String number, String priority) {
    String body =
        """
        {"source":"SOS_ALARM","callbackNumber":"0701740605",
         "location":{"address":"Storgatan 1","municipality":"Östersund",
           "position":{"lat":63.179,"lon":14.636},"quality":"ADDRESS"},
         "indexCode":"D1","description":"Bröstsmärta","priority":"%s"}
        """
            .formatted(priority);
    driver.send("PUT", REGION + "/intake/sos/2026-11-22/" + number, body).ok();
  }

  private List<JsonNode> standing() {
    return dispatcher.get(REGION + "/picture").ok().get("alarms").valueStream().toList();
  }

  /** Waits until the alarms that stand are as told; the clock looks once a second. */
  private List<JsonNode> await(Predicate<List<JsonNode>> told) throws InterruptedException {
    Instant until = Instant.now().plus(PATIENCE);
    List<JsonNode> now = standing();
    while (!told.test(now) && Instant.now().isBefore(until)) {
      Thread.sleep(200);
      now = standing();
    }
    assertTrue(told.test(now), now.toString());
    return now;
  }

  @Test
  @Order(1)
  void s01AnAlarmComesWithItsCauseInOneCommand() throws InterruptedException {
    intake("000001", "2A");
    String body = "{\"priority\":\"3A\",\"reason\":\"mår bättre\"}";
    long seq =
        dispatcher
            .send("POST", REGION + "/incidents/" + INCIDENT + "/priority", body)
            .ok()
            .get("seq")
            .asLong();
    JsonNode entries = dispatcher.get(REGION + "/incidents/" + INCIDENT).ok().get("entries");
    JsonNode last = entries.get(entries.size() - 1);
    assertEquals("AlarmRaised", last.get("type").asString());
    assertEquals(seq, last.get("seq").asLong(), "the same answer covers both");
    assertEquals(
        entries.get(entries.size() - 2).get("command"), last.get("command"), "the same command");
    JsonNode alarm = await(list -> list.size() == 1).getFirst();
    assertEquals(DOWNGRADE, alarm.get("id").asString());
    assertEquals("INFORM", alarm.get("tone").asString());
    assertEquals("WAITING_ROOM_NURSE", alarm.get("desk").asString());
    assertEquals("DOWNGRADE_WAITING", alarm.get("kind").asString());
  }

  @Test
  @Order(2)
  void s02PersonsTakeHandOnAndAcknowledge() throws InterruptedException {
    alarms(dispatcher, "takings", named(DOWNGRADE)).ok();
    await(list -> list.getFirst().path("owner").asString("").equals("demo.dirigent"));
    String hand = "{\"alarms\":[\"" + DOWNGRADE + "\"],\"desk\":\"INNER_COMMAND\"}";
    alarms(dispatcher, "handings", hand).ok();
    await(list -> list.getFirst().get("desk").asString().equals("INNER_COMMAND"));
    JsonNode first = alarms(nurse, "acknowledgements", named(DOWNGRADE)).ok();
    await(list -> list.getFirst().path("acknowledgedBy").asString("").equals("demo.vantrum"));
    JsonNode again = alarms(nurse, "acknowledgements", named(DOWNGRADE)).ok();
    assertEquals(first.get("id"), again.get("id"), "seen is seen");
  }

  @Test
  @Order(3)
  void s03ItEndsWithItsCauseAndIsThenOver() throws InterruptedException {
    nurse.send("POST", REGION + "/incidents/" + INCIDENT + "/downgrade-confirmation", "{}").ok();
    await(List::isEmpty);
    alarms(dispatcher, "takings", named(DOWNGRADE)).refused(409, "alarm.ended");
  }

  @Test
  @Order(4)
  void s04WordsForAClosedCaseAreReadAndOver() throws InterruptedException {
    String closing = "{\"outcome\":\"REFERRED\",\"text\":\"vårdcentral\"}";
    nurse.send("POST", REGION + "/incidents/" + INCIDENT + "/closing", closing).ok();
    String updates = REGION + "/intake/sos/2026-11-22/000001/updates";
    driver.send("POST", updates, "{\"priority\":\"1A\"}").refused(409, "incident.closed");
    driver.send("POST", updates, "{\"text\":\"Hon ringer igen\"}").ok();
    assertEquals(
        "LATE_TEXT:" + INCIDENT, await(list -> list.size() == 1).getFirst().get("id").asString());
    alarms(dispatcher, "acknowledgements", named("LATE_TEXT:" + INCIDENT)).ok();
    await(List::isEmpty);
  }

  @Test
  @Order(5)
  void s05ASilentUnitUnderWay() throws InterruptedException {
    intake("000002", "2A");
    String unit =
        SERVER
            .client()
            .logIn("demo.besattning", LiveServer.PASSWORD)
            .get("/api/session")
            .json()
            .get("unit")
            .asString();
    Instant now = Instant.now();
    dispatcher.send("POST", REGION + "/units/" + unit + "/shift", shift(now)).ok();
    driver.send("POST", REGION + "/positions", position(unit, now.minusSeconds(600))).ok();
    String assign = REGION + "/incidents/sos:2026-11-22:000002/assignments";
    dispatcher.send("POST", assign, "{\"units\":[\"" + unit + "\"]}").ok();
    String milestones = REGION + "/assignments/sos:2026-11-22:000002:1/milestones";
    driver.send("POST", milestones, "{\"milestone\":\"ROLLING\"}").ok();
    JsonNode alarm = await(list -> list.size() == 1).getFirst();
    assertEquals("OLD_POSITION:sos:2026-11-22:000002:1", alarm.get("id").asString());
    assertEquals(unit, alarm.get("unit").asString());
    driver.send("POST", REGION + "/positions", position(unit, Instant.now())).ok();
    await(List::isEmpty);
  }

  private static String shift(Instant now) {
    return """
    {"start":"%s","end":"%s","crew":[{"role":"Sjuksköterska","competence":"NURSE"}]}
    """
        .formatted(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(8)));
  }

  private static String position(String unit, Instant at) {
    return """
    [{"unit":"%s","position":{"lat":63.17,"lon":14.65},"at":"%s"}]
    """
        .formatted(unit, at);
  }

  @Test
  @Order(6)
  void s06NonsenseIsRefused() {
    alarms(nurse, "takings", named("LATE_TEXT:sos:2026:9")).refused(422, "alarm.unknown");
    alarms(nurse, "takings", "{\"alarms\":[]}").refused(422, "list.empty");
    assertEquals(422, alarms(nurse, "takings", named("FIRE:sos:2026:9")).status());
  }

  @Test
  @Order(7)
  void s07TheReportCountsWhatTheJournalTells() {
    Client command = SERVER.client().logIn("demo.inre", LiveServer.PASSWORD);
    Instant now = Instant.now();
    String hour = REGION + "/alarms/hygiene?from=" + now.minus(Duration.ofHours(1)) + "&to=" + now;
    JsonNode report = command.get(hour + "&positions=2").ok();
    assertEquals(3, report.get("alarms").asInt());
    assertEquals(0.25, report.get("perTenMinutes").asDouble(), 1e-9);
    assertEquals("ACCEPTABLE", report.get("load").asString());
    assertEquals(0, report.get("standing").asInt());
    assertEquals(3, report.get("kinds").size());
    assertEquals(1, report.get("unacknowledged").asInt(), "the unit spoke before anybody saw");
    assertTrue(report.get("acknowledgeSeconds").asDouble() >= 0);
    command.get(REGION + "/alarms/hygiene?from=" + now + "&to=" + now).refused(422, "period.order");
    String year = REGION + "/alarms/hygiene?from=" + now.minus(Duration.ofDays(365)) + "&to=" + now;
    command.get(year).refused(422, "period.long");
    assertEquals(403, nurse.get(hour).status());
  }

  @Test
  @Order(8)
  void s08ACrewThatDoesNotAnswerWhereItIsToWait() throws InterruptedException {
    String unit =
        dispatcher
            .get(REGION + "/picture")
            .ok()
            .get("units")
            .valueStream()
            .filter(u -> u.get("kind").asString().equals("AMBULANCE"))
            .filter(u -> u.get("status").asString().equals("OFF_DUTY"))
            .map(u -> u.get("id").asString())
            .findFirst()
            .orElseThrow();
    dispatcher.send("POST", REGION + "/units/" + unit + "/shift", shift(Instant.now())).ok();
    Standby.Place place = new Standby.Place("ostersund", "Östersund", new Position(63.18, 14.64));
    Standby.Terms soon = new Standby.Terms(9, Duration.ofMillis(300), false);
    OrderStandby order = new OrderStandby(new UnitId(unit), place, "täcker staden", soon);
    RegionCode region = new RegionCode(LiveServer.OWN);
    SERVER.bean(FleetService.class).run(region, UUID.randomUUID(), "demo.dirigent", order);
    String name = "STANDBY_UNANSWERED:" + unit;
    JsonNode alarm = await(list -> list.size() == 1).getFirst();
    assertEquals(name, alarm.get("id").asString());
    assertEquals("ACT", alarm.get("tone").asString());
    assertEquals(unit, alarm.get("unit").asString());
    assertTrue(alarm.path("incident").isMissingNode() || alarm.path("incident").isNull());
    alarms(dispatcher, "takings", named(name)).ok();
    await(list -> list.getFirst().path("owner").asString("").equals("demo.dirigent"));
    String answer = REGION + "/units/" + unit + "/standby/answer";
    driver.send("POST", answer, "{\"accepted\":true}").ok();
    await(List::isEmpty);
  }

  @Test
  @Order(9)
  void s09TheJournalIsWholeAndMakesTheTables() {
    RegionCode region = new RegionCode(LiveServer.OWN);
    assertTrue(SERVER.bean(JournalVerifier.class).verify(region, _ -> {}).whole());
    assertEquals(List.of(), SERVER.bean(StateVerifier.class).differences(region, _ -> {}));
  }
}
