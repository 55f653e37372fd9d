package se.dirigent.server.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.journal.JournalVerifier;
import se.dirigent.server.picture.StateVerifier;
import se.dirigent.server.platform.TestDatabase;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.Client.Answer;
import se.dirigent.server.web.LiveServer;
import tools.jackson.databind.JsonNode;

/** The doctor on call and the hub over HTTP: who may, what is seen, and one journal for all. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecondTriageTest {
  private static final TestDatabase DATABASE = TestDatabase.migrated(SecondTriageTest.class);
  private static final LiveServer SERVER = LiveServer.start(DATABASE.url(), Map.of());
  private static final String REGION = "/api/regions/" + LiveServer.OWN;
  private static final String ASKED = "sos:2026-11-22:000001";
  private static final String REFERRED = "sos:2026-11-22:000002";
  private static final String OTHER = "sos:2026-11-22:000003";
  private static final String CAR = "23-5050";

  private final Client driver = SERVER.client().withToken(LiveServer.TOKEN);
  private final Client dispatcher = SERVER.client().logIn("demo.dirigent", LiveServer.PASSWORD);
  private final Client hub = SERVER.client().logIn("demo.nav", LiveServer.PASSWORD);
  private final Client doctor = SERVER.client().logIn("demo.lakare", LiveServer.PASSWORD);

  @AfterAll
  static void stop() {
    SERVER.stop();
    DATABASE.close();
  }

  private static Answer on(Client client, String incident, String what, String body) {
    return client.send("POST", REGION + "/incidents/" + incident + "/" + what, body);
  }

  private void intake(String number, String priority) {
    String body =
        """
        {"source":"SOS_ALARM","callbackNumber":"0701740605",
         "location":{"address":"Storgatan 1","municipality":"Östersund",
           "position":{"lat":63.179,"lon":14.636},"quality":"ADDRESS"},
         "indexCode":"D1","description":"Yrsel sedan i morse","priority":"%s"}
        """
            .formatted(priority);
    driver.send("PUT", REGION + "/intake/sos/2026-11-22/" + number, body).ok();
  }

  private JsonNode incident(String id) {
    return dispatcher.get(REGION + "/incidents/" + id).ok().get("incident");
  }

  @Test
  @Order(1)
  void s01TheDoctorSeesOnlyWhatIsPutBeforeTheDoctor() {
    intake("000001", "2A");
    intake("000003", "2A");
    assertEquals(403, doctor.get(REGION + "/picture").status());
    assertEquals(403, doctor.get(REGION + "/incidents/" + ASKED).status());
    doctor.get(REGION + "/questions/" + ASKED).refused(404, "incident.unknown");
    on(dispatcher, ASKED, "questions", "{\"text\":\"Kan hon vänta?\"}").ok();
    JsonNode list = doctor.get(REGION + "/questions").ok().get("questions");
    assertEquals(1, list.size());
    assertEquals(ASKED, list.get(0).get("incident").asString());
    assertFalse(list.toString().contains("Kan hon"), "no words where no read is logged");
    doctor.get(REGION + "/questions/" + OTHER).refused(404, "incident.unknown");
    JsonNode found = doctor.get(REGION + "/questions/" + ASKED).ok();
    assertEquals("Kan hon vänta?", found.get("questions").get(0).get("text").asString());
    assertEquals("Yrsel sedan i morse", found.get("description").asString());
  }

  @Test
  @Order(2)
  void s02ReadsOfTheDoctorAreLogged() {
    Client admin = SERVER.client().logIn("demo.admin", LiveServer.PASSWORD);
    JsonNode reads = admin.get(REGION + "/patient-reads?user=demo.lakare").ok().get("reads");
    assertTrue(reads.toString().contains(ASKED), reads::toString);
  }

  @Test
  @Order(3)
  void s03TheAnswerProposesAndASecondPersonConfirms() {
    String answer = REGION + "/questions/" + ASKED + "/1/answer";
    String body = "{\"advice\":\"Kan vänta en timme\",\"priority\":\"3A\"}";
    assertEquals(403, hub.send("POST", answer, body).status());
    doctor.send("POST", answer, body).ok();
    JsonNode after = incident(ASKED);
    assertEquals("2A", after.get("priority").asString());
    assertEquals("demo.lakare", after.get("pendingDowngrade").get("by").asString());
    on(hub, ASKED, "downgrade-confirmation", "{}").ok();
    assertEquals("3A", incident(ASKED).get("priority").asString());
    doctor.send("POST", answer, body).refused(409, "question.closed");
  }

  @Test
  @Order(4)
  void s04ASpecialUnitIsApproved() {
    String car = special();
    on(dispatcher, ASKED, "questions", "{\"text\":\"Den?\",\"unit\":\"" + CAR + "\"}")
        .refused(409, "question.notSpecial");
    on(dispatcher, ASKED, "questions", "{\"text\":\"Läkarbil?\",\"unit\":\"" + car + "\"}").ok();
    assertTrue(doctor.get(REGION + "/questions/" + ASKED).ok().hasNonNull("unit"));
    String answer = REGION + "/questions/" + ASKED + "/2/answer";
    doctor.send("POST", answer, "{\"advice\":\"Ja\"}").refused(422, "question.approval");
    String units = "{\"units\":[\"" + car + "\"]}";
    on(dispatcher, ASKED, "assignments", units).refused(409, "unit.special");
    doctor.send("POST", answer, "{\"advice\":\"Ja\",\"approved\":true}").ok();
    startShift(car);
    on(dispatcher, ASKED, "assignments", units).ok();
  }

  private String special() {
    return dispatcher
        .get(REGION + "/picture")
        .ok()
        .get("units")
        .valueStream()
        .filter(unit -> unit.get("special").asBoolean())
        .map(unit -> unit.get("id").asString())
        .findFirst()
        .orElseThrow();
  }

  private void startShift(String unit) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String body =
        """
        {"start":"%s","end":"%s","crew":[{"role":"Sjuksköterska","competence":"NURSE"}]}
        """
            .formatted(now, now.plus(12, ChronoUnit.HOURS));
    driver.send("POST", REGION + "/units/" + unit + "/shift", body).ok();
  }

  @Test
  @Order(5)
  void s05TheHubTakesRefersAndTheCaseStaysUntilSomebodyElseCarriesIt() {
    intake("000002", "3A");
    String plan =
        """
        {"kind":"HOME_VISIT","place":"Hemsjukvården Testby","bookedAt":"%s",
         "ifWorse":"Ring 112","acceptedBy":"Sköterska Test","callBackAt":"%s"}
        """
            .formatted(Instant.now().plusSeconds(7200), Instant.now().plusSeconds(1800));
    on(hub, REFERRED, "referral", plan).refused(409, "assessment.notOwn");
    assertEquals(403, on(dispatcher, REFERRED, "assessment", "{}").status());
    on(hub, REFERRED, "assessment", "{}").ok();
    on(hub, REFERRED, "referral", plan).ok();
    JsonNode waiting = incident(REFERRED);
    assertEquals("WAITING", waiting.get("phase").asString());
    assertEquals("PENDING", waiting.get("triage").get("referral").get("state").asString());
    on(hub, REFERRED, "referral-carried", "{\"toldTo\":\"dottern\"}").ok();
    JsonNode closed = incident(REFERRED);
    assertEquals("CLOSED", closed.get("phase").asString());
    assertEquals("REFERRED", closed.get("outcome").get("kind").asString());
  }

  @Test
  @Order(6)
  void s06AnAssessmentCarIsAnAssignment() {
    startShift(CAR);
    on(hub, OTHER, "assessment", "{}").ok();
    on(hub, OTHER, "assessment-car", "{\"unit\":\"" + CAR + "\"}").ok();
    JsonNode after = incident(OTHER);
    assertEquals("ASSIGNED", after.get("phase").asString());
    assertFalse(after.get("triage").hasNonNull("assessment"));
  }

  @Test
  @Order(7)
  void s07WhoLogsOutLetsGo() {
    intake("000004", "3A");
    String id = "sos:2026-11-22:000004";
    Client leaving = SERVER.client().logIn("demo.nav", LiveServer.PASSWORD);
    on(leaving, id, "assessment", "{}").ok();
    assertEquals("demo.nav", incident(id).get("triage").get("assessment").get("by").asString());
    assertEquals(204, leaving.send("DELETE", "/api/session", "").status());
    assertFalse(incident(id).get("triage").hasNonNull("assessment"));
    JsonNode entries = dispatcher.get(REGION + "/incidents/" + id).ok().get("entries");
    JsonNode last = entries.get(entries.size() - 1);
    assertEquals("AssessmentReleased", last.get("type").asString());
    assertEquals("LOGGED_OUT", last.get("data").get("reason").asString());
  }

  @Test
  @Order(8)
  void s08TheJournalAloneTellsItAll() {
    RegionCode own = new RegionCode(LiveServer.OWN);
    assertTrue(SERVER.bean(JournalVerifier.class).verify(own, _ -> {}).whole());
    assertEquals(List.of(), SERVER.bean(StateVerifier.class).differences(own, _ -> {}));
  }
}
