package se.dirigent.server.masscasualty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.picture.StateVerifier;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.Client.Answer;
import se.dirigent.server.web.LiveServer;
import tools.jackson.databind.JsonNode;

/** A bus in the ditch over HTTP: declared, sieved, distributed by key, a hospital closes, a bed. */
@TestMethodOrder(MethodName.class)
class MassCasualtyTest {
  private static final LiveServer SERVER = LiveServer.shared();
  private static final RegionCode REGION = new RegionCode(LiveServer.OWN);
  private static final String PATH = "/api/regions/" + LiveServer.OWN;
  private static final Client DISPATCHER = user("demo.dirigent");
  private static final Client CREW = user("demo.besattning");
  private static final Client WARD = user("demo.avdelning");
  private static final Client PLANNER = user("demo.planerare");
  private static final Client PROGRAM = SERVER.client().withToken(LiveServer.TOKEN);
  private static final String CASE = "sos:2026-11-22:000701";
  private static String id = "";

  private static Client user(String name) {
    return SERVER.client().logIn(name, LiveServer.PASSWORD);
  }

  private static String intake(String number) {
    ok(
        PROGRAM.send(
            "PUT",
            PATH + "/intake/sos/2026-11-22/" + number,
            """
            {"source":"SOS_ALARM","callbackNumber":"070-174 06 05",
             "location":{"address":"E14 Brunflo","municipality":"Östersund",
               "position":{"lat":63.07,"lon":14.82},"quality":"ADDRESS"},
             "indexCode":"T1","description":"Buss i diket","priority":"1A"}
            """));
    return "sos:2026-11-22:" + number;
  }

  /** Half each of the red and yellow to Östersund and Sundsvall; Umeå when they are full. */
  private static String key(int version, int share) {
    return """
    {"code":"buss","name":"Busskrasch","region":"%s","type":"BUS_CRASH","version":%d,
     "validFrom":"2020-01-01","validUntil":"2099-12-31","approver":"Beredskapschef",
     "reviewOn":"2027-01-01",
     "shares":[
      {"facility":"ostersund","category":"IMMEDIATE","firstHourPercent":%d,"followingPercent":50},
      {"facility":"sundsvall","category":"IMMEDIATE","firstHourPercent":50,"followingPercent":50},
      {"facility":"ostersund","category":"DELAYED","firstHourPercent":50,"followingPercent":50},
      {"facility":"sundsvall","category":"DELAYED","firstHourPercent":50,"followingPercent":50},
      {"facility":"ostersund","category":"MINIMAL","firstHourPercent":100,"followingPercent":100}],
     "limits":[{"facility":"akademiska","specialty":"BURN","perHour":4}],
     "overflow":[{"tier":"NATION","facilities":["akademiska"]}]}
    """
        .formatted(LiveServer.OWN, version, share);
  }

  @BeforeAll
  static void begin() {
    String incident = intake("000701");
    id =
        ok(DISPATCHER.send(
                "POST",
                PATH + "/major-incidents",
                "{\"incident\":\"" + incident + "\",\"type\":\"BUS_CRASH\",\"level\":\"STAFF\"}"))
            .get("id")
            .asString();
  }

  private static String at(String path) {
    return PATH + "/major-incidents/" + id + path;
  }

  private static String casualty(String tag, String path) {
    return at("/casualties/" + tag + path);
  }

  private static void register(String tag, String found) {
    String body =
        "{\"tag\":\"%s\",\"judgement\":{\"tree\":\"START\",\"found\":%s}}".formatted(tag, found);
    ok(CREW.send("POST", at("/casualties"), body));
  }

