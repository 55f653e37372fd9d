package se.dirigent.server.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.journal.JournalVerifier;
import se.dirigent.server.picture.StateVerifier;
import se.dirigent.server.platform.TestDatabase;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.Client.Answer;
import se.dirigent.server.web.LiveServer;
import tools.jackson.databind.JsonNode;

/** Who reads of a patient is logged; who the patient is stays out of the journal and the logs. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PatientDataTest {
  private static final TestDatabase DATABASE = TestDatabase.migrated(PatientDataTest.class);
  private static final LiveServer SERVER = LiveServer.start(DATABASE.url(), Map.of());
  private static final String REGION = "/api/regions/" + LiveServer.OWN;
  private static final String INCIDENT = "sos:2026-11-22:000001";
  private static final String OTHER = "sos:2026-11-22:000002";

  /** Skatteverket's example of a personal number; the second one's check digit is wrong. */
  private static final String NUMBER = "191212121212";

  private static final String MISTYPED = "191212121213";

  private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

  private final Client driver = SERVER.client().withToken(LiveServer.TOKEN);
  private final Client crew = SERVER.client().logIn("demo.besattning", LiveServer.PASSWORD);
  private final String unit = crew.get("/api/session").json().get("unit").asString();

  @BeforeAll
  static void listen() {
    LOG.start();
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(LOG);
  }

  @AfterAll
  static void stop() {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(LOG);
    SERVER.stop();
    DATABASE.close();
  }

  private static List<JsonNode> reads(String query) {
    Client admin = SERVER.client().logIn("demo.admin", LiveServer.PASSWORD);
    JsonNode page = admin.get(REGION + "/patient-reads?" + query).ok();
    return page.get("reads").valueStream().toList();
  }

  private void intake(String number) {
    String body =
        """
        {"source":"SOS_ALARM","callbackNumber":"0701740605",
         "location":{"address":"Storgatan 1","municipality":"Östersund",
           "position":{"lat":63.179,"lon":14.636},"quality":"ADDRESS"},
         "indexCode":"D1","description":"Bröstsmärta","priority":"1A",
         "threats":[{"source":"Polisen","wording":"Hund på gården","observedAt":"%s",
           "expiresAt":"%s"}]}
        """
            .formatted(Instant.now(), Instant.now().plus(Duration.ofDays(30)));
    driver.send("PUT", REGION + "/intake/sos/2026-11-22/" + number, body).ok();
  }

  private static Answer attach(Client client, String incident, UUID command, String body) {
    client.with("Command-Id", command.toString());
    Answer answer = client.send("POST", REGION + "/incidents/" + incident + "/patients", body);
    client.with("Command-Id", null);
    return answer;
  }

  private static String person(String number) {
    return "{\"personalNumber\":\"" + number + "\",\"name\":\"Testperson Ett\"}";
  }

  @Test
  @Order(1)
  void scenario1ACrewWithoutAssignmentReadsNothing() {
    assertEquals(204, crew.get(REGION + "/units/" + unit + "/assignment").status());
    driver.get(REGION + "/units/99-9999/assignment").refused(404, "unit.unknown");
    assertEquals(403, crew.get(REGION + "/units/99-9999/assignment").status());
    JsonNode glance = crew.get(REGION + "/units/" + unit + "/glance").ok();
    assertEquals(unit, glance.get("unit").get("id").asString());
    assertFalse(glance.hasNonNull("mark"));
    assertEquals(403, crew.get(REGION + "/units/99-9999/glance").status());
  }

  @Test
  @Order(2)
  void scenario2ACrewReadsWhereToGoAndWhatToFear() {
    intake("000001");
    intake("000002");
    Instant now = Instant.now();
    String shift =
        """
        {"start":"%s","end":"%s","crew":[{"role":"Sjuksköterska","competence":"NURSE"}]}
        """
            .formatted(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(8)));
    driver.send("POST", REGION + "/units/" + unit + "/shift", shift).ok();
    String units = "{\"units\":[\"" + unit + "\"]}";
    driver.send("POST", REGION + "/incidents/" + INCIDENT + "/assignments", units).ok();

    JsonNode read = crew.get(REGION + "/units/" + unit + "/assignment").ok();
    assertEquals("TASKED", read.get("unit").get("status").asString());
    assertEquals("ASSIGNED", read.get("assignment").get("milestone").asString());
    JsonNode incident = read.get("incident");
    assertEquals(INCIDENT, incident.get("id").asString());
    assertEquals("Storgatan 1", incident.get("location").get("address").asString());
    assertEquals("0701740605", incident.get("callbackNumber").asString());
    assertEquals("Hund på gården", incident.get("threats").get(0).get("wording").asString());
    String mark = mark();
    assertEquals(mark, mark());
    driver
        .send("POST", REGION + "/incidents/" + INCIDENT + "/notes", "{\"text\":\"Ring på\"}")
        .ok();
    assertNotEquals(mark, mark());
  }

  private String mark() {
    return crew.get(REGION + "/units/" + unit + "/glance").ok().get("mark").asString();
  }

  @Test
  @Order(3)
  void scenario3EachReadIsLoggedWithWhoAndWhy() {
    JsonNode line = reads("incident=" + INCIDENT).getFirst();
    assertEquals("demo.besattning", line.get("username").asString());
    assertEquals("Demo vårdenhet", line.get("careUnit").asString());
    assertEquals("vård", line.get("purpose").asString());
    assertEquals("*", line.get("patient").asString());

    driver.get(REGION + "/incidents/" + INCIDENT + "?purpose=uppf%C3%B6ljning").ok();
    JsonNode next = reads("incident=" + INCIDENT).getFirst();
    assertEquals("demo.integration", next.get("username").asString());
    assertEquals("uppföljning", next.get("purpose").asString());

    driver.get(REGION + "/incidents?phase=WAITING").ok();
    assertTrue(
        reads("user=demo.integration").getFirst().get("what").asString().contains("WAITING"));
    driver.get(REGION + "/picture").ok();
    assertEquals("picture", reads("user=demo.integration").getFirst().get("what").asString());
  }

  @Test
  @Order(4)
  void scenario4AReadWithoutAPurposeWorthTheNameIsNotAnswered() {
    int before = reads("user=demo.integration&limit=200").size();
    Answer answer = driver.get(REGION + "/incidents/" + INCIDENT + "?purpose=x");
    answer.refused(422, "text.length");
    assertEquals("purpose", answer.json().get("field").asString());
    assertFalse(answer.body().contains("Storgatan"));
    assertEquals(before, reads("user=demo.integration&limit=200").size());
  }

  @Test
  @Order(5)
  void scenario5APatientIsNamedOnceHoweverOftenItIsSent() {
    UUID command = UUID.randomUUID();
    JsonNode first = attach(driver, INCIDENT, command, person(NUMBER)).ok();
    assertEquals(first, attach(driver, INCIDENT, command, person(NUMBER)).ok());
    attach(driver, INCIDENT, command, "{}").refused(409, "command.reused");
    UUID another = UUID.randomUUID();
    attach(driver, INCIDENT, another, person("121212+1212")).refused(409, "patient.attached");

    String id = first.get("id").asString();
    JsonNode incident = driver.get(REGION + "/incidents/" + INCIDENT).ok().get("incident");
    assertEquals(id, incident.get("patients").get(0).asString());
    assertEquals(INCIDENT, reads("patient=" + id).getFirst().get("incident").asString());
    JsonNode known = crew.get(REGION + "/patients/" + id + "?purpose=v%C3%A5rd").ok();
    assertEquals("19121212-1212", known.get("number").asString());
  }

  @Test
  @Order(6)
  void scenario6ACrewNamesOnlyPatientsItIsWith() {
    JsonNode unnamed = attach(crew, INCIDENT, UUID.randomUUID(), "{}").ok();
    JsonNode incident = driver.get(REGION + "/incidents/" + INCIDENT).ok().get("incident");
    assertEquals(2, incident.get("patients").size());
    assertEquals(unnamed.get("id"), incident.get("patients").get(1));
    assertNotEquals(incident.get("patients").get(0), incident.get("patients").get(1));
    assertEquals(403, attach(crew, OTHER, UUID.randomUUID(), person(NUMBER)).status());
    JsonNode same = attach(driver, OTHER, UUID.randomUUID(), person(NUMBER)).ok();
    assertEquals(incident.get("patients").get(0), same.get("id"));
  }

  @Test
  @Order(7)
  void scenario7AMistypedNumberChangesNothing() {
    Answer answer = attach(driver, OTHER, UUID.randomUUID(), person(MISTYPED));
    answer.refused(422, "personalNumber.check");
    assertEquals("personalNumber", answer.json().get("field").asString());
    Answer nowhere = attach(driver, "sos:2026-11-22:9", UUID.randomUUID(), person(NUMBER));
    nowhere.refused(404, "incident.unknown");
  }

  @Test
  @Order(8)
  void scenario8TheNumberStandsInTheRegisterAndNowhereElse() {
    JdbcClient sql = SERVER.bean(JdbcClient.class);
    List<String> tables =
        sql.sql("select tablename from pg_tables where schemaname = 'public'")
            .query(String.class)
            .list();
    assertTrue(tables.contains("journal") && tables.contains("command"), tables::toString);
    for (String table : tables) {
      int rows =
          sql.sql("select count(*) from " + table + " t where t::text ~ '121212[-+]?121[23]'")
              .query(Integer.class)
              .single();
      assertEquals(table.equals("patient") ? 1 : 0, rows, table);
    }
    List<String> said =
        List.copyOf(LOG.list).stream()
            .map(event -> event.getFormattedMessage() + event.getThrowableProxy())
            .filter(text -> text.matches("(?s).*121212[-+]?121[23].*"))
            .toList();
    assertEquals(List.of(), said);
    RegionCode region = new RegionCode(LiveServer.OWN);
    var chain = SERVER.bean(JournalVerifier.class).verify(region, _ -> {});
    assertTrue(chain.whole(), chain::toString);
    assertEquals(List.of(), SERVER.bean(StateVerifier.class).differences(region, _ -> {}));
  }
}
