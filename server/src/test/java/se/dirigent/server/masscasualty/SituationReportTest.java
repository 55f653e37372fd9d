package se.dirigent.server.masscasualty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.Client.Answer;
import se.dirigent.server.web.LiveServer;
import tools.jackson.databind.JsonNode;

/** What the situation report of a fire says, to whom, and that it never says who anybody is. */
@TestMethodOrder(MethodName.class)
class SituationReportTest {
  private static final LiveServer SERVER = LiveServer.shared();
  private static final String PATH = "/api/regions/" + LiveServer.OWN;
  private static final Client COMMAND = user("demo.inre");
  private static final Client CREW = user("demo.besattning");
  private static final Client WARD = user("demo.avdelning");
  private static final Client PROGRAM = SERVER.client().withToken(LiveServer.TOKEN);
  private static String id = "";

  private static Client user(String name) {
    return SERVER.client().logIn(name, LiveServer.PASSWORD);
  }

  private static String at(String path) {
    return PATH + "/major-incidents/" + id + path;
  }

  @BeforeAll
  static void begin() {
    id = DeclaredEvent.declare(PROGRAM, COMMAND, "BURNS", "STAFF", 63.17, 14.63);
    CREW.send(
            "POST",
            at("/methane"),
            """
            {"exactLocation":"Festplatsen","type":"Brand <i tält>","hazards":"Gasol","access":"",
             "casualties":30,"services":""}
            """)
        .ok();
    COMMAND.send("POST", at("/missing"), "{\"asked\":12,\"answered\":5}").ok();
    String level = "{\"level\":\"DISASTER\",\"reason\":\"Fler än vi klarar\"}";
    COMMAND.send("POST", at("/level"), level).ok();
    for (String tag : new String[] {"A1", "A2", "A3"}) {
      String body =
          """
          {"tag":"%s","about":{"place":"Tältet","child":false,"needs":["BURN"],
            "decontamination":"NOT_NEEDED","family":""},
           "judgement":{"category":"IMMEDIATE","reason":"Brännskador"}}
          """;
      CREW.send("POST", at("/casualties"), body.formatted(tag)).ok();
    }
    CREW.send("POST", at("/casualties"), "{\"tag\":\"A4\"}").ok();
    COMMAND
        .send(
            "POST",
            at("/casualties/A1/destination"),
            "{\"facility\":\"ostersund\",\"reason\":\"Närmast\",\"beyond\":true}")
        .ok();
    CREW.send("POST", at("/casualties/A1/identity"), "{\"name\":\"Testperson Elva\"}").ok();
    String closed =
        "{\"facility\":\"solleftea\",\"at\":\"%s\",\"closed\":true,\"takes\":{},"
            + "\"specialties\":{},\"text\":\"Rök\"}";
    String now = SERVER.bean(InstantSource.class).instant().toString();
    COMMAND.send("POST", at("/capacity-reports"), closed.formatted(now)).ok();
  }

  @Test
  void s01ItSaysAllThatIsKnownAsOfOneMoment() {
    JsonNode report = COMMAND.get(at("/situation-report")).ok();
    assertEquals(1, report.get("format").asInt());
    assertTrue(report.get("seq").asLong() > 0);
    JsonNode major = report.get("majorIncident");
    assertEquals("Festplatsen", major.at("/methane/exactLocation").asString());
    assertEquals("DISASTER", major.at("/level/level").asString());
    assertEquals(12, major.at("/missing/asked").asInt());
    JsonNode red = report.get("counts").get(0);
    assertEquals("IMMEDIATE", red.get("category").asString());
    assertEquals(2, red.get("scene").asInt());
    assertEquals(1, red.get("decided").asInt());
    assertEquals(3, red.get("all").asInt());
    JsonNode unsieved = report.get("counts").get(5);
    assertFalse(unsieved.has("category"));
    assertEquals(1, unsieved.get("all").asInt());
    boolean tent = false;
    for (JsonNode place : report.get("places")) {
      tent |= place.get("place").asString().equals("Tältet") && place.get("persons").asInt() == 3;
    }
    assertTrue(tent, "three red in the tent, with a hospital or without");
    boolean closed = false;
    for (JsonNode hospital : report.get("hospitals")) {
      closed |=
          hospital.get("name").asString().startsWith("Sollefte")
              && hospital.at("/room/said/closed").asBoolean();
    }
    assertTrue(closed, "a hospital by its name, with what it has said");
    JsonNode last = report.get("told").get(0);
    assertEquals("CapacityReported", last.get("what").asString());
    assertEquals("demo.inre", last.get("by").asString());
  }