  @Test
  void s01TheFirstReportTheLevelAndCallsOfTheSameEvent() {
    ok(
        CREW.send(
            "POST",
            at("/methane"),
            """
            {"exactLocation":"E14 vid Brunflo","type":"Buss i diket","hazards":"Diesel",
             "access":"Norrifrån","casualties":60,"services":"Räddningstjänst på plats"}
            """));
    ok(
        CREW.send(
            "POST",
            at("/organisation"),
            """
            {"medicalLead":"23-1110","sectors":[{"name":"Bussen","lead":"23-1110"}],
             "breakPoint":"Rastplatsen","breakPointAt":{"lat":63.07,"lon":14.8},
             "talkgroup":"Samverkan 1"}
            """));
    String level = "{\"level\":\"DISASTER\",\"reason\":\"Fler än vi klarar\"}";
    assertEquals(403, CREW.send("POST", at("/level"), level).status());
    ok(DISPATCHER.send("POST", at("/level"), level));
    String other = "{\"incident\":\"" + intake("000702") + "\"}";
    ok(DISPATCHER.send("POST", at("/incidents"), other));
    JsonNode seen = ok(WARD.get(at(""))).get("majorIncident");
    assertEquals("DISASTER", seen.get("level").get("level").asString());
    assertEquals(60, seen.get("methane").get("casualties").asInt());
    assertEquals(2, seen.get("incidents").size());
    refused(
        409,
        "majorIncident.collected",
        DISPATCHER.send(
            "POST",
            PATH + "/major-incidents",
            "{\"incident\":\"" + CASE + "\",\"type\":\"OTHER\",\"level\":\"STAFF\"}"));
    refused(
        422,
        "incident.unknown",
        DISPATCHER.send("POST", at("/incidents"), "{\"incident\":\"sos:2026-11-22:999999\"}"));
  }

  @Test
  void s02KeysAndCapacitiesAreSettledInAdvance() {
    refused(422, "key.sum", PLANNER.send("POST", PATH + "/preparedness/keys", key(1, 40)));
    ok(PLANNER.send("POST", PATH + "/preparedness/keys", key(1, 50)));
    refused(409, "key.nextVersion", PLANNER.send("POST", PATH + "/preparedness/keys", key(1, 50)));
    refused(
        422,
        "key.hospital",
        PLANNER.send(
            "POST", PATH + "/preparedness/keys", key(2, 50).replace("akademiska", "ingenstans")));
    ok(
        PLANNER.send(
            "POST",
            PATH + "/preparedness/capacities",
            """
            {"facility":"sundsvall","hours":[{"categories":{
               "IMMEDIATE":{"staff":2,"premises":1,"equipment":3,"leadership":2}},
               "specialties":{}}],
             "source":"Sjukhusets egen plan","documentedOn":"2026-11-02"}
            """));
    ok(
        PLANNER.send(
            "POST",
            PATH + "/preparedness/capacities",
            """
            {"facility":"ostersund","hours":[{"categories":{
               "IMMEDIATE":{"staff":9,"premises":9,"equipment":9,"leadership":9}},
               "specialties":{}}],
             "source":"Sjukhusets egen plan","documentedOn":"2026-11-02"}
            """));
    JsonNode proposals =
        ok(
            PLANNER.send(
                "POST",
                PATH + "/preparedness/proposals",
                "{\"beds\":500,\"emergencyBeds\":30,\"doctors\":13,\"ventilators\":9,"
                    + "\"monitors\":20}"));
    assertEquals(15, proposals.get(0).get("persons").asInt());
    ok(DISPATCHER.send("POST", at("/key"), "{\"code\":\"buss\"}"));
    assertEquals(403, WARD.send("POST", PATH + "/preparedness/keys", key(2, 50)).status());
  }

