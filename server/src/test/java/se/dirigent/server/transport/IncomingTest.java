package se.dirigent.server.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Grant;
import se.dirigent.server.identity.Role;
import se.dirigent.server.identity.account.Account;
import se.dirigent.server.identity.account.Accounts;
import se.dirigent.server.identity.account.Passwords;
import se.dirigent.server.picture.StateVerifier;
import se.dirigent.server.platform.problem.Language;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.Client.Answer;
import se.dirigent.server.web.LiveServer;
import tools.jackson.databind.JsonNode;

/**
 * A ward receives a patient that another region's ward has ordered, and that its own region does
 * not drive: it sees the order and each change, and answers. Nobody else there sees anything.
 */
@TestMethodOrder(MethodName.class)
class IncomingTest {
  private static final LiveServer SERVER = LiveServer.shared();
  private static final RegionCode NEXT = new RegionCode(LiveServer.OTHER);
  private static final String ORDERS = "/api/regions/" + LiveServer.OWN + "/transports";
  private static final String INCOMING = "/api/regions/" + NEXT + "/incoming-transports";
  private static final String OWN_INCOMING =
      "/api/regions/" + LiveServer.OWN + "/incoming-transports";
  private static final Client WARD = SERVER.client().logIn("demo.avdelning", LiveServer.PASSWORD);
  private static final Client COMMAND = SERVER.client().logIn("demo.inre", LiveServer.PASSWORD);
  private static final Client RECEIVER =
      user("test.sundsvall", "Demo vårdenhet i Sundsvall", NEXT, Role.WARD_NURSE);
  private static final Client OTHER_WARD =
      user("test.sundsvall-rehab", "Demo rehabilitering i Sundsvall", NEXT, Role.WARD_NURSE);
  private static final Client COMMAND_THERE =
      user("test.sundsvall-inre", "Ledning", NEXT, Role.INNER_COMMAND);

  /** A ward at home that is called as the receiving one is. */
  private static final Client NAMESAKE =
      user(
          "test.namne",
          "Demo vårdenhet i Sundsvall",
          new RegionCode(LiveServer.OWN),
          Role.WARD_NURSE);

  private static final String SURGERY = place("sundsvall", "Kirurgavdelning");
  private static final String REHABILITATION = place("sundsvall", "Rehabiliteringsavdelning");
  private static final String YES = "{\"accepted\":true}";

  private static Client user(String name, String careUnit, RegionCode region, Role role) {
    var account =
        new Account(
            name,
            "Testperson",
            careUnit,
            Language.SV,
            null,
            true,
            false,
            Set.of(new Grant(role, region)));
    SERVER.bean(Accounts.class).save(account, "test");
    String password = UUID.randomUUID().toString();
    SERVER.bean(Passwords.class).choose(name, password);
    return SERVER.client().logIn(name, password);
  }

  private static String place(String facility, String department) {
    return "{\"facility\":\"%s\",\"department\":\"%s\",\"address\":\"\",\"floor\":0,\"lift\":true}"
        .formatted(facility, department);
  }

  private static String order(String to) {
    var request = TransportTest.request(to, true, "note", "\"Portkod 1234\"");
    String who = "\"personalNumber\":\"19121212-1212\",\"name\":\"Testperson Tolv\"";
    String body = "{" + who + ",\"request\":" + request + "}";
    return WARD.send("POST", ORDERS, body).ok().get("id").asString();
  }

  private static String at(String id, String what) {
    return ORDERS + "/" + id + "/" + what;
  }

  /** The order as it stands in somebody's list of what comes from other regions, or nothing. */
  private static List<JsonNode> seen(Client who, String id) {
    JsonNode list = who.get(INCOMING).ok();
    assertTrue(list.get("total").asInt() >= list.get("orders").size());
    return list.get("orders").valueStream().filter(o -> o.get("id").asString().equals(id)).toList();
  }

  private static JsonNode received(String id) {
    List<JsonNode> found = seen(RECEIVER, id);
    assertEquals(1, found.size(), RECEIVER.get(INCOMING).body());
    return found.getFirst();
  }

