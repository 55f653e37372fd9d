package se.dirigent.server.masscasualty.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.dirigent.server.masscasualty.DeclaredEvent;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.Client.Answer;
import se.dirigent.server.web.LiveServer;
import tools.jackson.databind.JsonNode;

/** Who goes where as it is planned from the live state, over HTTP: it follows what is known. */
@TestMethodOrder(MethodName.class)
class DistributionTest {
  private static final LiveServer SERVER = LiveServer.shared();
  private static final String PATH = "/api/regions/" + LiveServer.OWN;
  private static final Client DISPATCHER = user("demo.dirigent");
  private static final Client COMMAND = user("demo.inre");
  private static final Client CREW = user("demo.besattning");
  private static final Client WARD = user("demo.avdelning");
  private static final Client PROGRAM = SERVER.client().withToken(LiveServer.TOKEN);

  /** A plan waits for the one thread that makes plans; on a slow machine for some seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final List<String> RED = List.of("F1", "F2", "F3", "F4");
  private static final List<String> YELLOW = List.of("F5", "F6", "F7", "F8");
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

  @Test
  void s01WhereNobodyWaitsThereIsNothingToPropose() {
    JsonNode none = settled();
    assertEquals("NONE", none.get("state").asString());
    assertEquals("nobody", none.get("why").asString());
    assertEquals(403, WARD.get(at("/distribution")).status());
    PROGRAM.get(PATH + "/major-incidents/none/distribution").refused(404, "majorIncident.unknown");
  }

  @Test
  void s02EverybodyGetsHospitalVehicleOrderAndTimesWithinWhatHospitalsSay() {
    ambulances(3);
    report("ostersund", false, 2, 2);
    report("sundsvall", false, 3, 10);
    RED.forEach(tag -> register(tag, "IMMEDIATE"));
    YELLOW.forEach(tag -> register(tag, "DELAYED"));
    JsonNode plan = settled();
    assertEquals("PROPOSED", plan.get("state").asString(), plan::toString);
    assertTrue(plan.get("gapPercent").asDouble() >= 0, plan::toString);
    Map<String, String> planned = planned(plan);
    assertEquals(8, planned.size() + plan.get("left").size(), "each once");
    assertTrue(planned.size() >= 4, "those for whom there is room are placed");
    assertWithin(planned, "ostersund", 2, 2);
    assertWithin(planned, "sundsvall", 3, 10);
    for (JsonNode wave : plan.get("waves")) {
      for (JsonNode trip : wave.get("trips")) {
        Instant departs = Instant.parse(trip.get("departAt").asString());
        assertTrue(Instant.parse(trip.get("arriveAt").asString()).isAfter(departs));
        assertFalse(trip.get("reasons").isEmpty(), trip::toString);
        assertTrue(trip.get("casualties").size() <= 2, "one lies and one sits");
      }
    }
    assertFalse(plan.get("outlook").isEmpty());
  }

  @Test
  void s03WhoHasSeenItIsToldSoAndTheReadIsLogged() {
    settled();
    Answer seen = DISPATCHER.get(at("/distribution"));
    String mark = seen.headers().get("etag");
    Client again = user("demo.dirigent").with("If-None-Match", mark);
    assertEquals(304, again.get(at("/distribution")).status());
    long reads =
        SERVER
            .bean(JdbcClient.class)
            .sql("select count(*) from patient_read where what = ? and username = 'demo.dirigent'")
            .param("casualties of " + id)
            .query(Long.class)
            .single();
    assertTrue(reads > 0);
  }

  @Test
  void s04AHospitalThatClosesChangesTheNextProposal() {
    assertTrue(planned(settled()).containsValue("ostersund"), "the nearest has room");
    report("ostersund", true, 0, 0);
    JsonNode after = settled();
    assertFalse(planned(after).containsValue("ostersund"));
    assertTrue(after.toString().contains("\"closed\""), "and it is said why it is passed");
    report("ostersund", false, 2, 2);
    assertTrue(planned(settled()).containsValue("ostersund"));
  }

  @Test
  void s05ADeviationHasItsPriceAndNeedsAReason() {
    JsonNode plan = settled();
    Map<String, String> planned = planned(plan);
    String tag = "F1";
    String to = planned.get(tag);
    String other = "ostersund".equals(to) ? "sundsvall" : "ostersund";
    JsonNode cost =
        COMMAND.get(at("/distribution/deviation?tag=" + tag + "&facility=" + other)).ok();
    assertTrue(cost.has("dearerMinutes"), cost::toString);
    assertTrue(cost.get("dearerMinutes").asLong() >= 0);
    assertTrue(cost.get("minutes").asLong() > 0);
    decide(COMMAND, plan, Map.of(tag, other), "").refused(409, "casualty.deviates");
    decide(COMMAND, plan, Map.of(tag, other), "Anhörig är där").ok();
    JsonNode sent = PROGRAM.get(at("/casualties/" + tag)).ok().get("destination");
    assertEquals(to, sent.get("proposed").asString(), "what the server itself had planned");
    assertEquals("Anhörig är där", sent.get("reason").asString());
    JsonNode after = settled();
    assertNotEquals(plan.get("id").asString(), after.get("id").asString());
    for (JsonNode seat : seats(after)) {
      if (seat.get("tag").asString().equals(tag)) {
        assertTrue(seat.get("decided").asBoolean(), "still to be driven, by the same plan");
      }
    }
  }

  /**
   * Two decide at once, each more than is left beside the other: what hospitals said still holds.
   */
  @Test
  void s06WavesDecidedByTwoAtOnceNeverTakeMoreThanThereIs() throws Exception {
    JsonNode plan = settled();
    Map<String, String> proposed = new TreeMap<>(planned(plan));
    seats(plan).stream()
        .filter(seat -> seat.has("against"))
        .forEach(seat -> proposed.remove(seat.get("tag").asString()));
    Map<String, String> all = new TreeMap<>();
    RED.stream().filter(tag -> !tag.equals("F1")).forEach(tag -> all.put(tag, "ostersund"));
    List<Callable<Answer>> work = new ArrayList<>();
    work.add(() -> decide(DISPATCHER, plan, proposed, ""));
    work.add(() -> decide(COMMAND, plan, all, "Alla dit"));
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      for (Future<Answer> answer : two.invokeAll(work)) {
        statuses.add(answer.get().status());
      }
    }
    assertTrue(statuses.contains(409), "three reds do not fit where two do: " + statuses);
    for (JsonNode hospital : DISPATCHER.get(at("/hospitals")).ok().get("hospitals")) {
      for (JsonNode room : hospital.get("rooms")) {
        boolean over = room.has("left") && room.get("left").asInt() < 0;
        assertFalse(over, hospital::toString);
      }
    }
    assertTrue(statuses.contains(200), "what was proposed fits: " + statuses);
  }

  /** Greens go together by the bus that was told of, and again one by one when it has gone. */
  @Test
  void s07ABusThatIsToldOfTakesThoseWhoCanSit() {
    report("sundsvall", false, 3, 30);
    List<String> green = IntStream.range(10, 24).mapToObj(n -> "F" + n).toList();
    green.forEach(tag -> register(tag, "MINIMAL"));
    assertEquals(0, byBus(settled()));
    String bus = "{\"name\":\"Buss 1\",\"kind\":\"BUS\",\"stretchers\":0,\"seats\":45}";
    CREW.send("POST", at("/help"), bus).ok();
    JsonNode plan = settled();
    assertTrue(byBus(plan) >= 3, plan::toString);
    for (JsonNode wave : plan.get("waves")) {
      for (JsonNode trip : wave.get("trips")) {
        if (trip.get("callSign").asString().equals("Buss 1")) {
          assertTrue(trip.get("called").asBoolean() && trip.get("unit").asString().isEmpty());
          trip.get("casualties")
              .forEach(seat -> assertEquals("MINIMAL", seat.get("category").asString()));
        }
      }
    }
    CREW.send("POST", at("/help-call-offs"), "{\"name\":\"Buss 1\"}").ok();
    assertEquals(0, byBus(settled()));
    CREW.send("POST", at("/help-call-offs"), "{\"name\":\"Buss 1\"}").refused(422, "help.unknown");
    CREW.send("POST", at("/help"), bus.replace("45", "-1")).refused(422, "help.room");
  }

  /** A room that another event takes is no longer here: the proposal is made anew at once. */
  @Test
  void s08WhatAnotherEventIsToldChangesThisProposal() {
    assertTrue(planned(settled()).containsValue("sundsvall"));
    String here = id;
    id = DeclaredEvent.declare(PROGRAM, DISPATCHER, "BUS_CRASH", "STAFF", 63.18, 14.64);
    report("sundsvall", true, 0, 0);
    id = here;
    assertFalse(planned(settled()).containsValue("sundsvall"));
  }

  private static int byBus(JsonNode plan) {
    int seated = 0;
    for (JsonNode wave : plan.get("waves")) {
      for (JsonNode trip : wave.get("trips")) {
        seated +=
            trip.get("callSign").asString().equals("Buss 1") ? trip.get("casualties").size() : 0;
      }
    }
    return seated;
  }

  private static void assertWithin(
      Map<String, String> planned, String facility, int red, int yellow) {
    long reds = RED.stream().filter(tag -> facility.equals(planned.get(tag))).count();
    long yellows = YELLOW.stream().filter(tag -> facility.equals(planned.get(tag))).count();
    assertTrue(reds <= red && yellows <= yellow, facility + ": " + planned);
  }

  private static Answer decide(Client who, JsonNode plan, Map<String, String> to, String reason) {
    List<String> decisions = new ArrayList<>();
    to.forEach((tag, facility) ->
        decisions.add(
            "{\"tag\":\"%s\",\"facility\":\"%s\",\"reason\":\"%s\"}"
                .formatted(tag, facility, reason)));
    String body =
        "{\"proposal\":\"%s\",\"decisions\":[%s]}"
            .formatted(plan.get("id").asString(), String.join(",", decisions));
    return who.send("POST", at("/distribution/decisions"), body);
  }

  private static List<JsonNode> seats(JsonNode plan) {
    List<JsonNode> seats = new ArrayList<>();
    for (JsonNode wave : plan.get("waves")) {
      for (JsonNode trip : wave.get("trips")) {
        trip.get("casualties").forEach(seats::add);
      }
    }
    return seats;
  }

  /** The hospital of each who is not decided on, by tag. */
  private static Map<String, String> planned(JsonNode plan) {
    Map<String, String> planned = new HashMap<>();
    for (JsonNode wave : plan.get("waves")) {
      for (JsonNode trip : wave.get("trips")) {
        for (JsonNode seat : trip.get("casualties")) {
          if (!seat.get("decided").asBoolean()) {
            planned.put(seat.get("tag").asString(), trip.get("facility").asString());
          }
        }
      }
    }
    return planned;
  }

  /** The proposal of the facts as they are, when it has been made. */
  private static JsonNode settled() {
    Instant until = Instant.now().plus(PATIENCE);
    JsonNode last = DISPATCHER.get(at("/distribution")).ok();
    while (Instant.now().isBefore(until)
        && (last.get("state").asString().equals("RECKONING")
            || last.path("why").asString("").equals("first"))) {
      last = DISPATCHER.get(at("/distribution")).ok();
    }
    return last;
  }

  private static void register(String tag, String category) {
    String body =
        "{\"tag\":\"%s\",\"judgement\":{\"category\":\"%s\",\"reason\":\"Sedd\"}}"
            .formatted(tag, category);
    CREW.send("POST", at("/casualties"), body).ok();
  }

  private static void report(String facility, boolean closed, int red, int yellow) {
    Instant now = SERVER.bean(InstantSource.class).instant();
    String takes =
        closed ? "" : "\"IMMEDIATE\":%d,\"DELAYED\":%d,\"MINIMAL\":5".formatted(red, yellow);
    String body =
        "{\"facility\":\"%s\",\"at\":\"%s\",\"closed\":%s,\"basis\":\"IN_ALL\",\"takes\":{%s},"
            + "\"specialties\":{},\"text\":\"\"}";
    DISPATCHER
        .send("POST", at("/capacity-reports"), body.formatted(facility, now, closed, takes))
        .ok();
  }

  /** Units with a stretcher begin their shift near the place. */
  private static void ambulances(int count) {
    Instant now = SERVER.bean(InstantSource.class).instant();
    int begun = 0;
    for (JsonNode unit : PROGRAM.get(PATH + "/picture").ok().get("units")) {
      boolean fits =
          unit.get("kind").asString().equals("AMBULANCE")
              && unit.get("status").asString().equals("OFF_DUTY");
      if (fits && begun < count) {
        begun++;
        String name = unit.get("id").asString();
        String shift =
            "{\"start\":\"%s\",\"end\":\"%s\",\"crew\":[]}"
                .formatted(now.minusSeconds(60), now.plus(Duration.ofHours(8)));
        PROGRAM.send("POST", PATH + "/units/" + name + "/shift", shift).ok();
        String where = "[{\"unit\":\"%s\",\"position\":{\"lat\":63.1,\"lon\":14.8},\"at\":\"%s\"}]";
        PROGRAM.send("POST", PATH + "/positions", where.formatted(name, now)).ok();
      }
    }
    assertEquals(count, begun, "no ambulance is off duty");
  }
}
