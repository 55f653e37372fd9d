package se.dirigent.server.masscasualty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

/** What is said of a casualty over HTTP: one thing at a time, as of when it was found, undone. */
@TestMethodOrder(MethodName.class)
class CasualtyTest {
  private static final LiveServer SERVER = LiveServer.shared();
  private static final String PATH = "/api/regions/" + LiveServer.OWN;
  private static final Client DISPATCHER = user("demo.dirigent");
  private static final Client CREW = user("demo.besattning");
  private static final Client COMMAND = user("demo.inre");
  private static final Client PROGRAM = SERVER.client().withToken(LiveServer.TOKEN);
  private static String id = "";

  private static Client user(String name) {
    return SERVER.client().logIn(name, LiveServer.PASSWORD);
  }

  @BeforeAll
  static void begin() {
    id = DeclaredEvent.declare(PROGRAM, DISPATCHER, "BUS_CRASH", "STAFF", 63.07, 14.82);
  }

  private static String at(String path) {
    return PATH + "/major-incidents/" + id + path;
  }

  private static String casualty(String tag, String path) {
    return at("/casualties/" + tag + path);
  }

  private static String vehicle() {
    return "{\"vehicle\":\"23-1110\"}";
  }

  /** One who is sieved again keeps what was said; each thing is told by itself and in its time. */
  @Test
  void s01WhatIsToldIsOneThingAsOfWhenItWasFound() {
    Instant now = SERVER.bean(InstantSource.class).instant();
    ok(
        CREW.send(
            "POST",
            at("/casualties"),
            """
            {"tag":"F1","about":{"place":"Norr","child":true,"needs":["BURN"],
              "decontamination":"NEEDED","family":"Lind"},
             "judgement":{"category":"DELAYED","reason":"Bruten"},"at":"%s"}
            """
                .formatted(now.minusSeconds(86_400))));
    ok(
        CREW.send(
            "POST",
            casualty("F1", "/category"),
            "{\"category\":\"IMMEDIATE\",\"reason\":\"Sämre\"}"));
    ok(DISPATCHER.send("POST", casualty("F1", "/destination"), "{\"facility\":\"gallivare\"}"));
    refused(
        409, "casualty.contaminated", CREW.send("POST", casualty("F1", "/departure"), vehicle()));
    ok(CREW.send("POST", casualty("F1", "/facts"), fact("DECONTAMINATION", "DONE")));
    refused(
        422,
        "casualty.fact",
        CREW.send("POST", casualty("F1", "/facts"), fact("DECONTAMINATION", "KANSKE")));
    JsonNode one = ok(COMMAND.get(casualty("F1", "")));
    assertEquals(
        "{\"place\":\"Norr\",\"child\":true,\"needs\":[\"BURN\"],"
            + "\"decontamination\":\"DONE\",\"family\":\"LIND\"}",
        one.get("about").toString());
    String began = ok(COMMAND.get(at(""))).at("/majorIncident/happenedAt").asString();
    assertEquals(began, one.at("/history/0/at").asString(), "not before the event");
    assertTrue(!Instant.parse(one.at("/history/0/toldAt").asString()).isBefore(now));
    JsonNode cleaned = one.get("stated").get(one.get("stated").size() - 1);
    assertEquals("demo.besattning", cleaned.get("by").asString());
    ok(CREW.send("POST", casualty("F1", "/departure"), vehicle()));
    ok(CREW.send("POST", casualty("F1", "/reopening"), "{\"reason\":\"Fel knapp\"}"));
    assertEquals("AT_SCENE", ok(COMMAND.get(casualty("F1", ""))).get("stage").asString());
    String wrong = "{\"mistake\":\"CATEGORY\",\"reason\":\"Fel kort\"}";
    ok(CREW.send("POST", casualty("F1", "/correction"), wrong));
    assertEquals("DELAYED", ok(COMMAND.get(casualty("F1", ""))).get("category").asString());
  }

  private static String fact(String kind, String value) {
    return "{\"kind\":\"" + kind + "\",\"value\":\"" + value + "\"}";
  }

