package se.dirigent.server.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.dirigent.server.plan.PlanFixture.PATH;
import static se.dirigent.server.plan.PlanFixture.request;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.Client.Answer;
import se.dirigent.server.web.LiveServer;

/** A hospital's patient system tells what became of a patient, and orders close themselves. */
@TestMethodOrder(MethodName.class)
class PatientFatesTest {
  private static final LiveServer SERVER = LiveServer.shared();
  private static final Client WARD = SERVER.client().logIn("demo.avdelning", LiveServer.PASSWORD);
  private static final Client PROGRAM = SERVER.client().withToken(LiveServer.TOKEN);
  private static final String FATES = PATH + "/patient-fates";

  /** Numbers of the tax agency's for tests. */
  private static final String NUMBER = "19090909-0904";

  private static final String NOBODY_HERE = "19101010-1010";

  private static String order(String to) {
    String body =
        "{\"personalNumber\":\"%s\",\"request\":%s}"
            .formatted(NUMBER, request(Duration.ofHours(30), to));
    Answer answer = WARD.send("POST", PATH + "/transports", body);
    assertEquals(200, answer.status(), answer.body());
    return answer.json().get("id").asString();
  }

  private static String told(String number, String fate, String more) {
    String body = "{\"personalNumber\":\"" + number + "\",\"fate\":\"" + fate + "\"" + more + "}";
    Answer answer = PROGRAM.send("POST", FATES, body);
    assertEquals(200, answer.status(), answer.body());
    return answer.json().get("id").asString();
  }

  private static String ride(String id) {
    return WARD.get(PATH + "/transports/" + id).json().get("ride").asString();
  }

  private static String rehabilitation() {
    return TwoRegions.ward("ostersund", "Rehabiliteringsavdelning");
  }

  @Test
  void s01WhoWentHomeIsMovedNoMoreAndStillDrivenHome() {
    String onward = order(rehabilitation());
    String home = order(PlanFixture.near());
    String rideHome = ride(home);
    assertEquals("1", told(NUMBER, "DISCHARGED", ""));
    assertEquals("ENDED", ride(onward));
    assertEquals(rideHome, ride(home));
    assertEquals("1", told(NUMBER, "DIED", ",\"text\":\"Avliden på avdelningen\""));
    assertEquals("ENDED", ride(home));
    String seen = WARD.get(PATH + "/transports/" + home).body();
    assertTrue(seen.contains("Avliden på avdelningen"), "the ward is told why");
  }

  @Test
  void s02WhoWasMovedIsFetchedFromWhereThePatientIsNow() {
    String from = ",\"facility\":\"ostersund\",\"department\":\"Medicinavdelning\"";
    String elsewhere = ",\"facility\":\"ostersund\",\"department\":\"Kirurgavdelning\"";
    String id = order(rehabilitation());
    assertEquals("0", told(NUMBER, "MOVED", from));
    assertEquals("1", told(NUMBER, "MOVED", elsewhere));
    assertEquals("ENDED", ride(id));
  }

  @Test
  void s03APatientWithoutOrdersIsNoMistakeAndOneToldTwiceIsToldOnce() {
    assertEquals("0", told(NOBODY_HERE, "DIED", ""));
    assertEquals("0", told(NUMBER, "DIED", ""));
    Client once = SERVER.client().withToken(LiveServer.TOKEN);
    once.with("Command-Id", UUID.randomUUID().toString());
    order(rehabilitation());
    String body = "{\"personalNumber\":\"" + NUMBER + "\",\"fate\":\"DIED\"}";
    Answer first = once.send("POST", FATES, body);
    assertEquals("1", first.json().get("id").asString());
    assertEquals(first.body(), once.send("POST", FATES, body).body());
  }

  @Test
  void s04AMistypedNumberIsRefusedInWordsAndAWardIsNoPatientSystem() {
    String wrong = "{\"personalNumber\":\"19090909-0905\",\"fate\":\"DIED\"}";
    Answer answer = PROGRAM.send("POST", FATES, wrong);
    assertEquals(422, answer.status(), answer.body());
    assertTrue(answer.body().contains("personalNumber"), answer.body());
    WARD.send("POST", FATES, wrong).refused(403, "access.forbidden");
  }
}
