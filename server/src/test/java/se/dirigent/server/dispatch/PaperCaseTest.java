package se.dirigent.server.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.RunningService;
import se.dirigent.server.RunningService.Reply;
import se.dirigent.server.journal.JournalVerifier;
import se.dirigent.server.picture.StateVerifier;
import tools.jackson.databind.JsonNode;

/** An hour on paper, and what the system makes of it afterwards. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class PaperCaseTest {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final int FORMS = 200;

  private static RunningService service;
  private static List<String> units;

  @BeforeAll
  static void start() {
    service = RunningService.start(PaperCaseTest.class);
    JsonNode picture = service.get(service.path("/picture")).json();
    units =
        StreamSupport.stream(picture.path("units").spliterator(), false)
            .map(u -> u.path("id").asString())
            .limit(4)
            .toList();
    for (String unit : units) {
      String body =
          "{\"start\":\"%s\",\"end\":\"%s\",\"crew\":[]}"
              .formatted(ago(180), NOW.plus(Duration.ofHours(6)));
      assertEquals(200, service.post(service.path("/units/" + unit + "/shift"), body).status());
    }
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static Instant ago(int minutes) {
    return NOW.minus(Duration.ofMinutes(minutes));
  }

  @Test
  void t01_aFormIsEnteredWithItsOwnTimesAndWhoWroteIt() {
    Reply entered =
        enter(
            form(
                "1700-01",
                ago(60),
                "Pappersgatan 1",
                "070-174 06 01",
                """
                ,"contacts":[{"at":"%s","by":"Bord A","answered":true,"condition":"Vaken"}],
                 "notes":[{"at":"%s","by":"Bord A","text":"Portkod 1234"}],
                 "units":[
                   {"unit":"%s","by":"Bord A","destination":"ostersund","times":{
                     "ASSIGNED":"%s","AT_ADDRESS":"%s","LOADED":"%s","CLEAR":"%s"}},
                   {"unit":"%s","by":"Bord B","times":{"ASSIGNED":"%s","AT_ADDRESS":"%s"}}]
                """
                    .formatted(
                        ago(57),
                        ago(56),
                        units.get(0),
                        ago(55),
                        ago(45),
                        ago(30),
                        ago(10),
                        units.get(1),
                        ago(20),
                        ago(5))));
    assertEquals(200, entered.status(), () -> "" + entered.body());
    JsonNode found = incident(entered.json().path("id").asString());
    JsonNode incident = found.path("incident");
    assertEquals(ago(60).toString(), incident.path("receivedAt").asString());
    assertEquals("ASSIGNED", incident.path("phase").asString());
    assertEquals("1700-01", incident.path("paper").path("number").asString());
    assertEquals("Bord A", incident.path("paper").path("writtenBy").asString());
    assertEquals(ago(57).toString(), incident.path("contacts").path(0).path("at").asString());
    JsonNode first = found.path("assignments").path(0);
    assertEquals("CLEARED", first.path("state").asString());
    assertEquals(ago(45).toString(), first.path("times").path("atAddressAt").asString());
    assertEquals("Bord B", found.path("assignments").path(1).path("by").asString());
    assertEquals("AT_ADDRESS", unit(units.get(1)).path("status").asString());
    assertEquals("AVAILABLE", unit(units.get(0)).path("status").asString());
    for (JsonNode entry : found.path("entries")) {
      assertTrue(Instant.parse(entry.path("at").asString()).isAfter(ago(1)), "when entered");
    }
    assertEquals(
        incident.path("paper").path("reenteredBy").asString(),
        found.path("entries").path(0).path("actor").asString());
  }

  @Test
  void t02_aTimeInTheFutureOrOutOfOrderIsRefusedAndNothingIsLeft() {
    String ahead = ",\"notes\":[{\"at\":\"%s\",\"by\":\"A\",\"text\":\"x\"}]";
    refused(
        "time.future",
        form("1700-02", ago(50), "Senväg 2", "", ahead.formatted(NOW.plusSeconds(900))));
    refused("time.order", form("1700-02", ago(50), "Senväg 2", "", ahead.formatted(ago(51))));
    refused("time.future", form("1700-02", NOW.plusSeconds(900), "Senväg 2", "", ""));
    String unit =
        ",\"units\":[{\"unit\":\"%s\",\"by\":\"A\","
            + "\"times\":{\"ASSIGNED\":\"%s\",\"LOADED\":\"%s\"}}]";
    refused(
        "time.order",
        form("1700-02", ago(50), "Senväg 2", "", unit.formatted(units.get(0), ago(40), ago(45))));
    refused(
        "paper.unitNotFree",
        form("1700-02", ago(50), "Senväg 2", "", unit.formatted(units.get(1), ago(40), ago(30))));
    assertEquals(200, enter(form("1700-02", ago(50), "Senväg 2", "", "")).status());
  }

  @Test
  void t03_aCaseThatIsAlikeIsAskedAbout() {
    String again = form("1700-03", ago(55), "Pappersgatn 1", "", "");
    Reply asked = refused("paper.similar", again);
    assertTrue(asked.json().path("detail").asString().contains("1700-01"), "" + asked.body());
    refused("paper.similar", form("1700-04", ago(5), "Annan gata 9", "+46 70-174 06 01", ""));
    assertEquals(
        200, enter(form("1700-05", ago(5), "Tredje gatan 3", "070-174 06 02", "")).status());
    String opening = again.substring(again.indexOf("\"opening\":") + 10, again.length() - 1);
    JsonNode similar = service.post(service.path("/paper-cases/similar"), opening).json();
    assertEquals("SAME_ADDRESS", similar.path(0).path("likeness").path(0).asString());
    String day = similar.path(0).path("incident").asString();
    String distinct =
        again.substring(0, again.length() - 1) + ",\"distinctFrom\":[\"" + day + "\"]}";
    assertEquals(200, enter(distinct).status());
    refused("paper.exists", distinct);
  }

  @Test
  void t04_paperGoesOnWithACaseThatWasInTheSystem() {
    String opened =
        service
            .post(
                service.path("/incidents"),
                """
                {"source":"SOS_ALARM","description":"Fall","priority":"2B","location":
                 {"address":"Systemvägen 4","municipality":"","quality":"UNKNOWN"}}
                """)
            .json()
            .path("id")
            .asString();
    String path = service.path("/incidents/" + opened + "/assignments");
    assertEquals(200, service.post(path, "{\"units\":[\"" + units.get(2) + "\"]}").status());
    Instant soon = Instant.now();
    Reply entered =
        enter(
            """
            {"number":"1700-06","writtenBy":"Bord A","incident":"%s","units":[
              {"unit":"%s","by":"Bord A","times":{"LOADED":"%s","CLEAR":"%s"}}]}
            """
                .formatted(opened, units.get(2), soon, soon));
    assertEquals(200, entered.status(), () -> "" + entered.body());
    JsonNode found = incident(opened);
    assertEquals("CLOSED", found.path("incident").path("phase").asString());
    assertEquals("CONVEYED", found.path("incident").path("outcome").path("kind").asString());
    assertEquals("AVAILABLE", unit(units.get(2)).path("status").asString());
  }

  @Test
  void t05_aCaseThatWaitedOnPaperWaitsOnAndIsOverdue() {
    String id =
        enter(form("1700-07", ago(100), "Väntvägen 7", "", "")).json().path("id").asString();
    JsonNode waiting = incident(id).path("incident").path("waiting");
    assertTrue(Instant.parse(waiting.path("nextDueAt").asString()).isBefore(NOW), "" + waiting);
    assertTrue(Instant.parse(waiting.path("checkAt").asString()).isAfter(NOW), "" + waiting);
  }

  @Test
  void t06_twoHundredFormsAreEnteredInTheirOrderAndOnceEach() {
    List<String> ids = new ArrayList<>();
    long began = System.nanoTime();
    for (int n = 0; n < FORMS; n++) {
      UUID command = UUID.randomUUID();
      String form = numbered(n);
      Reply first = service.post(service.path("/paper-cases"), command, form);
      assertEquals(200, first.status(), () -> "" + first.body());
      ids.add(first.json().path("id").asString());
      if (n % 10 == 0) {
        Reply repeat = service.post(service.path("/paper-cases"), command, form);
        assertEquals(first.json(), repeat.json(), "sent again it is the same");
        refused("paper.exists", form);
      }
    }
    Duration time = Duration.ofNanos(System.nanoTime() - began);
    System.out.printf(
        "%d forms entered in %.1f s, %.0f ms each%n",
        FORMS, time.toMillis() / 1000.0, time.toMillis() / (double) FORMS);
    List<String> listed = new ArrayList<>();
    String before = ago(120).plusSeconds(1).toString();
    JsonNode page = service.get(service.path("/incidents?limit=200&before=" + before)).json();
    page.forEach(i -> listed.addFirst(i.path("id").asString()));
    assertEquals(ids, listed, "the order of the paper");
    RegionCode region = new RegionCode(RunningService.REGION);
    assertTrue(service.bean(JournalVerifier.class).verify(region, _ -> {}).whole());
    assertEquals(List.of(), service.bean(StateVerifier.class).differences(region, _ -> {}));
  }

  /** A form a minute, each case ended half an hour later. */
  private static String numbered(int n) {
    Instant at = ago(120 + FORMS - n);
    return form(
        "1500-%03d".formatted(n),
        at,
        "Skrivgatan " + n,
        "070-1740%03d".formatted(n),
        ",\"ending\":{\"outcome\":\"TREATED_AND_LEFT\",\"at\":\"%s\"}"
            .formatted(at.plus(Duration.ofMinutes(30))));
  }

  private static String form(
      String number, Instant openedAt, String address, String callback, String more) {
    return """
    {"number":"%s","writtenBy":"Bord A"%s,"opening":{"openedAt":"%s","source":"SOS_ALARM",
     "callbackNumber":"%s","description":"Skrivet på papper","priority":"2B","location":
     {"address":"%s","municipality":"","quality":"UNKNOWN"}}}\
    """
        .formatted(number, more, openedAt, callback, address);
  }

  private static Reply enter(String form) {
    return service.post(service.path("/paper-cases"), form);
  }

  private static Reply refused(String code, String form) {
    Reply reply = enter(form);
    assertEquals("urn:dirigent:problem:" + code, reply.json().path("type").asString());
    return reply;
  }

  private static JsonNode incident(String id) {
    return service.get(service.path("/incidents/" + id)).json();
  }

  private static JsonNode unit(String id) {
    JsonNode picture = service.get(service.path("/picture")).json();
    return StreamSupport.stream(picture.path("units").spliterator(), false)
        .filter(u -> u.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
