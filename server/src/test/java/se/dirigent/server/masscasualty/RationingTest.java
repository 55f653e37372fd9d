package se.dirigent.server.masscasualty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** Too few ventilators, over HTTP: a rule in force, who came first by it and why, and its end. */
@TestMethodOrder(MethodName.class)
class RationingTest {
  private static final LiveServer SERVER = LiveServer.shared();
  private static final String PATH = "/api/regions/" + LiveServer.OWN;
  private static final Client COMMAND = user("demo.inre");
  private static final Client DISPATCHER = user("demo.dirigent");
  private static final Client CREW = user("demo.besattning");
  private static final Client WARD = user("demo.avdelning");
  private static final Client PROGRAM = SERVER.client().withToken(LiveServer.TOKEN);
  private static final String BEGIN =
      """
      {"rule":"behov-nytta-tid","resource":"Ventilatorer","reason":"Alla åtta är upptagna",
       "decider":"Katastrofmedicinsk chef"}
      """;
  private static String id = "";
  private static String rationing = "";

  private static Client user(String name) {
    return SERVER.client().logIn(name, LiveServer.PASSWORD);
  }

  private static String at(String path) {
    return PATH + "/major-incidents/" + id + path;
  }

  private static String of(String path) {
    return at("/rationings/" + rationing + path);
  }

  @BeforeAll
  static void begin() {
    id = DeclaredEvent.declare(PROGRAM, DISPATCHER, "CBRN", "DISASTER", 63.18, 14.62);
    register("V1", "DELAYED");
    register("V2", "IMMEDIATE");
    register("V3", "IMMEDIATE");
    register("V4", "IMMEDIATE");
    CREW.send("POST", at("/casualties"), "{\"tag\":\"V5\"}").ok();
    register("V6", "DEAD");
  }

  private static void register(String tag, String category) {
    String body =
        "{\"tag\":\"%s\",\"judgement\":{\"category\":\"%s\",\"reason\":\"Andas dåligt\"}}";
    CREW.send("POST", at("/casualties"), body.formatted(tag, category)).ok();
  }

  private static String claims(String... tagsAndBenefits) {
    List<String> claims = new ArrayList<>();
    for (int i = 0; i < tagsAndBenefits.length; i += 2) {
      claims.add(
          "{\"tag\":\"%s\",\"benefit\":\"%s\",\"minutes\":240}"
              .formatted(tagsAndBenefits[i], tagsAndBenefits[i + 1]));
    }
    return "{\"available\":480,\"claims\":[" + String.join(",", claims) + "]}";
  }

  @Test
  void s01RulesAreDataWithThePrinciplesTheyFollowFrom() {
    JsonNode rule = WARD.get(PATH + "/rationing-rules").ok().at("/rules/0");
    assertEquals("behov-nytta-tid", rule.at("/rule/code").asString());
    assertEquals("CATEGORY", rule.at("/criteria/0/criterion").asString());
    assertEquals("NEED_AND_SOLIDARITY", rule.at("/criteria/0/principle").asString());
    assertEquals("HUMAN_DIGNITY", rule.at("/criteria/3/principle").asString());
    assertFalse(rule.at("/rule/source").asString().isEmpty());
  }

