package se.dirigent.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.TransportCommand.Advance;
import se.dirigent.core.transport.TransportCommand.Approve;
import se.dirigent.core.transport.TransportCommand.Cancel;
import se.dirigent.core.transport.TransportCommand.Change;
import se.dirigent.core.transport.TransportCommand.ChooseMode;
import se.dirigent.core.transport.TransportCommand.Place;
import se.dirigent.core.transport.TransportCommand.Plan;
import se.dirigent.core.transport.TransportCommand.Release;
import se.dirigent.core.transport.TransportCommand.Unplan;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.core.transport.mode.Needs;

/** An order's place in the plan. */
class PlanningTest extends OrdersFixture {
  private void plan(String unit, int minutes) {
    Instant pickup = TEN.plus(Duration.ofMinutes(minutes));
    run(new Plan(ID, unit, pickup, pickup.plusSeconds(3600)));
  }

  @Test
  void s01ThePlannerGivesAVehicleAndMovesIt() {
    run(order(ID, request(WARD, OTHER, at(TEN, null), lying())));
    refused("transport.notApproved", new Plan(ID, "23-4050", TEN, TEN.plusSeconds(60)));
    run(new Approve(ID, null));
    int told = get(ID).changes().size();
    plan("23-4050", 60);
    plan("23-4051", 70);
    int version = get(ID).version();
    plan("23-4051", 70);
    assertEquals(version, get(ID).version(), "the same again changes nothing");
    Planned p = Objects.requireNonNull(get(ID).planned());
    assertEquals("23-4051", p.unit());
    assertEquals(TEN.plus(Duration.ofMinutes(70)), p.pickupAt());
    assertEquals("test.ett", p.by());
    assertEquals(told, get(ID).changes().size(), "the planner's moves are in the journal alone");
    run(new Unplan(ID, "plan.unitOut", Map.of("unit", "23-4051")));
    assertNull(get(ID).planned());
    refused("transport.planTimes", () -> new Plan(ID, "23-4050", TEN, TEN));
  }

  @Test
  void s02WhatIsPlacedByHandStaysUntilItIsReleased() {
    run(order(ID, simple()));
    refused("transport.notHeld", new Release(ID));
    run(new Place(ID, "23-9050", TEN.plusSeconds(4000), TEN.plusSeconds(8000)));
    assertEquals("TransportPlanned", get(ID).changes().getLast().what());
    refused("transport.settled", new Plan(ID, "23-9051", TEN, TEN.plusSeconds(60)));
    plan("23-9050", 80);
    assertTrue(Objects.requireNonNull(get(ID).planned()).held(), "its times may move");
    run(new Release(ID));
    plan("23-9051", 80);
    assertEquals("23-9051", unit(get(ID)));
  }

  @Test
  void s03WhatIsLockedOrUnderWayKeepsItsVehicleUntilItIsCalledOff() {
    run(order(ID, simple()));
    plan("23-9050", 60);
    run(new Advance(ID, Ride.LOCKED, null));
    refused("transport.settled", new Plan(ID, "23-9051", TEN, TEN.plusSeconds(60)));
    run(new Release(ID));
    assertEquals(Ride.APPROVED, get(ID).ride(), "released is unlocked");
    run(new Advance(ID, Ride.UNDER_WAY, null));
    refused("transport.settled", new Plan(ID, "23-9051", TEN, TEN.plusSeconds(60)));
    refused("transport.underWay", new Place(ID, "23-9051", TEN, TEN.plusSeconds(60)));
    run(new Unplan(ID, "plan.calledOff", Map.of()));
    assertEquals(Ride.APPROVED, get(ID).ride(), "called off, it waits for a vehicle again");
    assertNull(get(ID).times().underWayAt());
    plan("23-9051", 90);
    run(new Advance(ID, Ride.LOADED, null));
    refused("transport.onBoard", new Unplan(ID, "plan.unitOut", Map.of()));
    refused("transport.onBoard", new Place(ID, "23-9050", TEN, TEN.plusSeconds(60)));
    run(new Advance(ID, Ride.ARRIVED, null));
    assertEquals("23-9051", unit(get(ID)), "who drove stays known");
    refused("transport.closed", new Plan(ID, "23-9051", TEN, TEN.plusSeconds(60)));
  }

  @Test
  void s04ClosingOrChangingAnOrderDropsItsPlan() {
    run(order(ID, simple()));
    plan("23-9050", 60);
    Timing later = at(TEN.plusSeconds(7200), null);
    run(new Change(ID, request(WARD, OTHER, later, Needs.none()), null, "", null));
    assertNull(get(ID).planned());
    plan("23-9050", 130);
    run(new ChooseMode(ID, Mode.AMBULANCE, "Orolig", null));
    assertNull(get(ID).planned());
    plan("23-3010", 130);
    run(new Cancel(ID, "Behövs inte"));
    assertNull(get(ID).planned());
  }
}
