package se.dirigent.server.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.dirigent.server.plan.TwoRegions.AT_HOME;
import static se.dirigent.server.plan.TwoRegions.HOMEWARD;
import static se.dirigent.server.plan.TwoRegions.ok;
import static se.dirigent.server.plan.TwoRegions.own;
import static se.dirigent.server.plan.TwoRegions.there;
import static se.dirigent.server.plan.TwoRegions.unitOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.dirigent.server.platform.TestDatabase;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.LiveServer;
import tools.jackson.databind.JsonNode;

/**
 * Two regions: an ambulance of the one takes a patient to the other's hospital, and on its way home
 * takes along the other's patient, who goes the same way; or on its way out one who is to go home.
 */
@TestMethodOrder(MethodName.class)
class NeighbourRidesTest {
  private static final TestDatabase DATABASE = TestDatabase.migrated(NeighbourRidesTest.class);
  private static final TwoRegions BOTH = TwoRegions.start(DATABASE.url());
  private static final Duration SOON = Duration.ofMinutes(40);

  @AfterAll
  static void stop() {
    BOTH.server.stop();
    DATABASE.close();
  }

  @Test
  void s01ThePatientGoesAlongWithTheAmbulanceOnItsWayHome() {
    PlanFixture.onDuty(BOTH.command, AT_HOME);
    BOTH.onDutyThere();
    String out = BOTH.outward(SOON);
    String id = BOTH.order(HOMEWARD);
    String as = BOTH.takenIn(id);
    JsonNode order = BOTH.own(id);
    assertEquals(unitOf(BOTH.there(out)), unitOf(BOTH.there(as)), "on its way home");
    assertEquals("", unitOf(order), "the own ambulance is free of it");
    assertEquals("LOCKED", order.get("ride").asString());
    assertEquals("Region Västernorrland", order.get("booking").get("carrier").asString());
    Instant pickup = time(BOTH.there(as), "pickupAt");
    assertTrue(!pickup.isAfter(Instant.parse(order.get("choice").get("pickupUntil").asString())));
    assertTrue(pickup.isAfter(time(BOTH.there(out), "arriveAt")));
    theyKnowWhoItIsAndBothLogIt(as, id);
    BOTH.step(out, "ARRIVED");
    for (String ride : List.of("UNDER_WAY", "LOADED", "ARRIVED")) {
      BOTH.step(as, ride);
      BOTH.await("the ward sees " + ride, () -> BOTH.rideOf(id).equals(ride));
    }
    theReceiverAnswersLateAndTheWardThatOrderedSeesIt(as, id);
  }

  private static Instant time(JsonNode order, String what) {
    return Instant.parse(order.get("planned").get(what).asString());
  }

  private static void theyKnowWhoItIsAndBothLogIt(String as, String id) {
    BOTH.await("known", () -> BOTH.patientThere(as).contains("Testperson Tolv"));
    String patient = BOTH.own(id).get("patient").asString();
    long logged =
        BOTH.server
            .bean(JdbcClient.class)
            .sql("select count(*) from patient_read where username = 'test.granne' and patient = ?")
            .param(patient)
            .query(Long.class)
            .single();
    assertTrue(logged > 0, "the log where the patient belongs");
  }

  /** Arrival waits for no answer, and the answer comes home after it too. */
  private static void theReceiverAnswersLateAndTheWardThatOrderedSeesIt(String as, String id) {
    assertEquals("ASKED", BOTH.own(id).get("reception").asString());
    ok(BOTH.neighbour.send("POST", there(as, "answer"), "{\"accepted\":true}"));
    BOTH.await(
        "the receiver's answer", () -> BOTH.own(id).get("reception").asString().equals("ACCEPTED"));
  }

