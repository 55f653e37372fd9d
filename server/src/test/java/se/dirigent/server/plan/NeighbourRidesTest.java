package se.dirigent.server.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.dirigent.server.plan.PlanFixture.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Grant;
import se.dirigent.server.identity.Role;
import se.dirigent.server.identity.account.Account;
import se.dirigent.server.identity.account.Accounts;
import se.dirigent.server.identity.account.Passwords;
import se.dirigent.server.picture.StateVerifier;
import se.dirigent.server.platform.TestDatabase;
import se.dirigent.server.platform.problem.Language;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.Client.Answer;
import se.dirigent.server.web.LiveServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two regions: an ambulance of the one takes a patient to the other's hospital, and on its way home
 * takes along the other's patient, who goes the same way.
 */
@TestMethodOrder(MethodName.class)
class NeighbourRidesTest {
  private static final TestDatabase DATABASE = TestDatabase.migrated(NeighbourRidesTest.class);
  private static final LiveServer SERVER =
      LiveServer.start(DATABASE.url(), Map.of("dirigent.plan.every", "PT0.2S"));
  private static final RegionCode OWN = new RegionCode(LiveServer.OWN);
  private static final RegionCode NEXT = new RegionCode(LiveServer.OTHER);
  private static final Client WARD = SERVER.client().logIn("demo.avdelning", LiveServer.PASSWORD);
  private static final Client COMMAND = SERVER.client().logIn("demo.inre", LiveServer.PASSWORD);
  private static final Client NEIGHBOUR = neighbour();

  /** Stationed where the other region's hospital is. */
  private static final String COMES = "22-3020";

  private static final String AT_HOME = "23-3050";
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String NUMBER = "19121212-1212";

  @AfterAll
  static void stop() {
    SERVER.stop();
    DATABASE.close();
  }

  private static Client neighbour() {
    String name = "test.granne";
    var account =
        new Account(
            name,
            "Testperson Granne",
            "Testenhet",
            Language.SV,
            null,
            true,
            false,
            Set.of(new Grant(Role.INNER_COMMAND, NEXT), new Grant(Role.DISPATCHER, NEXT)));
    SERVER.bean(Accounts.class).save(account, "test");
    SERVER.bean(Passwords.class).choose(name, "four-words-for-a-test");
    return SERVER.client().logIn(name, "four-words-for-a-test");
  }

  private static String path(RegionCode region) {
    return "/api/regions/" + region.value();
  }

  private static String ok(Answer answer) {
    assertEquals(200, answer.status(), answer.body());
    return answer.json().get("id").asString();
  }

  private static JsonNode own(String id) {
    return COMMAND.get(path(OWN) + "/transports/" + id).json();
  }

  private static JsonNode there(String id) {
    return NEIGHBOUR.get(path(NEXT) + "/transports/" + id).json();
  }

  private static String booking(String id) {
    return own(id).path("booking").path("state").asString("");
  }

  private static String unitOf(JsonNode order) {
    return order.path("planned").path("unit").asString("");
  }

