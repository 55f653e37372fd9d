package se.dirigent.server.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.transport.TransportCommand;
import se.dirigent.core.transport.TransportId;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.picture.StateVerifier;
import se.dirigent.server.platform.problem.Language;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.Client.Answer;
import se.dirigent.server.web.LiveServer;
import tools.jackson.databind.JsonNode;

/** A ride from the plan to the bed, told by its crew, and what takes the unit from it. */
@TestMethodOrder(MethodName.class)
class CrewRidesTest {
  private static final LiveServer SERVER = LiveServer.shared();
  private static final RegionCode CODE = new RegionCode(LiveServer.OWN);
  private static final String REGION = "/api/regions/" + LiveServer.OWN;
  private static final Client WARD = user("demo.avdelning");
  private static final Client RECEIVER = user("demo.mottagare");
  private static final Client COMMAND = user("demo.inre");
  private static final Client DISPATCHER = user("demo.dirigent");
  private static final Client CREW = user("demo.besattning");
  private static final Client PROGRAM = SERVER.client().withToken(LiveServer.TOKEN);
  private static final String UNIT = CREW.get("/api/session").json().get("unit").asString();
  private static final String STEPS = "{\"ride\":\"%s\"}";

  private static Client user(String name) {
    return SERVER.client().logIn(name, LiveServer.PASSWORD);
  }

  private static Instant now() {
    return SERVER.bean(InstantSource.class).instant();
  }

  private static String ok(Answer answer) {
    assertEquals(200, answer.status(), answer.body());
    return answer.json().path("id").asString("");
  }

  private static void refused(int status, String type, Answer answer) {
    assertEquals(status, answer.status(), answer.body());
    String found = answer.json().get("type").asString();
    assertEquals("urn:dirigent:problem:" + type, found, answer.body());
  }

  private static String ordered() {
    String request =
        """
        {"from":{"facility":"ostersund","department":"Medicinavdelning","address":"Ingång B",
            "floor":0,"lift":true},
         "to":{"facility":"ostersund","department":"Rehabiliteringsavdelning","address":"",
            "floor":0,"lift":true},
         "timing":{"readyAt":"%s","returnTrip":false},
         "needs":{"posture":"LIES","stairs":false,"care":"SKILLED","oxygenLitres":2,
           "monitoring":true,"drugs":false,"drips":false,"ventilator":false,"incubator":false,
           "infection":"CONTACT","alone":true,"companions":0,"escort":"NURSE","aggression":""},
         "urgency":"DAYS","resuscitation":"NOT_BEGUN","ordainedBy":"Testläkare Ett",
         "reason":"Kranskärlsröntgen","note":"Tolk"}
        """
            .formatted(now().plus(Duration.ofHours(1)));
    String id = ok(WARD.send("POST", REGION + "/transports", "{\"request\":" + request + "}"));
    if (order(id).get("ride").asString().equals("ORDERED")) {
      ok(COMMAND.send("POST", at(id, "approval"), "{}"));
    }
    return id;
  }

  /** Placed by hand on the crew's unit, so that no search moves it. */
  private static String planned() {
    String id = ordered();
    Instant pickup = now().plus(Duration.ofHours(1));
    var actor = new Actor("test.plan", "Testperson", "Test", Set.of(), null, Language.SV);
    SERVER
        .bean(TransportService.class)
        .run(
            new CommandOrigin(CODE, UUID.randomUUID(), actor, null),
            new TransportCommand.Place(
                new TransportId(id), UNIT, pickup, pickup.plus(Duration.ofMinutes(40))));
    return id;
  }

  private static JsonNode order(String id) {
    return COMMAND.get(REGION + "/transports/" + id).json();
  }

  private static String at(String id, String what) {
    return REGION + "/transports/" + id + "/" + what;
  }

  private static Answer step(Client who, String id, String ride) {
    return who.send("POST", at(id, "steps"), STEPS.formatted(ride));
  }

