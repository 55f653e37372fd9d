package se.dirigent.server.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.PatientId;
import se.dirigent.server.identity.patient.PatientReads;
import se.dirigent.server.identity.patient.PatientRegister;
import se.dirigent.server.platform.TestDatabase;
import se.dirigent.server.platform.problem.Language;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.LiveServer;

/** Patients, and the log of who has read about them. The number is Skatteverket's test number. */
class PatientLogTest {
  private static final TestDatabase DATABASE = TestDatabase.migrated(PatientLogTest.class);
  private static final LiveServer SERVER = LiveServer.start(DATABASE.url(), Map.of());
  private static final RegionCode REGION = new RegionCode(LiveServer.OWN);
  private static final RegionCode OTHER = new RegionCode(LiveServer.OTHER);
  private static final String NUMBER = "18900101-9802";
  private static final String PLACE = "/api/regions/" + LiveServer.OWN;

  private static final String INCIDENT =
      """
      {"source":"OTHER_CENTRE","location":{"address":"Provgatan 1","municipality":"Östersund",
      "position":{"lat":63.18,"lon":14.64},"quality":"ADDRESS"},"description":"Prov",
      "priority":"1A"}
      """;

  private static final Actor ACTOR =
      new Actor(
          "test.reader",
          "Testperson",
          "Testenhet",
          Set.of(new Grant(Role.DISPATCHER, REGION)),
          null,
          Language.SV);

  private final PatientRegister register = SERVER.bean(PatientRegister.class);
  private final JdbcClient database = SERVER.bean(JdbcClient.class);

  @AfterAll
  static void stop() {
    SERVER.stop();
    DATABASE.close();
  }

  @Test
  void t1_theSameNumberIsTheSamePatientInARegion() {
    PatientId first = register.register(REGION, NUMBER, "Testperson Ett", ACTOR);
    assertEquals(first, register.register(REGION, "189001019802", "Someone else", ACTOR));
    assertNotEquals(first, register.register(OTHER, NUMBER, null, ACTOR));
    var patient = register.get(REGION, first, "vård", ACTOR);
    assertEquals("Testperson Ett", patient.name());
    assertEquals(NUMBER, patient.number());
  }

  @Test
  void t2_unknownPatientsGetReserveNumbersOfTheirOwn() {
    PatientId one = register.register(REGION, null, null, ACTOR);
    PatientId two = register.register(REGION, " ", null, ACTOR);
    assertNotEquals(one, two);
    String number = register.get(REGION, one, "vård", ACTOR).number();
    assertTrue(number.matches("R\\d{10}"), number);
    assertEquals(one, register.register(REGION, number, null, ACTOR));
    // A reserve number nobody got would be given to the next patient too.
    var refused =
        assertThrows(Refused.class, () -> register.register(REGION, "R9999999995", null, ACTOR));
    assertEquals("personalNumber", refused.field());
  }

  @Test
  void t3_everyReadIsLogged() {
    PatientId id = register.register(REGION, null, null, ACTOR);
    Client dispatcher = SERVER.client().logIn("demo.dirigent", LiveServer.PASSWORD);
    long before = lines(id);
    assertEquals(200, dispatcher.get(PLACE + "/patients/" + id + "?purpose=callback").status());
    assertEquals(before + 1, lines(id));
    assertEquals(422, dispatcher.get(PLACE + "/patients/" + id + "?purpose=x").status());
    assertEquals(400, dispatcher.get(PLACE + "/patients/" + id).status());
    assertEquals(before + 1, lines(id));
  }

  @Test
  void t4_anAttemptToReadOneThatIsNotThereIsLogged() {
    var nobody = new PatientId(new UUID(0, 4));
    assertThrows(Refused.class, () -> register.get(REGION, nobody, "curiosity", ACTOR));
    assertEquals(1, lines(nobody));
  }