  private static void await(String what, BooleanSupplier holds) {
    Instant end = Instant.now().plus(LIMIT);
    while (!holds.getAsBoolean()) {
      assertTrue(
          Instant.now().isBefore(end),
          () ->
              what
                  + ": "
                  + COMMAND.get(path(OWN) + "/transports").body()
                  + NEIGHBOUR.get(path(NEXT) + "/transports").body()
                  + NEIGHBOUR.get(path(NEXT) + "/ride-plan").body());
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static ObjectNode from(String facility, String to, Duration ready) {
    String end =
        "{\"facility\":\"%s\",\"department\":\"Kirurgavdelning\","
            + "\"address\":\"\",\"floor\":0,\"lift\":true}";
    ObjectNode request = request(ready, to.isEmpty() ? PlanFixture.near() : end.formatted(to));
    ((ObjectNode) request.get("from")).put("facility", facility);
    return request;
  }

  /** An order of the own region's ward, from its hospital to the other's, approved. */
  private static String order(Duration ready) {
    ObjectNode request = from("ostersund", "sundsvall", ready);
    String who = "\"personalNumber\":\"" + NUMBER + "\",\"name\":\"Testperson Tolv\"";
    String id =
        ok(
            WARD.send(
                "POST", path(OWN) + "/transports", "{" + who + ",\"request\":" + request + "}"));
    ok(COMMAND.send("POST", path(OWN) + "/transports/" + id + "/approval", "{}"));
    return id;
  }

  /** Ids of the other region's orders that it drives for the own one. */
  private static List<String> taken(String order) {
    JsonNode list = NEIGHBOUR.get(path(NEXT) + "/transports").json().get("transports");
    return list.valueStream()
        .filter(t -> t.path("onBehalf").path("order").asString("").equals(order))
        .map(t -> t.get("id").asString())
        .toList();
  }

  private static void step(String id, String ride) {
    String body = "{\"ride\":\"" + ride + "\"}";
    ok(NEIGHBOUR.send("POST", path(NEXT) + "/transports/" + id + "/steps", body));
  }

  @Test
  void s01ThePatientGoesAlongWithTheAmbulanceOnItsWayHome() {
    PlanFixture.onDuty(COMMAND, AT_HOME);
    onDutyThere();
    String out = outward(Duration.ofMinutes(40));
    String id = order(Duration.ofMinutes(210));
    await("the other region takes it", () -> booking(id).equals("CONFIRMED"));
    String as = taken(id).getFirst();
    assertEquals(unitOf(there(out)), unitOf(there(as)), "on its way home");
    assertEquals("", unitOf(own(id)), "the own ambulance is free of it");
    assertEquals("LOCKED", own(id).get("ride").asString());
    assertEquals("Region Västernorrland", own(id).get("booking").get("carrier").asString());
    Instant pickup = Instant.parse(there(as).get("planned").get("pickupAt").asString());
    assertTrue(!pickup.isAfter(Instant.parse(own(id).get("choice").get("pickupUntil").asString())));
    assertTrue(pickup.isAfter(Instant.parse(there(out).get("planned").get("arriveAt").asString())));
    theyKnowWhoItIsAndBothLogIt(as, id);
    step(out, "ARRIVED");
    for (String ride : List.of("UNDER_WAY", "LOADED", "ARRIVED")) {
      step(as, ride);
      await("the ward sees " + ride, () -> own(id).get("ride").asString().equals(ride));
    }
  }

  private static void onDutyThere() {
    Instant now = Instant.now();
    String crew =
        "{\"role\":\"Specialistsjuksköterska\",\"competence\":\"SPECIALIST_NURSE\"},"
            + "{\"role\":\"Ambulanssjukvårdare\",\"competence\":\"ATTENDANT\"}";
    ok(
        NEIGHBOUR.send(
            "POST",
            path(NEXT) + "/units/" + COMES + "/shift",
            "{\"start\":\"%s\",\"end\":\"%s\",\"crew\":[%s]}"
                .formatted(now.minusSeconds(60), now.plus(Duration.ofHours(11)), crew)));
  }

  /** A patient of the other region's, to the own one's hospital. */
  private static String outward(Duration ready) {
    ObjectNode request = from("sundsvall", "ostersund", ready);
    String id =
        ok(NEIGHBOUR.send("POST", path(NEXT) + "/transports", "{\"request\":" + request + "}"));
    ok(NEIGHBOUR.send("POST", path(NEXT) + "/transports/" + id + "/approval", "{}"));
    String here = path(NEXT) + "/transports/" + id + "/placement";
    ok(NEIGHBOUR.send("POST", here, "{\"unit\":\"" + COMES + "\"}"));
    return id;
  }

  private static void theyKnowWhoItIsAndBothLogIt(String as, String id) {
    String stranger = there(as).get("patient").asString();
    String purpose = "?purpose=v%C3%A5rd";
    await(
        "known",
        () ->
            NEIGHBOUR
                .get(path(NEXT) + "/patients/" + stranger + purpose)
                .body()
                .contains("Testperson Tolv"));
    String patient = own(id).get("patient").asString();
    long logged =
        COUNT
            .sql("select count(*) from patient_read where username = 'test.granne' and patient = ?")
            .param(patient)
            .query(Long.class)
            .single();
    assertTrue(logged > 0, "the log where the patient belongs");
  }

  private static final org.springframework.jdbc.core.simple.JdbcClient COUNT =
      SERVER.bean(org.springframework.jdbc.core.simple.JdbcClient.class);

  @Test
  void s02ANoTravelsBackAndTheOwnAmbulanceDrives() {
    String out = outward(Duration.ofMinutes(40));
    String id = order(Duration.ofMinutes(210));
    await("taken", () -> booking(id).equals("CONFIRMED"));
    String as = taken(id).getFirst();
    String no = "{\"reason\":\"Besättningen ska gå av\"}";
    ok(NEIGHBOUR.send("POST", path(NEXT) + "/transports/" + as + "/refusal", no));
    await("no", () -> booking(id).equals("DECLINED"));
    assertEquals("Besättningen ska gå av", own(id).get("booking").get("text").asString());
    await("the own one", () -> unitOf(own(id)).equals(AT_HOME));
    end(out, id);
  }

  @Test
  void s03WhatIsTakenBackIsTakenBackInBoth() {
    String out = outward(Duration.ofMinutes(40));
    String id = order(Duration.ofMinutes(210));
    await("taken", () -> booking(id).equals("CONFIRMED"));
    String as = taken(id).getFirst();
    Answer theirs =
        NEIGHBOUR.send(
            "POST",
            path(NEXT) + "/transports/" + as + "/cancellation",
            "{\"reason\":\"Behövs inte\"}");
    theirs.refused(409, "transport.onBehalf");
    ok(
        COMMAND.send(
            "POST", path(OWN) + "/transports/" + id + "/fate", "{\"fate\":\"DISCHARGED\"}"));
    await("taken back", () -> there(as).get("ride").asString().equals("CANCELLED"));
    end(out, "");
  }

  private static void end(String out, String id) {
    ok(NEIGHBOUR.send("POST", path(NEXT) + "/transports/" + out + "/fate", "{\"fate\":\"MOVED\"}"));
    if (!id.isEmpty()) {
      ok(COMMAND.send("POST", path(OWN) + "/transports/" + id + "/fate", "{\"fate\":\"MOVED\"}"));
    }
  }

  @Test
  void s04EachRegionsJournalTellsItsOwn() {
    for (RegionCode region : List.of(OWN, NEXT)) {
      List<String> differences = SERVER.bean(StateVerifier.class).differences(region, _ -> {});
      assertEquals(List.of(), differences);
    }
  }
}