  @Test
  void s02ThePaperIsTheSameInBothLanguages() {
    String swedish = COMMAND.get(at("/situation-report/paper?format=HTML")).body();
    for (String said :
        new String[] {
          "Katastrofläge",
          "Festplatsen",
          "Brand &lt;i tält&gt;",
          "12 efterfrågade",
          "STÄNGT",
          "Fler än vi klarar",
          "demo.inre",
          "Tältet",
          "ÖVNING"
        }) {
      assertTrue(swedish.contains(said), said);
    }
    String english = COMMAND.get(at("/situation-report/paper?format=HTML&language=en")).body();
    assertTrue(english.contains("Disaster level"), english);
    assertFalse(english.contains("Katastrofläge"), english);
    Answer pdf = COMMAND.get(at("/situation-report/paper"));
    assertEquals(200, pdf.status());
    assertTrue(pdf.type().startsWith("application/pdf"), pdf.type());
    assertTrue(pdf.body().startsWith("%PDF-"));
  }

  @Test
  void s03NobodyIsNamedAndEachIsShownToThoseOnlyWhoMayReadOfAll() {
    Answer told = COMMAND.get(at("/situation-report"));
    assertEquals(4, told.ok().get("casualties").size());
    String paper = COMMAND.get(at("/situation-report/paper?format=HTML")).body();
    assertFalse(told.body().contains("Testperson") || paper.contains("Testperson"));
    JsonNode ward = WARD.get(at("/situation-report")).ok();
    assertFalse(ward.has("casualties"), "a ward reads of its own hospital's alone");
    assertEquals(3, ward.get("counts").get(0).get("all").asInt(), "but how many there are");
  }

  @Test
  void s04EveryReadStandsInTheLog() {
    WARD.get(at("/situation-report/paper?format=HTML"));
    JsonNode reads = user("demo.admin").get(PATH + "/patient-reads?username=demo.avdelning").ok();
    assertTrue(reads.toString().contains("situation report of " + id), reads.toString());
    COMMAND
        .get(PATH + "/major-incidents/none/situation-report")
        .refused(404, "majorIncident.unknown");
  }

  @Test
  void s09WithWhatSomebodyGoesIsSaidOnTheWayAlone() {
    CREW.send("POST", at("/casualties/A1/departure"), "{\"vehicle\":\"23-1110\"}").ok();
    String onTheWay = COMMAND.get(at("/situation-report/paper?format=HTML")).body();
    assertTrue(onTheWay.contains("på väg till Östersunds sjukhus med 23-1110<"), onTheWay);
    CREW.send("POST", at("/casualties/A1/arrival"), "{\"facility\":\"ostersund\"}").ok();
    String there = COMMAND.get(at("/situation-report/paper?format=HTML")).body();
    assertTrue(there.contains("på Östersunds sjukhus<"), there);
  }

  @Test
  void s10TheyStandInTheOrderOfTheirCards() {
    for (String tag : List.of("T10", "T2", "T1")) {
      CREW.send("POST", at("/casualties"), "{\"tag\":\"" + tag + "\"}").ok();
    }
    List<String> tags = new ArrayList<>();
    for (JsonNode one : COMMAND.get(at("/situation-report")).ok().get("casualties")) {
      tags.add(one.get("tag").asString());
    }
    assertEquals(List.of("T1", "T2", "T10"), tags.subList(tags.size() - 3, tags.size()));
  }
}