  @Test
  void t5_aReadThatCannotBeLoggedIsNotAnswered() {
    PatientId id = register.register(REGION, null, null, ACTOR);
    Client dispatcher = SERVER.client().logIn("demo.dirigent", LiveServer.PASSWORD);
    database.sql("alter table patient_read rename to patient_read_away").update();
    try {
      var answer = dispatcher.get(PLACE + "/patients/" + id + "?purpose=callback");
      assertEquals(500, answer.status());
      assertFalse(answer.body().contains("number"), answer.body());
    } finally {
      database.sql("alter table patient_read_away rename to patient_read").update();
    }
  }

  @Test
  void t6_outsideATransactionNothingIsLogged() {
    PatientReads reads = SERVER.bean(PatientReads.class);
    assertThrows(
        IllegalTransactionStateException.class,
        () -> reads.record(REGION, ACTOR, "vård", "*", null, PatientReads.Action.READ, "name"));
  }

  @Test
  void t7_theLogIsReadInPagesAndReadingItIsLogged() {
    PatientId id = register.register(REGION, null, null, ACTOR);
    for (int i = 0; i < 5; i++) {
      register.get(REGION, id, "read " + i, ACTOR);
    }
    Client admin = SERVER.client().logIn("demo.admin", LiveServer.PASSWORD);
    String query = PLACE + "/patient-reads?patient=" + id + "&user=test.reader&limit=4";
    var first = admin.get(query).json();
    assertEquals(4, first.get("reads").size());
    assertEquals("read 4", first.get("reads").get(0).get("purpose").asString());
    var second = admin.get(query + "&before=" + first.get("next").asLong()).json();
    assertEquals(2, second.get("reads").size());
    assertFalse(second.has("next"));
    var own = admin.get(PLACE + "/patient-reads?user=demo.admin").json().get("reads");
    assertTrue(own.size() >= 2);
    assertEquals("READ_LOG", own.get(0).get("action").asString());
    assertEquals(422, admin.get(PLACE + "/patient-reads?limit=100000").status());
  }

  @Test
  void t8_aPatientOnAnIncidentIsAReferenceOnly() {
    Client dispatcher = SERVER.client().logIn("demo.dirigent", LiveServer.PASSWORD);
    String incident =
        dispatcher.send("POST", PLACE + "/incidents", INCIDENT).json().get("id").asString();
    String place = PLACE + "/incidents/" + incident;
    String body = "{\"personalNumber\":\"" + NUMBER + "\",\"name\":\"Testperson Ett\"}";
    dispatcher.with("Command-Id", "00000000-0000-4000-8000-000000000001");
    var first = dispatcher.send("POST", place + "/patients", body);
    assertEquals(200, first.status(), first::body);
    assertEquals(first.json(), dispatcher.send("POST", place + "/patients", body).json());
    dispatcher.with("Command-Id", null);
    assertEquals(409, dispatcher.send("POST", place + "/patients", body).status());
    String id = first.json().get("id").asString();
    String seen = dispatcher.get(place).body();
    assertTrue(seen.contains(id), seen);
    assertFalse(seen.contains("9802") || seen.contains("Testperson Ett"), seen);
    var wrong = dispatcher.send("POST", place + "/patients", body.replace("9802", "9803"));
    assertEquals(422, wrong.status());
    assertEquals("personalNumber", wrong.json().get("field").asString());
    String nowhere = PLACE + "/incidents/none:none:1/patients";
    String other = body.replace(NUMBER, "189001019810");
    assertEquals(404, dispatcher.send("POST", nowhere, other).status());
    long left =
        database
            .sql("select count(*) from patient where number = '18900101-9810'")
            .query(Long.class)
            .single();
    assertEquals(0, left);
  }

  private long lines(PatientId id) {
    return database
        .sql("select count(*) from patient_read where patient = ? and action = 'READ'")
        .param(id.toString())
        .query(Long.class)
        .single();
  }
}