  private static String text(String id, String what) {
    return received(id).get(what).asString();
  }

  @Test
  void s01TheReceiverSeesTheOrderAndItsAnswerIsSeenAtOnce() {
    String id = order(SURGERY);
    JsonNode order = received(id);
    assertEquals("ASKED", order.get("reception").asString());
    assertEquals(LiveServer.OWN, order.get("region").asString());
    assertEquals("Demo vårdenhet", order.get("careUnit").asString());
    assertEquals("Medicinavdelning", order.get("from").get("department").asString());
    assertEquals("SKILLED", order.get("care").get("needs").get("care").asString());
    assertEquals("Kranskärlsröntgen", order.get("care").get("reason").asString());
    answer(RECEIVER, id, YES).ok();
    assertEquals("ACCEPTED", text(id, "reception"));
    JsonNode own = WARD.get(ORDERS + "/" + id).ok();
    assertEquals("ACCEPTED", own.get("reception").asString());
    answer(RECEIVER, id, "{\"accepted\":false,\"text\":\"Ingen plats före kvällen\"}").ok();
    assertTrue(WARD.get(ORDERS + "/" + id).body().contains("Ingen plats före kvällen"));
    RECEIVER
        .send("POST", INCOMING + "/" + id + "/answer", "{\"accepted\":false,\"text\":\"Nej\"}")
        .refused(409, "transport.answered");
  }

  private static Answer answer(Client who, String id, String body) {
    return who.send("POST", INCOMING + "/" + id + "/answer", body);
  }

  @Test
  void s02OnlyWhatAReceiverNeedsIsTold() {
    String id = order(SURGERY);
    JsonNode order = received(id);
    Set<String> names = new HashSet<>(order.propertyNames());
    names.addAll(order.get("care").propertyNames());
    names.addAll(order.get("changes").get(0).propertyNames());
    for (String kept : List.of("patient", "by", "note", "ordainedBy", "choice", "kronor", "unit")) {
      assertFalse(names.contains(kept), kept);
    }
    String all = order.toString();
    for (String kept : List.of("Testperson", "19121212", "1234", "Testläkare")) {
      assertFalse(all.contains(kept), kept);
    }
  }

  @Test
  void s03AHomeInTheOtherRegionIsAHomeAndNoAddress() {
    var request = TransportTest.request(SURGERY, true, "from", home());
    String id =
        WARD.send("POST", ORDERS, "{\"request\":" + request + "}").ok().get("id").asString();
    JsonNode order = received(id);
    assertTrue(order.path("from").isMissingNode() || order.get("from").isNull(), order.toString());
    assertFalse(order.toString().contains("Testvägen"), order.toString());
  }

  private static String home() {
    return "{\"facility\":\"\",\"department\":\"\",\"address\":\"Testvägen 7\",\"floor\":2,"
        + "\"lift\":false,\"position\":{\"lat\":63.18,\"lon\":14.66}}";
  }

  @Test
  void s04EachChangeAndEachStepIsSeen() {
    String id = order(SURGERY);
    var request = TransportTest.request(SURGERY, true, "needs.oxygenLitres", "4");
    WARD.send("POST", at(id, "changes"), "{\"request\":" + request + "}").ok();
    JsonNode changed = received(id);
    assertEquals(4, changed.get("care").get("needs").get("oxygenLitres").asInt());
    JsonNode last = changed.get("changes").get(changed.get("changes").size() - 1);
    assertEquals("TransportChanged", last.get("what").asString());
    assertTrue(last.get("text").asString().contains("needs"), last.toString());
    COMMAND.send("POST", at(id, "approval"), "{}").ok();
    for (String ride : List.of("LOCKED", "UNDER_WAY", "LOADED", "ARRIVED")) {
      COMMAND.send("POST", at(id, "steps"), "{\"ride\":\"" + ride + "\"}").ok();
      assertEquals(ride, text(id, "ride"));
    }
    assertEquals(
        text(id, "expectedAt"), received(id).get("times").get("arrivedAt").asString(), "arrived");
    answer(RECEIVER, id, YES).ok();
    assertEquals("ACCEPTED", WARD.get(ORDERS + "/" + id).ok().get("reception").asString());
  }

