package se.dirigent.server.masscasualty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.Client.Answer;
import se.dirigent.server.web.LiveServer;
import tools.jackson.databind.JsonNode;

/** What a region prepares over HTTP: keys worked out and tried before anybody approves, goals. */
@TestMethodOrder(MethodName.class)
class PreparednessTest {
  private static final LiveServer SERVER = LiveServer.shared();
  private static final String PATH = "/api/regions/" + LiveServer.OWN + "/preparedness";
  private static final Client PLANNER = user("demo.planerare");
  private static final Client WARD = user("demo.avdelning");
  private static final String DRAFTS = "/key-drafts";
  private static final String CODE = "halva-lanet";

  private static Client user(String name) {
    return SERVER.client().logIn(name, LiveServer.PASSWORD);
  }

  /** Hospitals that no other test speaks of. */
  @BeforeAll
  static void document() {
    for (String facility : new String[] {"mora", "hudiksvall"}) {
      post(
              PLANNER,
              "/capacities",
              """
              {"facility":"%s","hours":[{"categories":{
                 "IMMEDIATE":{"staff":3,"premises":3,"equipment":3,"leadership":3},
                 "DELAYED":{"staff":6,"premises":6,"equipment":6,"leadership":6},
                 "MINIMAL":{"staff":9,"premises":9,"equipment":9,"leadership":9}},
                 "specialties":{}}],
               "source":"Prov","documentedOn":"2026-11-02"}
              """
                  .formatted(facility))
          .ok();
    }
  }

  private static Answer post(Client who, String path, String body) {
    return who.send("POST", PATH + path, body);
  }

  private static Answer draft(Client who, String code) {
    return post(
        who,
        DRAFTS,
        """
        {"code":"%s","name":"Utkast","type":"BUS_CRASH","place":"Hede",
         "position":{"lat":62.42,"lon":13.51}}
        """
            .formatted(code));
  }

  private static JsonNode prepared() {
    return PLANNER.get(PATH).ok();
  }

  private static Answer trial(Client who, boolean draft, int events) {
    return post(
        who,
        "/key-trials",
        "{\"code\":\"%s\",\"draft\":%s,\"events\":%d,\"seed\":7}".formatted(CODE, draft, events));
  }

  private static Answer approve(String until) {
    return post(
        PLANNER,
        DRAFTS + "/" + CODE + "/approval",
        """
        {"approver":"Beredskapschef","validFrom":"2026-11-01","validUntil":"%s",
         "reviewOn":"2027-06-01"}
        """
            .formatted(until));
  }

  @Test
  void s01AKeyIsWorkedOutAndIsADraft() {
    assertEquals(403, draft(WARD, CODE).status());
    draft(PLANNER, CODE).ok();
    JsonNode draft = prepared().at("/drafts/" + CODE);
    assertEquals("Hede", draft.get("place").asString());
    int whole = 0;
    for (JsonNode share : draft.get("shares")) {
      whole +=
          share.get("category").asString().equals("IMMEDIATE")
              ? share.get("firstHourPercent").asInt()
              : 0;
    }
    assertEquals(100, whole, "the shares of a category are whole");
    assertFalse(prepared().get("keys").has(CODE), "nobody has approved it");
    assertTrue(draft.get("grounds").get(0).get("minutes").asInt() > 0);
  }

  @Test
  void s02ADraftIsTriedBeforeItIsApproved() {
    Answer unknown = trial(PLANNER, false, 20);
    unknown.refused(422, "key.unknown");
    assertTrue(unknown.body().contains("ingen nyckel " + CODE), unknown::body);
    assertEquals(403, trial(WARD, true, 20).status());
    assertTrue(trial(PLANNER, true, 0).status() >= 400);
    assertTrue(trial(PLANNER, true, 1_001).status() >= 400);
    JsonNode first = trial(PLANNER, true, 20).ok();
    assertEquals(5, first.get("results").size(), "undisturbed, and four disturbances");
    for (JsonNode one : first.get("results")) {
      assertEquals(20, one.get("events").asInt());
      assertTrue(one.get("broken").asInt() <= 20);
    }
    assertEquals(first, trial(PLANNER, true, 20).ok(), "the same seed tells the same");
    assertFalse(prepared().get("keys").has(CODE), "a trial changes nothing");
  }

  @Test
  void s03ApprovedItIsAKeyAndTheNextIsItsNextVersion() {
    assertTrue(approve("2026-10-01").status() >= 400, "it would end before it begins");
    approve("2028-01-01").ok();
    assertEquals(1, prepared().at("/keys/" + CODE + "/version").asInt());
    assertEquals("Beredskapschef", prepared().at("/keys/" + CODE + "/approver").asString());
    assertFalse(prepared().get("drafts").has(CODE));
    assertTrue(approve("2028-01-01").status() >= 400, "there is nothing left to approve");
    draft(PLANNER, CODE).ok();
    approve("2029-01-01").ok();
    assertEquals(2, prepared().at("/keys/" + CODE + "/version").asInt());
    trial(PLANNER, false, 20).ok();
  }

  @Test
  void s04ADraftIsThrownAway() {
    draft(PLANNER, "kastas").ok();
    assertEquals(403, post(WARD, DRAFTS + "/kastas/dropping", "{}").status());
    post(PLANNER, DRAFTS + "/kastas/dropping", "{}").ok();
    assertFalse(prepared().get("drafts").has("kastas"));
    assertTrue(post(PLANNER, DRAFTS + "/kastas/dropping", "{}").status() >= 400);
  }

  @Test
  void s05AGoalStandsBesideWhatIsDocumented() {
    String goal = "{\"type\":\"TRAIN\",\"persons\":%d,\"withinHours\":4,\"decidedBy\":\"%s\"}";
    post(PLANNER, "/goals", goal.formatted(-3, "Beredskapschef")).refused(422, "goal.number");
    assertEquals(403, post(WARD, "/goals", goal.formatted(40, "Beredskapschef")).status());
    post(PLANNER, "/goals", goal.formatted(40, "Beredskapschef")).ok();
    post(PLANNER, "/goals", goal.formatted(55, "Beredskapschef")).ok();
    int found = 0;
    for (JsonNode one : WARD.get(PATH + "/goals").ok().get("goals")) {
      if (one.at("/goal/type").asString().equals("TRAIN")) {
        found++;
        assertEquals(55, one.at("/goal/persons").asInt(), "the newer in place of the older");
        assertTrue(one.get("of").asInt() >= one.get("hospitals").asInt());
      }
    }
    assertEquals(1, found);
  }
}
