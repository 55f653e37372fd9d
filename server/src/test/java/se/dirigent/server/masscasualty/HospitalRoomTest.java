package se.dirigent.server.masscasualty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.picture.StateVerifier;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.Client.Answer;
import se.dirigent.server.web.LiveServer;
import tools.jackson.databind.JsonNode;

/** What hospitals have left over HTTP: held by decisions, said by their own wards alone. */
@TestMethodOrder(MethodName.class)
class HospitalRoomTest {
  private static final LiveServer SERVER = LiveServer.shared();
  private static final String PATH = "/api/regions/" + LiveServer.OWN;
  private static final Client DISPATCHER = user("demo.dirigent");
  private static final Client CREW = user("demo.besattning");
  private static final Client WARD = user("demo.avdelning");
  private static final Client PROGRAM = SERVER.client().withToken(LiveServer.TOKEN);
  private static String id = "";

  private static Client user(String name) {
    return SERVER.client().logIn(name, LiveServer.PASSWORD);
  }

  /** Half of each to Östersund, which has closed, and Sundsvall; beyond them, Akademiska. */
  @BeforeAll
  static void begin() {
    id = DeclaredEvent.declare(PROGRAM, DISPATCHER, "BUS_CRASH", "STAFF", 63.07, 14.82);
    List<String> shares = new ArrayList<>();
    for (String category : List.of("IMMEDIATE", "DELAYED", "MINIMAL")) {
      for (String facility : List.of("ostersund", "sundsvall")) {
        shares.add(
            ("{\"facility\":\"%s\",\"category\":\"%s\","
                    + "\"firstHourPercent\":50,\"followingPercent\":50}")
                .formatted(facility, category));
      }
    }
    String key =
        """
        {"code":"sjukhus","name":"Prov","region":"%s","type":"OTHER","version":1,
         "validFrom":"2020-01-01","validUntil":"2099-12-31","approver":"Beredskapschef",
         "reviewOn":"2027-01-01","shares":%s,"limits":[],
         "overflow":[{"tier":"NATION","facilities":["akademiska"]}]}
        """;
    user("demo.planerare")
        .send("POST", PATH + "/preparedness/keys", key.formatted(LiveServer.OWN, shares))
        .ok();
    DISPATCHER.send("POST", at("/key"), "{\"code\":\"sjukhus\"}").ok();
    Instant now = SERVER.bean(InstantSource.class).instant();
    String closed =
        "{\"facility\":\"ostersund\",\"at\":\"%s\",\"closed\":true,\"takes\":{},"
            + "\"specialties\":{},\"text\":\"Strömavbrott\"}";
    WARD.send("POST", at("/capacity-reports"), closed.formatted(now)).ok();
  }

  private static String at(String path) {
    return PATH + "/major-incidents/" + id + path;
  }

  private static String casualty(String tag, String path) {
    return at("/casualties/" + tag + path);
  }

