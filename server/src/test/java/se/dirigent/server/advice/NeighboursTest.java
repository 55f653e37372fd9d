package se.dirigent.server.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.fleet.Shift;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitCommand.StartShift;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.geo.Position;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.RunningService;
import se.dirigent.server.RunningService.Reply;
import se.dirigent.server.fleet.FleetService;
import se.dirigent.server.fleet.PositionStore;
import se.dirigent.server.fleet.UnitRepository;
import tools.jackson.databind.JsonNode;

/** A neighbour's ambulance beside the border, and cases of ours near it. */
class NeighboursTest {
  private static final RegionCode NEIGHBOUR = new RegionCode("vasternorrland");
  private static final RunningService SERVICE =
      RunningService.start(NeighboursTest.class, RunningService.REGION + "," + NEIGHBOUR.value());
  private static @Nullable String ambulance;

  @BeforeAll
  static void start() {
    ambulance = duty(UnitKind.AMBULANCE);
    duty(UnitKind.TRANSPORT_AMBULANCE);
    intake("000601", "1A");
    intake("000602", "3A");
  }

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void s1AUrgentCaseIsShownTheNeighboursUnitWithWhatWasAgreed() throws InterruptedException {
    JsonNode found = null;
    // The neighbour's picture is some milliseconds behind its journal.
    for (int i = 0; i < 50 && found == null; i++) {
      found = unit(rank("000601"), String.valueOf(ambulance));
      Thread.sleep(100);
    }
    assertTrue(found != null, "the neighbour's ambulance is not ranked");
    assertEquals("SEND", found.get("means").asString());
    assertEquals("Region Västernorrland", found.get("lender").get("name").asString());
    assertFalse(found.get("lender").get("condition").asString().isBlank());
    boolean said = false;
    for (JsonNode reason : found.get("reasons")) {
      said |= reason.get("code").asString().equals("NEIGHBOUR");
    }
    assertTrue(said, found::toString);
    assertEquals(1, lent(rank("000601")), "kinds that are not agreed about are not asked for");
  }

  @Test
  void s2ALessUrgentOneIsNot() {
    assertNull(unit(rank("000602"), String.valueOf(ambulance)));
  }

  @Test
  void s3TheRuleInForceIsToldWithItsValues() {
    JsonNode rule = rank("000601").get("rule");
    assertEquals(1, rule.get("level").asInt());
    assertTrue(rule.get("lights").asBoolean());
    assertEquals("ARRIVAL", rule.get("weights").get(0).get("part").asString());
    assertEquals(3600, rule.get("positionLostSeconds").asInt());
  }

  private static String duty(UnitKind kind) {
    Unit unit =
        SERVICE.bean(UnitRepository.class).listAll(NEIGHBOUR).stream()
            .filter(u -> u.kind() == kind && !u.special())
            .findFirst()
            .orElseThrow();
    Instant now = Instant.now();
    Shift shift =
        new Shift(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(8)), null, null);
    SERVICE
        .bean(FleetService.class)
        .run(NEIGHBOUR, UUID.randomUUID(), "test.ett", new StartShift(unit.id(), shift, List.of()));
    SERVICE
        .bean(PositionStore.class)
        .accept(
            NEIGHBOUR,
            List.of(new PositionReport(unit.id(), new Position(62.52, 15.66), now, null, null)));
    return unit.id().value();
  }

  private static void intake(String number, String priority) {
    Reply reply =
        SERVICE.put(
            SERVICE.path("/intake/sos/2026-11-22/" + number),
            """
            {"source":"SOS_ALARM","callbackNumber":"070-174 06 05",
             "location":{"address":"Storgatan 1","municipality":"Bräcke",
               "position":{"lat":62.75,"lon":15.42},"quality":"ADDRESS"},
             "indexCode":"D1","description":"Bröstsmärta","priority":"%s"}
            """
                .formatted(priority));
    assertEquals(200, reply.status(), () -> String.valueOf(reply.body()));
  }

  private static JsonNode rank(String number) {
    return SERVICE
        .get(SERVICE.path("/incidents/sos:2026-11-22:" + number + "/recommendation"))
        .json();
  }

  private static @Nullable JsonNode unit(JsonNode ranked, String id) {
    for (JsonNode unit : ranked.get("units")) {
      if (unit.get("unit").asString().equals(id)) {
        return unit;
      }
    }
    return null;
  }

  private static int lent(JsonNode ranked) {
    int count = 0;
    for (JsonNode unit : ranked.get("units")) {
      count += unit.hasNonNull("lender") ? 1 : 0;
    }
    return count;
  }
}