  /** Phones that could not ask gave out one card: each has its own casualty, also all at once. */
  @Test
  void s02OneCardGivenOutByManyPhonesIsAsManyCasualtiesMarked() throws Exception {
    List<Callable<Answer>> work = new ArrayList<>();
    String body =
        "{\"tag\":\"D1\",\"whenTaken\":\"MARK\","
            + "\"judgement\":{\"category\":\"DELAYED\",\"reason\":\"Bruten\"}}";
    for (int i = 0; i < 9; i++) {
      work.add(() -> PROGRAM.send("POST", at("/casualties"), body));
    }
    Set<String> names = new TreeSet<>();
    try (ExecutorService crews = Executors.newFixedThreadPool(9)) {
      for (Future<Answer> answer : crews.invokeAll(work)) {
        names.add(ok(answer.get()).get("id").asString().split(":")[1]);
      }
    }
    assertEquals(9, names.size());
    assertTrue(names.contains("D1") && names.contains("D1.9"), names::toString);
    refused(409, "casualty.exists", PROGRAM.send("POST", at("/casualties"), body));
    JsonNode first = ok(COMMAND.get(casualty("D1", "")));
    assertEquals(8, first.get("sameTag").size());
    assertEquals(1, first.get("history").size(), "nothing of another's");
    ok(COMMAND.send("POST", casualty("D1.2", "/merging"), "{\"into\":\"D1\"}"));
    assertEquals(2, ok(COMMAND.get(casualty("D1.2", ""))).get("history").size());
    String apart = "{\"apart\":\"D1.2\",\"reason\":\"Två personer\"}";
    ok(COMMAND.send("POST", casualty("D1", "/splitting"), apart));
    assertEquals(1, ok(COMMAND.get(casualty("D1", ""))).get("history").size());
    assertTrue(ok(COMMAND.get(casualty("D1.2", ""))).get("id").asString().endsWith("D1.2"));
    refused(409, "casualty.notMerged", COMMAND.send("POST", casualty("D1", "/splitting"), apart));
  }

  /** Nobody knew who either was: two reserve numbers are one person, whose number then follows. */
  @Test
  void s03TwoUnknownAreMergedAndThenKnown() {
    for (String tag : List.of("U1", "U2")) {
      ok(CREW.send("POST", at("/casualties"), "{\"tag\":\"" + tag + "\"}"));
      ok(COMMAND.send("POST", casualty(tag, "/identity"), "{\"name\":\"Okänd\"}"));
    }
    ok(COMMAND.send("POST", casualty("U2", "/merging"), "{\"into\":\"U1\"}"));
    String number = "{\"personalNumber\":\"191212121212\"}";
    Answer known = COMMAND.send("POST", casualty("U2", "/identity"), number);
    assertEquals(200, known.status(), known::body);
    JsonNode one = ok(COMMAND.get(casualty("U1", "")));
    assertEquals(3, one.get("identities").size());
    assertEquals(one.at("/identities/2/patient"), one.get("patient"));
  }

  /** Who follows is told what has changed, and 304 when nothing has. */
  @Test
  void s04OnlyWhatHasChangedIsToldAgain() {
    JsonNode all = ok(PROGRAM.get(at("/casualties?limit=1000")));
    long seq = all.get("seq").asLong();
    assertTrue(all.get("all").asBoolean());
    ok(CREW.send("POST", at("/casualties"), "{\"tag\":\"C1\"}"));
    ok(CREW.send("POST", casualty("C1", "/facts"), fact("NEED", "BURN")));
    JsonNode changes = ok(PROGRAM.get(at("/casualties?since=" + seq)));
    assertEquals(1, changes.get("casualties").size());
    assertEquals("BURN", changes.at("/casualties/0/about/needs/0").asString());
    assertTrue(!changes.get("all").asBoolean());
    long later = changes.get("seq").asLong();
    assertEquals(0, ok(PROGRAM.get(at("/casualties?since=" + later))).get("casualties").size());
    for (String path : List.of("", "/major-incidents/" + id)) {
      String what = path.isEmpty() ? PATH + "/major-incidents" : PATH + path;
      Answer first = PROGRAM.get(what);
      String mark = first.headers().get("etag");
      PROGRAM.with("If-None-Match", mark);
      assertEquals(304, PROGRAM.get(what).status());
      ok(CREW.send("POST", casualty("C1", "/facts"), fact("PLACE", "Norr " + path.length())));
      assertEquals(path.isEmpty() ? 304 : 200, PROGRAM.get(what).status(), "a need is news too");
      PROGRAM.with("If-None-Match", "none");
    }
  }

  @Test
  void s05TheJournalsFoldIsWhatTheTablesHold() {
    RegionCode region = new RegionCode(LiveServer.OWN);
    assertEquals(List.of(), SERVER.bean(StateVerifier.class).differences(region, _ -> {}), "fold");
  }

  private static JsonNode ok(Answer answer) {
    return answer.ok();
  }

  private static void refused(int status, String code, Answer answer) {
    answer.refused(status, code);
  }
}