  @Test
  void s01OfTwoWhoSendTheLastPlaceOneIsTold() throws Exception {
    Instant now = SERVER.bean(InstantSource.class).instant();
    String one =
        "{\"facility\":\"sundsvall\",\"at\":\"%s\",\"closed\":false,\"basis\":\"FROM_NOW\","
            + "\"takes\":{\"DELAYED\":1},\"specialties\":{},\"text\":\"\"}";
    ok(DISPATCHER.send("POST", at("/capacity-reports"), one.formatted(now)));
    String yellow = "\"judgement\":{\"category\":\"DELAYED\",\"reason\":\"Bruten\"}";
    List<Callable<Answer>> work = new ArrayList<>();
    for (String tag : List.of("L1", "L2")) {
      ok(CREW.send("POST", at("/casualties"), "{\"tag\":\"" + tag + "\"," + yellow + "}"));
      Client who = tag.equals("L1") ? DISPATCHER : PROGRAM;
      String body = "{\"facility\":\"sundsvall\",\"proposed\":\"sundsvall\"}";
      work.add(() -> who.send("POST", casualty(tag, "/destination"), body));
    }
    List<Answer> answers = new ArrayList<>();
    try (ExecutorService dispatchers = Executors.newFixedThreadPool(2)) {
      for (Future<Answer> answer : dispatchers.invokeAll(work)) {
        answers.add(answer.get());
      }
    }
    List<Integer> statuses = answers.stream().map(Answer::status).sorted().toList();
    assertEquals(List.of(200, 409), statuses);
    String sent = answers.getFirst().status() == 200 ? "L1" : "L2";
    String told = sent.equals("L1") ? "L2" : "L1";
    Answer no = answers.get(told.equals("L1") ? 0 : 1);
    no.refused(409, "casualty.full");
    assertTrue(no.body().contains("Sundsvall"), no::body);
    assertEquals(
        "akademiska", ok(CREW.get(casualty(told, "/proposal"))).get("facility").asString());
    JsonNode own = ok(CREW.get(casualty(sent, "/proposal")));
    assertEquals("sundsvall", own.get("facility").asString(), "it does not stand in its own way");
    String elsewhere = "{\"facility\":\"norrlands-universitetssjukhus\"}";
    PROGRAM
        .send("POST", casualty(told, "/destination"), elsewhere)
        .refused(409, "casualty.deviates");
    String beyond = "{\"facility\":\"sundsvall\",\"beyond\":true,\"reason\":\"Kan inte vänta\"}";
    ok(PROGRAM.send("POST", casualty(told, "/destination"), beyond));
    JsonNode decided = ok(PROGRAM.get(casualty(told, ""))).get("destination");
    assertEquals("akademiska", decided.get("proposed").asString());
    assertEquals("Kan inte vänta", decided.get("reason").asString());
    JsonNode room = room("sundsvall");
    assertEquals(-1, room.at("/rooms/1/left").asInt(), "one more than it said");
    assertEquals(2, room.at("/rooms/1/given").asInt());
    assertEquals(50, room.at("/rooms/1/percent").asInt());
    assertTrue(!room("akademiska").at("/rooms/0").has("left"), "nobody has said");
  }

  private static JsonNode room(String facility) {
    for (JsonNode one : ok(WARD.get(at("/hospitals"))).get("hospitals")) {
      if (one.get("facility").asString().equals(facility)) {
        return one;
      }
    }
    throw new AssertionError("no hospital " + facility);
  }

  @Test
  void s02AWardAnswersForItsOwnHospitalAlone() {
    Instant now = SERVER.bean(InstantSource.class).instant();
    String report =
        "{\"facility\":\"%s\",\"at\":\"%s\",\"closed\":false,\"takes\":{},\"specialties\":{},"
            + "\"text\":\"Öppet igen\"}";
    assertEquals(
        403,
        WARD.send("POST", at("/capacity-reports"), report.formatted("sundsvall", now)).status());
    ok(WARD.send("POST", at("/capacity-reports"), report.formatted("ostersund", now)));
    assertEquals(
        403,
        WARD.send("POST", casualty("L1", "/arrival"), "{\"facility\":\"sundsvall\"}").status());
    assertEquals(403, WARD.send("POST", casualty("L1", "/bed"), "{\"ward\":\"Avd 1\"}").status());
    assertEquals(403, WARD.get(casualty("L1", "")).status(), "it goes elsewhere");
    assertEquals(403, WARD.get(at("/casualties")).status());
    assertEquals(403, WARD.get(at("/casualties?facility=sundsvall")).status());
    ok(WARD.get(at("/casualties?facility=ostersund")));
  }

  @Test
  void s03TheSortOfEventIsCorrected() {
    String train = "{\"type\":\"TRAIN\",\"reason\":\"Det var ett tåg\"}";
    assertEquals(403, CREW.send("POST", at("/type"), train).status());
    ok(DISPATCHER.send("POST", at("/type"), train));
    assertEquals("TRAIN", ok(WARD.get(at(""))).at("/majorIncident/type").asString());
  }