  @Test
  void s02ANoTravelsBackAndTheOwnAmbulanceDrives() {
    String out = BOTH.outward(SOON);
    String id = BOTH.order(HOMEWARD);
    String as = BOTH.takenIn(id);
    String no = "{\"reason\":\"Besättningen ska gå av\"}";
    ok(BOTH.neighbour.send("POST", there(as, "refusal"), no));
    BOTH.await("no", () -> BOTH.booking(id).equals("DECLINED"));
    assertEquals("Besättningen ska gå av", BOTH.own(id).get("booking").get("text").asString());
    BOTH.await("the own one", () -> unitOf(BOTH.own(id)).equals(AT_HOME));
    BOTH.end(out, id);
  }

  @Test
  void s03WhatIsTakenBackIsTakenBackInBoth() {
    String out = BOTH.outward(SOON);
    String id = BOTH.order(HOMEWARD);
    String as = BOTH.takenIn(id);
    BOTH.neighbour
        .send("POST", there(as, "cancellation"), "{\"reason\":\"Behövs inte\"}")
        .refused(409, "transport.onBehalf");
    ok(BOTH.command.send("POST", own(id, "fate"), "{\"fate\":\"DISCHARGED\"}"));
    BOTH.await("taken back", () -> closedThere(as));
    assertFalse(BOTH.patientThere(as).contains("Testperson Tolv"), "a stranger again");
    BOTH.end(out, "");
  }

  private static boolean closedThere(String as) {
    return BOTH.there(as).get("ride").asString().equals("CANCELLED");
  }

  @Test
  void s04WhoIsToGoHomeGoesAlongOnTheWayOut() {
    String out = BOTH.outward(SOON);
    String id = BOTH.orderHome(SOON);
    String as = BOTH.takenIn(id);
    assertEquals(unitOf(BOTH.there(out)), unitOf(BOTH.there(as)), "the same ambulance");
    assertTrue(
        time(BOTH.there(as), "pickupAt").isBefore(time(BOTH.there(out), "arriveAt")),
        "both are on board together");
    theReceiverAtHomeAnswersAndTheCrewSeesIt(as, id);
    BOTH.end(out, id);
    BOTH.await("taken back", () -> closedThere(as));
  }

  private static void theReceiverAtHomeAnswersAndTheCrewSeesIt(String as, String id) {
    Client receiver = BOTH.server.client().logIn("demo.mottagare", LiveServer.PASSWORD);
    String no = "{\"accepted\":false,\"text\":\"Ingen plats före kvällen\"}";
    ok(receiver.send("POST", own(id, "answer"), no));
    BOTH.await(
        "the no is told where it is driven",
        () -> BOTH.there(as).get("reception").asString().equals("DECLINED"));
    assertTrue(BOTH.there(as).get("changes").toString().contains("Ingen plats före kvällen"));
    ok(receiver.send("POST", own(id, "answer"), "{\"accepted\":true}"));
    BOTH.await(
        "who changes the mind is heard",
        () -> BOTH.there(as).get("reception").asString().equals("ACCEPTED"));
    assertEquals("ACCEPTED", BOTH.own(id).get("reception").asString());
  }

  @Test
  void s05CalledOffOnItsWayTheRideIsTheOwnRegionsAgain() {
    String out = BOTH.outward(SOON);
    String id = BOTH.order(HOMEWARD);
    String as = BOTH.takenIn(id);
    BOTH.step(as, "UNDER_WAY");
    BOTH.await("the ward sees it", () -> BOTH.rideOf(id).equals("UNDER_WAY"));
    String why = "{\"reason\":\"Prio 1 i Ånge\"}";
    ok(BOTH.neighbour.send("POST", there(as, "call-off"), why));
    BOTH.await("given back", () -> BOTH.booking(id).equals("DECLINED"));
    assertEquals("APPROVED", BOTH.rideOf(id), "nobody is on the way");
    BOTH.await("the own one", () -> unitOf(BOTH.own(id)).equals(AT_HOME));
    BOTH.await("not driven twice", () -> closedThere(as));
    assertFalse(BOTH.patientThere(as).contains("Testperson Tolv"), "a stranger again");
    BOTH.end(out, id);
  }

  @Test
  void s06EachRegionsJournalTellsItsOwn() {
    BOTH.requireJournalsTell();
  }
}