  private static JsonNode unit() {
    return DISPATCHER.get(REGION + "/units/" + UNIT + "/glance").json().get("unit");
  }

  /** How far the unit has come with the ride; empty when it has nothing to do with it. */
  private static String stage(String id) {
    for (JsonNode ride : unit().get("rides")) {
      if (ride.get("transport").asString().equals(id)) {
        return ride.get("stage").asString();
      }
    }
    return "";
  }

  private static void onDuty() {
    String shift =
        """
        {"start":"%s","end":"%s","crew":[{"role":"Sjuksköterska","competence":"NURSE"}]}
        """
            .formatted(now().minus(Duration.ofHours(1)), now().plus(Duration.ofHours(8)));
    ok(PROGRAM.send("POST", REGION + "/units/" + UNIT + "/shift", shift));
  }

  private static String incident() {
    String body =
        """
        {"source":"SOS_ALARM","callbackNumber":"0701740605",
         "location":{"address":"Storgatan 1","municipality":"Östersund",
           "position":{"lat":63.18,"lon":14.64},"quality":"ADDRESS"},
         "indexCode":"A1","description":"Bröstsmärta","priority":"1A","times":{"queuedAt":"%s"},
         "threats":[]}
        """
            .formatted(now());
    String number = "%06d".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 1_000_000));
    return ok(PROGRAM.send("PUT", REGION + "/intake/sos/2026-11-24/" + number, body));
  }

  private static Answer assign(String incident) {
    return DISPATCHER.send(
        "POST",
        REGION + "/incidents/" + incident + "/assignments",
        "{\"units\":[\"" + UNIT + "\"]}");
  }

  @Test
  void s01TheCrewReadsWhatItMustKnowAndTheReadIsLogged() {
    onDuty();
    String before =
        CREW.get(REGION + "/units/" + UNIT + "/glance").json().path("rides").asString("");
    String id = planned();
    JsonNode glance = CREW.get(REGION + "/units/" + UNIT + "/glance").json();
    assertNotEquals(before, glance.get("rides").asString());
    assertFalse(glance.toString().contains("Kranskärl"), "a glance tells nothing of a patient");
    JsonNode ride = ofCrew(id);
    JsonNode request = ride.get("request");
    assertEquals("Kranskärlsröntgen", request.get("reason").asString());
    assertEquals("NOT_BEGUN", request.get("resuscitation").asString());
    assertEquals("CONTACT", request.get("needs").get("infection").asString());
    assertEquals("NURSE", request.get("needs").get("escort").asString());
    assertEquals("Rehabiliteringsavdelning", ride.get("to").get("department").asString());
    assertEquals("Östersunds sjukhus", ride.get("to").get("place").asString());
    String patient = ride.get("patient").asString();
    Client control = user("demo.admin");
    Answer log = control.get(REGION + "/patient-reads?patient=" + patient);
    assertTrue(log.body().contains("demo.besattning"), log.body());
    ok(step(COMMAND, id, "ARRIVED"));
  }

  @Test
  void s02EachStepShowsWithTheUnitUntilThePatientIsThere() {
    String id = planned();
    ok(step(COMMAND, id, "LOCKED"));
    assertEquals("LOCKED", stage(id));
    ok(step(CREW, id, "UNDER_WAY"));
    assertEquals("UNDER_WAY", stage(id));
    ok(step(CREW, id, "LOADED"));
    assertEquals("ON_BOARD", stage(id));
    assertEquals("AVAILABLE", unit().get("status").asString());
    ok(step(CREW, id, "ARRIVED"));
    assertEquals("", stage(id));
    JsonNode seen = RECEIVER.get(REGION + "/transports/" + id).json();
    assertEquals("ARRIVED", seen.get("ride").asString());
    assertEquals("ASKED", seen.get("reception").asString(), "arrival waits for nobody");
    assertFolds();
  }

  @Test
  void s03AnAcuteCaseCallsTheRideOffAtOnce() {
    String id = planned();
    ok(step(CREW, id, "UNDER_WAY"));
    String incident = incident();
    String assignment = ok(assign(incident));
    JsonNode t = order(id);
    assertEquals("APPROVED", t.get("ride").asString());
    assertNotEquals(UNIT, t.path("planned").path("unit").asString(""));
    assertEquals("", stage(id));
    assertEquals(assignment, unit().get("assignment").asString());
    JsonNode told = WARD.get(REGION + "/transports/" + id).json().get("changes");
    boolean said = false;
    for (JsonNode change : told) {
      said |=
          change.get("what").asString().equals("TransportUnplanned")
              && change.get("text").asString().equals("acute");
    }
    assertTrue(said, told.toString());
    refused(409, "transport.otherUnit", step(CREW, id, "LOADED"));
    ok(
        DISPATCHER.send(
            "POST",
            REGION + "/assignments/" + assignment + "/stand-down",
            "{\"reason\":\"annan enhet närmare\"}"));
    assertFolds();
  }

  @Test
  void s04WhoHasThePatientOnBoardIsNotSent() {
    String id = planned();
    ok(step(CREW, id, "UNDER_WAY"));
    ok(step(CREW, id, "LOADED"));
    String incident = incident();
    refused(409, "unit.transportOnBoard", assign(incident));
    for (JsonNode u :
        DISPATCHER.get(REGION + "/incidents/" + incident + "/recommendation").json().get("units")) {
      if (u.get("unit").asString().equals(UNIT)) {
        assertEquals("NONE", u.get("means").asString());
        assertTrue(u.get("reasons").toString().contains("TRANSPORT_ON_BOARD"), u.toString());
      }
    }
    refused(409, "unit.driving", PROGRAM.send("DELETE", REGION + "/units/" + UNIT + "/shift", ""));
    refused(
        409,
        "transport.onBoard",
        DISPATCHER.send("POST", at(id, "call-off"), "{\"reason\":\"bilen behövs\"}"));
    ok(step(CREW, id, "ARRIVED"));
  }

  @Test
  void s05ADispatcherCallsTheRideOffAndSaysWhy() {
    String id = planned();
    ok(step(CREW, id, "UNDER_WAY"));
    ok(DISPATCHER.send("POST", at(id, "call-off"), "{\"reason\":\"Vägen är avstängd\"}"));
    JsonNode t = order(id);
    assertEquals("APPROVED", t.get("ride").asString());
    assertEquals("", stage(id));
    assertTrue(t.get("changes").toString().contains("Vägen är avstängd"));
    assertFolds();
  }

  @Test
  void s06AnotherCrewTellsNothingOfIt() {
    String id = planned();
    Client other = SERVER.client().logIn("test.crew", "four-words-for-a-test");
    refused(409, "transport.otherUnit", step(other, id, "UNDER_WAY"));
    refused(403, "access.forbidden", step(CREW, id, "LOCKED"));
    assertEquals(403, other.get(REGION + "/units/" + UNIT + "/transports").status());
    ok(step(COMMAND, id, "ARRIVED"));
  }

  @Test
  void s07AnOrderThatEndsFreesTheUnit() {
    String id = planned();
    ok(step(CREW, id, "UNDER_WAY"));
    ok(WARD.send("POST", at(id, "fate"), "{\"fate\":\"DIED\"}"));
    assertEquals("", stage(id));
    assertFolds();
  }

  private static JsonNode ofCrew(String id) {
    for (JsonNode one : CREW.get(REGION + "/units/" + UNIT + "/transports").json().get("rides")) {
      if (one.get("id").asString().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("the crew does not see " + id);
  }

  private static void assertFolds() {
    assertEquals(List.of(), SERVER.bean(StateVerifier.class).differences(CODE, _ -> {}));
  }
}