  @Test
  void s02OnlyInnerCommandPutsARuleInForceAndOnlyOnce() throws Exception {
    for (Client other : List.of(DISPATCHER, CREW, WARD, PROGRAM)) {
      assertEquals(403, other.send("POST", at("/rationings"), BEGIN).status());
    }
    COMMAND
        .send("POST", at("/rationings"), BEGIN.replace("behov-nytta-tid", "hemlig"))
        .refused(422, "rationing.rule");
    List<Callable<Answer>> two = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      two.add(() -> COMMAND.send("POST", at("/rationings"), BEGIN));
    }
    int begun = 0;
    try (ExecutorService at = Executors.newFixedThreadPool(4)) {
      for (Future<Answer> one : at.invokeAll(two)) {
        Answer answer = one.get();
        if (answer.status() == 200) {
          begun++;
          rationing = answer.json().get("id").asString();
        } else {
          answer.refused(409, "rationing.inForce");
        }
      }
    }
    assertEquals(1, begun, "two at once are one");
  }

  @Test
  void s03WhoComesFirstAndWhichPrincipleDecidedIt() {
    COMMAND.send("POST", of("/rankings"), claims("V2", "LARGE")).refused(409, "rationing.enough");
    COMMAND
        .send("POST", of("/rankings"), claims("V5", "LARGE"))
        .refused(409, "casualty.uncategorised");
    COMMAND.send("POST", of("/rankings"), claims("V6", "LARGE")).refused(422, "rationing.dead");
    COMMAND.send("POST", of("/rankings"), claims("V9", "LARGE")).refused(422, "casualty.unknown");
    String all = claims("V1", "LARGE", "V2", "SOME", "V3", "LARGE", "V4", "LARGE");
    assertEquals(403, DISPATCHER.send("POST", of("/rankings"), all).status());
    COMMAND.send("POST", of("/rankings"), all).ok();
    JsonNode seen = DISPATCHER.get(at("/rationings")).ok().at("/rationings/0");
    assertEquals("demo.inre", seen.get("by").asString());
    assertEquals(1, seen.at("/rule/version").asInt());
    JsonNode ranked = seen.at("/ranking/ranked");
    List<String> order = new ArrayList<>();
    ranked.forEach(one -> order.add(one.at("/claim/tag").asString()));
    assertEquals(List.of("V3", "V4", "V2", "V1"), order);
    assertTrue(ranked.get(1).get("granted").asBoolean());
    assertFalse(ranked.get(2).get("granted").asBoolean());
    assertEquals("WAITED", ranked.get(1).get("decidedBy").asString());
    assertEquals("BENEFIT", ranked.get(2).get("decidedBy").asString());
    assertEquals("CATEGORY", ranked.get(3).get("decidedBy").asString());
    assertEquals("NEED_AND_SOLIDARITY", ranked.get(3).get("principle").asString());
    assertEquals(403, WARD.get(at("/rationings")).status());
  }

  @Test
  void s04TheReportTellsItAndTheEventCannotEndMeanwhile() {
    JsonNode report = COMMAND.get(at("/situation-report")).ok();
    assertEquals("Ventilatorer", report.at("/rationings/0/resource").asString());
    String paper = COMMAND.get(at("/situation-report/paper?format=HTML")).body();
    assertTrue(paper.contains("Katastrofmedicinsk chef"), paper);
    assertTrue(paper.contains("Behov och solidaritet"), paper);
    for (String tag : new String[] {"V1", "V2", "V3", "V4", "V5", "V6"}) {
      String settled = at("/casualties/" + tag + "/settlement");
      CREW.send("POST", settled, "{\"reason\":\"Omhändertagen\"}").ok();
    }
    COMMAND
        .send("POST", at("/ending"), "{\"reason\":\"Klart\"}")
        .refused(409, "majorIncident.rationed");
  }

  @Test
  void s05APersonEndsItAndTheJournalHasAll() {
    COMMAND.send("POST", of("/ending"), "{\"reason\":\"\"}").refused(422, "text.missing");
    COMMAND.send("POST", of("/ending"), "{\"reason\":\"Fler ventilatorer har kommit\"}").ok();
    COMMAND.send("POST", of("/rankings"), claims("V2", "LARGE")).refused(409, "rationing.ended");
    JsonNode seen = COMMAND.get(at("/rationings")).ok().at("/rationings/0");
    assertEquals("Fler ventilatorer har kommit", seen.at("/ended/reason").asString());
    RegionCode region = new RegionCode(LiveServer.OWN);
    assertEquals(List.of(), SERVER.bean(StateVerifier.class).differences(region, _ -> {}), "fold");
    COMMAND.send("POST", at("/ending"), "{\"reason\":\"Klart\"}").ok();
  }
}