  @Test
  void s05AHospitalThatClosesIsClosedInEveryEvent() {
    String first = id;
    id = DeclaredEvent.declare(PROGRAM, DISPATCHER, "OTHER", "STAFF", 63.4, 13.08);
    ok(DISPATCHER.send("POST", at("/key"), "{\"code\":\"sjukhus\"}"));
    String second = id;
    id = first;
    report("ornskoldsvik", true);
    id = second;
    report("ornskoldsvik", false);
    id = first;
    assertTrue(!room("ornskoldsvik").at("/said/closed").asBoolean(), "open again for both");
    report("akademiska", true);
    id = second;
    JsonNode room = room("akademiska");
    assertTrue(room.at("/said/closed").asBoolean(), "closed for the other event");
    assertEquals(0, room.at("/rooms/0/left").asInt());
    report("akademiska", false);
    ok(DISPATCHER.send("POST", at("/ending"), "{\"reason\":\"Klart\"}"));
    id = first;
  }

  /** By a ward for its own hospital, in the open: who says so, when, and what it risks. */
  @Test
  void s06AWardDocumentsWhatItsHospitalHasPrepared() {
    String capacity =
        """
        {"facility":"%s","hours":[{"categories":{
           "DELAYED":{"staff":4,"premises":6,"equipment":6,"leadership":2}},"specialties":{}}],
         "source":"Avdelningens plan","documentedOn":"2026-11-20"}
        """;
    String beds =
        """
        {"facility":"%s","releases":[
           {"ward":"Medicin 1","beds":6,"withinHours":4,"risk":"LOW","to":"Hem"},
           {"ward":"Kirurgi 2","beds":4,"withinHours":12,"risk":"MODERATE","to":"Sundsvall"}],
         "source":"Avdelningens plan","documentedOn":"2026-11-20"}
        """;
    String plans = PATH + "/preparedness";
    assertEquals(
        403, WARD.send("POST", plans + "/capacities", capacity.formatted("sundsvall")).status());
    assertEquals(
        403, WARD.send("POST", plans + "/bed-plans", beds.formatted("sundsvall")).status());
    String none = beds.formatted("ostersund").replace("\"beds\":6", "\"beds\":-1");
    WARD.send("POST", plans + "/bed-plans", none).refused(422, "capacity.count");
    ok(WARD.send("POST", plans + "/bed-plans", beds.formatted("ostersund")));
    JsonNode told = ok(WARD.get(plans)).at("/bedPlans/ostersund");
    assertEquals(2, told.get("releases").size());
    assertEquals("MODERATE", told.at("/releases/1/risk").asString());
    user("demo.planerare").send("POST", plans + "/bed-plans", beds.formatted("sundsvall")).ok();
    RegionCode region = new RegionCode(LiveServer.OWN);
    assertEquals(List.of(), SERVER.bean(StateVerifier.class).differences(region, _ -> {}), "fold");
  }

  private static void report(String facility, boolean closed) {
    String body =
        "{\"facility\":\"%s\",\"at\":\"%s\",\"closed\":%s,\"takes\":{},\"specialties\":{},"
            + "\"text\":\"\"}";
    Instant now = SERVER.bean(InstantSource.class).instant();
    ok(DISPATCHER.send("POST", at("/capacity-reports"), body.formatted(facility, now, closed)));
  }

  /** What rows from before the column are given is what the program writes. */
  @Test
  void s04WhatIsTakenIsFilledInForOldRowsAsItIsWritten() throws Exception {
    JdbcClient sql = SERVER.bean(JdbcClient.class);
    String all = "select id || ' ' || coalesce(placed::text, '') from casualty order by id";
    List<String> written = sql.sql(all).query(String.class).list();
    assertTrue(written.stream().anyMatch(row -> row.contains("sundsvall")));
    sql.sql("update casualty set placed = null").update();
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("/db/migration/V26__placed.sql"))) {
      for (String part : new String(in.readAllBytes(), StandardCharsets.UTF_8).split(";")) {
        if (part.contains("update casualty")) {
          sql.sql(part.substring(part.indexOf("update casualty"))).update();
        }
      }
    }
    assertEquals(written, sql.sql(all).query(String.class).list());
  }

  private static JsonNode ok(Answer answer) {
    return answer.ok();
  }
}