  @Test
  void s05NobodyElseSeesItOrAnswers() {
    String id = order(SURGERY);
    assertEquals(List.of(), seen(OTHER_WARD, id));
    answer(OTHER_WARD, id, YES).refused(404, "transport.unknown");
    for (Client own : List.of(WARD, COMMAND, NAMESAKE)) {
      assertEquals(403, own.get(INCOMING).status());
      assertEquals(403, answer(own, id, YES).status());
    }
    // By its name it is no order of the region where it leads, and not of a ward called the same.
    String there = "/api/regions/" + NEXT + "/transports/";
    RECEIVER.get(there + id).refused(404, "transport.unknown");
    COMMAND_THERE.get(there + id).refused(404, "transport.unknown");
    NAMESAKE.get(ORDERS + "/" + id).refused(404, "transport.unknown");
    assertEquals(403, RECEIVER.get(ORDERS + "/" + id).status());
    assertEquals(403, RECEIVER.send("POST", at(id, "answer"), YES).status());
    for (Client own : List.of(WARD, COMMAND, NAMESAKE)) {
      assertFalse(own.get(OWN_INCOMING).body().contains(id), "it does not lead home");
    }
    assertEquals("ASKED", WARD.get(ORDERS + "/" + id).ok().get("reception").asString());
  }

  @Test
  void s06InnerCommandWhereItLeadsSeesItAndAnswersForTheWard() {
    String id = order(SURGERY);
    assertEquals(1, seen(COMMAND_THERE, id).size());
    answer(COMMAND_THERE, id, YES).ok();
    assertEquals("ACCEPTED", text(id, "reception"));
  }

  @Test
  void s07LedToAnotherWardItIsThatWards() {
    String id = order(SURGERY);
    var request = TransportTest.request(REHABILITATION, true);
    WARD.send("POST", at(id, "changes"), "{\"request\":" + request + "}").ok();
    assertEquals(List.of(), seen(RECEIVER, id));
    answer(RECEIVER, id, YES).refused(404, "transport.unknown");
    assertEquals(1, seen(OTHER_WARD, id).size());
    answer(OTHER_WARD, id, YES).ok();
  }

  @Test
  void s08OfWhoDoesNotComeNothingIsToldButThatAndWhy() {
    String id = order(SURGERY);
    answer(RECEIVER, id, YES).ok();
    WARD.send("POST", at(id, "cancellation"), "{\"reason\":\"Opereras här\"}").ok();
    JsonNode order = received(id);
    assertEquals("CANCELLED", order.get("ride").asString());
    assertTrue(order.path("care").isMissingNode() || order.get("care").isNull(), order.toString());
    assertTrue(order.get("changes").toString().contains("Opereras här"));
    assertFalse(order.toString().contains("Kranskärlsröntgen"), order.toString());
    answer(RECEIVER, id, YES).refused(409, "transport.closed");
  }

  @Test
  void s09TheReadIsInBothRegionsLogs() {
    String id = order(SURGERY);
    RECEIVER.get(INCOMING + "?purpose=platsplanering").ok();
    assertEquals(List.of(NEXT.value(), LiveServer.OWN), logged("platsplanering"));
    assertFalse(id.isEmpty());
  }

  private static List<String> logged(String purpose) {
    List<String> regions = new ArrayList<>();
    SERVER
        .bean(JdbcClient.class)
        .sql(
            "select region from patient_read where purpose = ? and username = 'test.sundsvall'"
                + " order by id")
        .param(purpose)
        .query(String.class)
        .list()
        .forEach(regions::add);
    return regions;
  }

  @Test
  void s10EachRegionsJournalTellsItsOwn() {
    for (RegionCode region : List.of(new RegionCode(LiveServer.OWN), NEXT)) {
      List<String> differences = SERVER.bean(StateVerifier.class).differences(region, _ -> {});
      assertEquals(List.of(), differences.stream().filter(d -> d.startsWith("transport")).toList());
    }
  }
}
