package se.dirigent.server.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.dirigent.server.plan.PlanFixture.request;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
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
import tools.jackson.databind.node.ObjectNode;

/** Two regions that one service plans for, and their people. */
final class TwoRegions {
  static final RegionCode OWN = new RegionCode(LiveServer.OWN);
  static final RegionCode NEXT = new RegionCode(LiveServer.OTHER);

  /** Stationed where the other region's hospital is. */
  static final String COMES = "22-3020";

  /** Another of its ambulances, which is not on duty. */
  private static final String OTHER_CREW = "22-3021";

  static final String AT_HOME = "23-3050";

  /** Until the other region's ambulance has come, left its patient and may take another home. */
  static final Duration HOMEWARD = Duration.ofMinutes(210);

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String NUMBER = "19121212-1212";

  final LiveServer server;
  final Client ward;
  final Client command;
  final Client neighbour;

  private TwoRegions(LiveServer server) {
    this.server = server;
    this.ward = server.client().logIn("demo.avdelning", LiveServer.PASSWORD);
    this.command = server.client().logIn("demo.inre", LiveServer.PASSWORD);
    this.neighbour = user("test.granne", "", Role.INNER_COMMAND, Role.DISPATCHER);
  }

  /** Starts the service on a database that is there. */
  static TwoRegions start(String databaseUrl) {
    return new TwoRegions(LiveServer.start(databaseUrl, Map.of("dirigent.plan.every", "PT0.2S")));
  }

  /** Somebody of the other region. */
  Client user(String name, String careUnit, Role... roles) {
    Set<Grant> grants = new HashSet<>();
    for (Role role : roles) {
      grants.add(new Grant(role, NEXT));
    }
    String whose = careUnit.isEmpty() ? "Testenhet" : careUnit;
    String unit = List.of(roles).contains(Role.CREW) ? OTHER_CREW : null;
    var account =
        new Account(name, "Testperson Granne", whose, Language.SV, unit, true, false, grants);
    server.bean(Accounts.class).save(account, "test");
    // Another one after a restart: the same twice is refused.
    String password = UUID.randomUUID().toString();
    server.bean(Passwords.class).choose(name, password);
    return server.client().logIn(name, password);
  }

  static String path(RegionCode region) {
    return "/api/regions/" + region.value();
  }

  static String own(String id, String what) {
    return path(OWN) + "/transports/" + id + "/" + what;
  }

  static String there(String id, String what) {
    return path(NEXT) + "/transports/" + id + "/" + what;
  }

  static String ok(Answer answer) {
    assertEquals(200, answer.status(), answer.body());
    return answer.json().get("id").asString();
  }

  JsonNode own(String id) {
    return command.get(path(OWN) + "/transports/" + id).json();
  }

  JsonNode there(String id) {
    return neighbour.get(path(NEXT) + "/transports/" + id).json();
  }

  String rideOf(String id) {
    return own(id).get("ride").asString();
  }

  String booking(String id) {
    return own(id).path("booking").path("state").asString("");
  }

  static String unitOf(JsonNode order) {
    return order.path("planned").path("unit").asString("");
  }

