package se.dirigent.server.masscasualty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.dirigent.core.masscasualty.Level;
import se.dirigent.core.masscasualty.capacity.TypeEvent;
import se.dirigent.core.masscasualty.plan.PresetResponse;
import se.dirigent.server.platform.region.Regions;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.LiveServer;
import tools.jackson.databind.JsonNode;

/** What an event calls at once, by its type and level, and who was called stands in its log. */
@TestMethodOrder(MethodName.class)
class PresetResponseTest {
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

  private static String at(String path) {
    return PATH + "/major-incidents/" + id + path;
  }

  @BeforeAll
  static void begin() {
    id = DeclaredEvent.declare(PROGRAM, DISPATCHER, "TRAIN", "STAFF", 63.19, 14.6);
  }

  private static List<String> codes() {
    List<String> codes = new ArrayList<>();
    JsonNode all = DISPATCHER.get(at("/responses")).ok().get("responses");
    all.forEach(one -> codes.add(one.get("code").asString()));
    return codes;
  }

  @Test
  void s01TypeAndLevelDecideWhatIsCalled() {
    assertEquals(List.of("allman-stab"), codes());
    String level = "{\"level\":\"DISASTER\",\"reason\":\"Två vagnar\"}";
    DISPATCHER.send("POST", at("/level"), level).ok();
    assertEquals(List.of("allman-katastrof"), codes());
    String type = "{\"type\":\"CBRN\",\"reason\":\"Tankvagn läcker\"}";
    DISPATCHER.send("POST", at("/type"), type).ok();
    assertEquals(List.of("farligt-amne", "allman-katastrof"), codes(), "made for it comes first");
    assertEquals(403, WARD.get(at("/responses")).status());
  }

  @Test
  void s02WhoWasCalledStandsInTheLog() {
    String body =
        """
        {"preset":"Farligt ämne: med sanering","version":1,"units":["23-1110","23-1120"],
         "calls":["Giftinformationscentralen"],"without":"23-1130: har patient ombord"}
        """;
    assertEquals(403, CREW.send("POST", at("/responses"), body).status());
    DISPATCHER.send("POST", at("/responses"), body).ok();
    JsonNode log = DISPATCHER.get(at("")).ok().at("/majorIncident/log");
    JsonNode last = log.get(log.size() - 1);
    assertEquals("ResponseCalled", last.get("what").asString());
    assertTrue(last.get("text").asString().contains("23-1110, 23-1120"), last.toString());
  }

  @Test
  void s03TheFirstUnitLeadsUntilOthersCome() {
    CREW.send(
            "POST",
            at("/methane"),
            """
            {"exactLocation":"Km 12","type":"Tåg","hazards":"","access":"","services":""}
            """)
        .ok();
    JsonNode place = DISPATCHER.get(at("")).ok().at("/majorIncident/organisation");
    String unit = CREW.get("/api/session").ok().get("unit").asString();
    assertEquals(unit, place.get("medicalLead").asString());
  }

  @Test
  void s04TheProgramsOwnPresetsFitEveryTypeAndLevelInEveryRegion() {
    Regions regions = SERVER.bean(Regions.class);
    for (var region : regions.served()) {
      var all = regions.settled("response", region, MajorIncidentService.ResponseRules.class);
      for (TypeEvent type : TypeEvent.values()) {
        for (Level level : Level.values()) {
          String of = region + " " + type + " " + level;
          assertTrue(!PresetResponse.fitting(all.responses(), type, level).isEmpty(), of);
        }
      }
    }
  }
}