  @Test
  void s03CasualtiesAreSievedAndGoWhereTheKeySays() {
    String red =
        """
        [{"finding":"walks","value":"no"},{"finding":"breathes","value":"yes"},
         {"finding":"respiratoryRate","value":"36"}]
        """;
    for (int i = 1; i <= 4; i++) {
      register("R" + i, red);
    }
    List<String> proposed = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      JsonNode draw = ok(CREW.get(casualty("R" + i, "/proposal")));
      String facility = draw.get("facility").asString();
      proposed.add(facility);
      String body = "{\"facility\":\"%s\",\"proposed\":\"%s\"}".formatted(facility, facility);
      ok(DISPATCHER.send("POST", casualty("R" + i, "/destination"), body));
    }
    assertEquals(List.of("ostersund", "sundsvall", "ostersund"), proposed);
    JsonNode full = ok(CREW.get(casualty("R4", "/proposal")));
    assertEquals("ostersund", full.get("facility").asString(), "Sundsvall takes one an hour");
    assertEquals("FULL", full.get("passed").get(0).get("against").asString());
    String closed =
        "{\"facility\":\"ostersund\",\"at\":\"%s\",\"closed\":true,\"takes\":{},"
            + "\"specialties\":{},\"text\":\"Strömavbrott\"}";
    Instant now = SERVER.bean(InstantSource.class).instant();
    ok(WARD.send("POST", at("/capacity-reports"), closed.formatted(now)));
    JsonNode further = ok(CREW.get(casualty("R4", "/proposal")));
    assertEquals("akademiska", further.get("facility").asString());
    assertEquals("OVERFLOW", further.get("why").asString());
    assertTrue(further.get("unknown").asBoolean(), "nobody has said what it can take");
    String deviates =
        "{\"facility\":\"norrlands-universitetssjukhus\",\"proposed\":\"akademiska\"}";
    refused(422, "text.missing", DISPATCHER.send("POST", casualty("R4", "/destination"), deviates));
    assertEquals(403, CREW.send("POST", casualty("R4", "/destination"), deviates).status());
  }

  @Test
  void s04FromTheSceneToTheBedAndWhoItWas() {
    refused(409, "casualty.nowhere", CREW.send("POST", casualty("R4", "/departure"), vehicle()));
    ok(CREW.send("POST", casualty("R1", "/departure"), vehicle()));
    ok(WARD.send("POST", casualty("R1", "/arrival"), "{\"facility\":\"ostersund\"}"));
    ok(WARD.send("POST", casualty("R1", "/bed"), "{\"ward\":\"Kirurgavdelning\"}"));
    ok(
        WARD.send(
            "POST",
            casualty("R1", "/category"),
            """
            {"score":"T-RTS","found":[{"finding":"respiratoryRate","value":"16"},
             {"finding":"systolicPressure","value":"120"},{"finding":"comaScale","value":"15"}]}
            """));
    ok(WARD.send("POST", casualty("R1", "/identity"), "{\"name\":\"Testperson Ett\"}"));
    JsonNode one = ok(WARD.get(casualty("R1", "")));
    assertEquals("ADMITTED", one.get("stage").asString());
    assertEquals(2, one.get("history").size());
    assertEquals("MINIMAL", one.at("/history/1/verdict/category").asString());
    assertTrue(one.has("patient"));
    JsonNode there = ok(WARD.get(at("/casualties?facility=ostersund"))).get("casualties");
    assertEquals(2, there.size(), "who is there and who is coming");
    ok(CREW.send("POST", at("/casualties"), "{\"tag\":\"r9\"}"));
    ok(WARD.send("POST", casualty("R9", "/merging"), "{\"into\":\"R1\"}"));
    refused(409, "casualty.over", CREW.send("POST", casualty("R9", "/departure"), vehicle()));
    assertTrue(ok(WARD.get(casualty("R9", ""))).get("id").asString().endsWith(":R1"), "by either");
    JsonNode tally = ok(DISPATCHER.get(at(""))).get("tally");
    int persons = 0;
    for (JsonNode line : tally) {
      persons += line.get("persons").asInt();
    }
    assertEquals(4, persons, "five tags of four persons");
    refused(
        409,
        "majorIncident.unsettled",
        DISPATCHER.send("POST", at("/ending"), "{\"reason\":\"Klart\"}"));
  }

  private static String vehicle() {
    return "{\"vehicle\":\"23-1110\"}";
  }

  @Test
  void s05WhatCannotBeIsRefusedInWordsAndAnOldReportIsMarked() {
    refused(409, "casualty.exists", CREW.send("POST", at("/casualties"), "{\"tag\":\"R1\"}"));
    refused(422, "casualty.form", CREW.send("POST", at("/casualties"), "{\"tag\":\"R 1\"}"));
    refused(
        422,
        "sieve.how",
        CREW.send("POST", casualty("R2", "/category"), "{\"reason\":\"Ser illa ut\"}"));
    refused(
        422,
        "sort.number",
        CREW.send(
            "POST",
            casualty("R2", "/category"),
            "{\"score\":\"T-RTS\",\"found\":[{\"finding\":\"comaScale\",\"value\":\"x\"}]}"));
    refused(
        422,
        "facility.unknown",
        WARD.send("POST", casualty("R2", "/arrival"), "{\"facility\":\"ingenstans\"}"));
    String report =
        "{\"facility\":\"sundsvall\",\"at\":\"%s\",\"closed\":false,"
            + "\"takes\":{\"IMMEDIATE\":%d},\"specialties\":{},\"text\":\"\"}";
    Instant now = SERVER.bean(InstantSource.class).instant();
    refused(
        422,
        "capacity.count",
        DISPATCHER.send("POST", at("/capacity-reports"), report.formatted(now, -1)));
    ok(
        DISPATCHER.send(
            "POST", at("/capacity-reports"), report.formatted(now.minusSeconds(86_400), 9)));
    JsonNode seen = ok(WARD.get(at(""))).get("majorIncident");
    assertTrue(!seen.get("standings").has("sundsvall"), "kept in the log, not reckoned with");
    JsonNode log = seen.get("log");
    assertEquals("OldCapacityReported", log.get(log.size() - 1).get("what").asString());
    refused(404, "majorIncident.unknown", WARD.get(PATH + "/major-incidents/ingen"));
    refused(404, "casualty.unknown", WARD.get(casualty("R99", "")));
  }

  /** Twenty crews give out the same ten tags at once: ten casualties, each registered once. */
  @Test
  void s06OneTagIsOneCasualtyHoweverManyGiveItOut() throws Exception {
    List<Callable<Answer>> work = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      // Some with a verdict, some without, so that they come to rows of different versions.
      String judged =
          i % 2 == 0 ? "" : ",\"judgement\":{\"category\":\"MINIMAL\",\"reason\":\"Går\"}";
      String body = "{\"tag\":\"S" + i % 10 + "\"" + judged + "}";
      work.add(() -> PROGRAM.send("POST", at("/casualties"), body));
    }
    int done = 0;
    try (ExecutorService crews = Executors.newFixedThreadPool(20)) {
      for (Future<Answer> answer : crews.invokeAll(work)) {
        int status = answer.get().status();
        assertTrue(status == 200 || status == 409, () -> "status " + status);
        done += status == 200 ? 1 : 0;
      }
    }
    assertEquals(10, done);
    JsonNode all = ok(PROGRAM.get(at("/casualties?limit=3&after=S3")));
    assertEquals("S6", all.get("next").asString());
    ok(
        DISPATCHER.send(
            "POST",
            at("/destinations"),
            "{\"tags\":[\"S1\",\"S2\"],\"facility\":\"norrlands-universitetssjukhus\","
                + "\"reason\":\"Buss dit\"}"));
    refused(
        422,
        "casualty.unknown",
        DISPATCHER.send(
            "POST",
            at("/destinations"),
            "{\"tags\":[\"S3\",\"S99\"],\"facility\":\"norrlands-universitetssjukhus\","
                + "\"reason\":\"Buss dit\"}"));
    assertTrue(
        !ok(PROGRAM.get(casualty("S3", ""))).has("destination"), "a wave goes whole or not at all");
  }

  @Test
  void s06WholeWavesLeaveAndAreSettled() throws Exception {
    String bus = "],\"vehicle\":\"Buss 1\"}";
    refused(
        409,
        "casualty.nowhere",
        CREW.send("POST", at("/departures"), "{\"tags\":[\"S1\",\"S3\"" + bus));
    assertEquals("AT_SCENE", ok(PROGRAM.get(casualty("S1", ""))).get("stage").asString());
    ok(CREW.send("POST", at("/departures"), "{\"tags\":[\"S1\",\"S2\"" + bus));
    for (String tag : List.of("S1", "S2")) {
      assertEquals("DEPARTED", ok(PROGRAM.get(casualty(tag, ""))).get("stage").asString());
    }
    refused(422, "casualty.wave", CREW.send("POST", at("/departures"), "{\"tags\":[" + bus));
    ok(
        DISPATCHER.send(
            "POST", at("/settlements"), "{\"tags\":[\"S4\",\"S5\"],\"reason\":\"Gick hem\"}"));
    assertEquals("SETTLED", ok(PROGRAM.get(casualty("S5", ""))).get("stage").asString());
  }

  @Test
  void s07TheJournalsFoldIsWhatTheTablesHold() {
    assertEquals(List.of(), SERVER.bean(StateVerifier.class).differences(REGION, _ -> {}), "fold");
    JsonNode entries = ok(DISPATCHER.get(PATH + "/incidents/" + CASE)).get("entries");
    boolean told = false;
    for (JsonNode entry : entries) {
      told |= entry.get("type").asString().equals("MajorIncidentDeclared");
    }
    assertTrue(told, "the incident's own log says that it is part of a major one");
  }

  private static JsonNode ok(Answer answer) {
    return answer.ok();
  }

  private static void refused(int status, String code, Answer answer) {
    answer.refused(status, code);
  }
}