  void await(String what, BooleanSupplier holds) {
    Instant end = Instant.now().plus(LIMIT);
    while (!holds.getAsBoolean()) {
      assertTrue(
          Instant.now().isBefore(end),
          () ->
              what
                  + ": "
                  + command.get(path(OWN) + "/transports").body()
                  + neighbour.get(path(NEXT) + "/transports").body()
                  + neighbour.get(path(NEXT) + "/ride-plan").body());
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Where a ward lies. */
  static String ward(String facility, String department) {
    return "{\"facility\":\"%s\",\"department\":\"%s\",\"address\":\"\",\"floor\":0,\"lift\":true}"
        .formatted(facility, department);
  }

  private static ObjectNode from(String facility, String to, Duration ready) {
    ObjectNode request = request(ready, to);
    ObjectNode from = (ObjectNode) request.get("from");
    from.put("facility", facility).put("department", "Kirurgavdelning");
    return request;
  }

  /** An order of the own region's ward, from its hospital to the other's, approved. */
  String order(Duration ready) {
    ObjectNode request = from("ostersund", ward("sundsvall", "Kirurgavdelning"), ready);
    ((ObjectNode) request.get("from")).put("department", "Medicinavdelning");
    return order(request);
  }

  /** An order of the own region's ward: who sits comes home from the other's hospital. */
  String orderHome(Duration ready) {
    ObjectNode request = from("sundsvall", ward("ostersund", "Rehabiliteringsavdelning"), ready);
    ((ObjectNode) request.get("needs")).put("posture", "SITS");
    return order(request);
  }

  private String order(ObjectNode request) {
    String who = "\"personalNumber\":\"" + NUMBER + "\",\"name\":\"Testperson Tolv\"";
    String body = "{" + who + ",\"request\":" + request + "}";
    String id = ok(ward.send("POST", path(OWN) + "/transports", body));
    if (rideOf(id).equals("ORDERED")) {
      ok(command.send("POST", own(id, "approval"), "{}"));
    }
    return id;
  }

  /** Ids of the other region's orders that it drives for the own one. */
  List<String> taken(String order) {
    JsonNode list = neighbour.get(path(NEXT) + "/transports").json().get("transports");
    return list.valueStream()
        .filter(t -> t.path("onBehalf").path("order").asString("").equals(order))
        .map(t -> t.get("id").asString())
        .toList();
  }

  /** Waits until the other region drives it, and gives its name there. */
  String takenIn(String id) {
    await("the other region takes it", () -> booking(id).equals("CONFIRMED"));
    return taken(id).getFirst();
  }

  void step(String id, String ride) {
    ok(neighbour.send("POST", there(id, "steps"), "{\"ride\":\"" + ride + "\"}"));
  }

  void onDutyThere() {
    Instant now = Instant.now();
    String crew =
        "{\"role\":\"Specialistsjuksköterska\",\"competence\":\"SPECIALIST_NURSE\"},"
            + "{\"role\":\"Ambulanssjukvårdare\",\"competence\":\"ATTENDANT\"}";
    ok(
        neighbour.send(
            "POST",
            path(NEXT) + "/units/" + COMES + "/shift",
            "{\"start\":\"%s\",\"end\":\"%s\",\"crew\":[%s]}"
                .formatted(now.minusSeconds(60), now.plus(Duration.ofHours(11)), crew)));
  }

  /** A patient of the other region's, to the own one's hospital. */
  String outward(Duration ready) {
    ObjectNode request = from("sundsvall", ward("ostersund", "Kirurgavdelning"), ready);
    String order = "{\"request\":" + request + "}";
    String id = ok(neighbour.send("POST", path(NEXT) + "/transports", order));
    ok(neighbour.send("POST", there(id, "approval"), "{}"));
    ok(neighbour.send("POST", there(id, "placement"), "{\"unit\":\"" + COMES + "\"}"));
    return id;
  }

  /** Closes what a test leaves. */
  void end(String out, String id) {
    ok(neighbour.send("POST", there(out, "fate"), "{\"fate\":\"MOVED\"}"));
    if (!id.isEmpty()) {
      ok(command.send("POST", own(id, "fate"), "{\"fate\":\"MOVED\"}"));
    }
  }

  /** Who the patient of an order there is, as the crew there reads. */
  String patientThere(String as) {
    String patient = there(as).get("patient").asString();
    return neighbour.get(path(NEXT) + "/patients/" + patient + "?purpose=v%C3%A5rd").body();
  }

  void requireJournalsTell() {
    for (RegionCode region : List.of(OWN, NEXT)) {
      assertEquals(List.of(), server.bean(StateVerifier.class).differences(region, _ -> {}));
    }
  }
}
