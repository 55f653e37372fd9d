package se.dirigent.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.dirigent.core.transport.Leg.Part;
import se.dirigent.core.transport.Transport.Reception;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.TransportCommand.Advance;
import se.dirigent.core.transport.TransportCommand.AnswerAir;
import se.dirigent.core.transport.TransportCommand.Approve;
import se.dirigent.core.transport.TransportCommand.Cancel;
import se.dirigent.core.transport.TransportCommand.Change;
import se.dirigent.core.transport.TransportCommand.ChooseMode;
import se.dirigent.core.transport.TransportCommand.Order;
import se.dirigent.core.transport.TransportCommand.OrderReturn;
import se.dirigent.core.transport.TransportCommand.Refuse;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.core.transport.mode.Needs;

/** An order's way back, and its ways to and from an aeroplane. */
class JourneysTest extends OrdersFixture {
  private static final Instant NOON = TEN.plus(Duration.ofHours(2));
  private static final Instant EVENING = TEN.plus(Duration.ofHours(8));

  private static Request visit(Needs needs, @Nullable Instant back) {
    return request(WARD, OTHER, new Timing(NOON, null, null, true, back), needs);
  }

  private Transport leg(Part part) {
    List<Transport> open =
        orders.values().stream()
            .filter(t -> t.leg() != null && t.leg().part() == part && t.ride().open())
            .toList();
    assertEquals(1, open.size(), () -> part + " of " + orders.keySet());
    return open.getFirst();
  }

  private boolean has(Part part) {
    return orders.values().stream()
        .anyMatch(t -> t.leg() != null && t.leg().part() == part && t.ride().open());
  }

  private void flight(int minutesFromTen) {
    Instant departAt = TEN.plus(Duration.ofMinutes(minutesFromTen));
    run(new AnswerAir(ID, departAt, departAt.plus(Duration.ofMinutes(50)), ""));
  }

  private void byAir() {
    run(new Order(ID, REGION, "Enhet", PATIENT, visit(lying(), null), Mode.AEROPLANE, "Instabil"));
    run(new Approve(ID, null));
  }

  @Test
  void s01TheWayBackIsARideOfItsOwn() {
    run(order(ID, visit(Needs.none(), EVENING)));
    Transport back = leg(Part.RETURN);
    assertEquals(new Leg(ID, Part.RETURN), back.leg());
    assertEquals(OTHER, back.request().from());
    assertEquals(WARD, back.request().to());
    assertEquals(EVENING, back.request().timing().readyAt());
    assertFalse(back.choice().pickupFrom().isBefore(EVENING), "a promise of its own");
    assertEquals(Ride.APPROVED, back.ride());
    assertEquals(Reception.ASKED, back.reception());
    run(new Advance(ID, Ride.LOADED, null));
    assertEquals(Ride.APPROVED, get(back.id()).ride(), "a state of its own");
    assertTrue(get(ID).resembles().isEmpty(), "there and back are not the same trip twice");
  }

  @Test
  void s02WhatTheWardDoesWithTheOrderIsDoneWithBoth() {
    run(order(ID, visit(lying(), EVENING)));
    assertEquals(Ride.ORDERED, leg(Part.RETURN).ride());
    run(new Approve(ID, null));
    assertEquals(Ride.APPROVED, leg(Part.RETURN).ride(), "approved with the order");
    Instant later = EVENING.plusSeconds(3600);
    run(new Change(ID, visit(lying(), later), null, "", null));
    assertEquals(later, leg(Part.RETURN).request().timing().readyAt());
    run(new Cancel(ID, "Behövs inte"));
    assertFalse(has(Part.RETURN));
  }

  @Test
  void s03TheWayBackIsChangedAndTakenBackAlone() {
    run(order(ID, visit(Needs.none(), EVENING)));
    TransportId back = leg(Part.RETURN).id();
    Timing late = new Timing(EVENING.plusSeconds(7200), null, null, false, null);
    run(new Change(back, request(OTHER, WARD, late, Needs.none()), null, "", null));
    Request noted =
        new Request(
            WARD,
            OTHER,
            get(ID).request().timing(),
            Needs.none(),
            get(ID).request().urgency(),
            get(ID).request().resuscitation(),
            "Testläkare Ett",
            "Kranskärlsröntgen",
            "Tolk");
    run(new Change(ID, noted, null, "", null));
    assertEquals("Tolk", get(back).request().note());
    assertEquals(late, get(back).request().timing(), "what was said of the way back stands");
    run(new Cancel(back, "Anhörig hämtar"));
    assertEquals(Ride.APPROVED, get(ID).ride());
    Request plain = request(WARD, OTHER, get(ID).request().timing(), Needs.none());
    run(new Change(ID, plain, null, "", null));
    assertFalse(has(Part.RETURN), "what was taken back is not ordered again");
  }

  @Test
  void s04TheWayBackIsOrderedWhenItIsKnownWhen() {
    run(order(ID, visit(Needs.none(), null)));
    assertFalse(has(Part.RETURN));
    refused("transport.returnBefore", new OrderReturn(ID, NOON));
    run(new Advance(ID, Ride.ARRIVED, null));
    run(new OrderReturn(ID, EVENING));
    assertEquals(EVENING, leg(Part.RETURN).request().timing().readyAt());
    refused("transport.returnOrdered", new OrderReturn(ID, EVENING));
    refused("transport.noReturn", new OrderReturn(leg(Part.RETURN).id(), EVENING.plusSeconds(60)));
    run(new Cancel(leg(Part.RETURN).id(), "Stannar"));
    run(new OrderReturn(ID, EVENING));
    assertEquals(new TransportId("a-r2"), leg(Part.RETURN).id());
  }

  @Test
  void s05AFlightHasAWayToItAndAWayFromIt() {
    byAir();
    assertFalse(has(Part.TO_AIRCRAFT));
    flight(300);
    Transport there = leg(Part.TO_AIRCRAFT);
    Transport onward = leg(Part.FROM_AIRCRAFT);
    Instant departAt = TEN.plus(Duration.ofMinutes(300));
    assertEquals(departAt.minus(Duration.ofMinutes(20)), there.request().timing().arriveBy());
    assertEquals(get(ID).pickupFrom(), there.pickupFrom());
    assertEquals(get(ID).pickupUntil(), there.pickupUntil());
    assertEquals(AIRWAY.board(), there.request().to());
    assertEquals(AIRWAY.land(), onward.request().from());
    assertEquals(departAt.plus(Duration.ofMinutes(50)), onward.pickupFrom());
    assertEquals(OTHER, onward.request().to());
    assertTrue(there.choice().mode().compareTo(Mode.HELICOPTER) < 0);
    assertEquals(Ride.APPROVED, there.ride(), "approved with the flight");
    assertNull(there.air());
  }

  @Test
  void s06TheLegsFollowTheFlight() {
    byAir();
    flight(300);
    run(new Advance(leg(Part.TO_AIRCRAFT).id(), Ride.LOCKED, null));
    refused("transport.locked", new Cancel(ID, "Behövs inte"));
    flight(360);
    Transport there = leg(Part.TO_AIRCRAFT);
    assertEquals(Ride.APPROVED, there.ride(), "planned anew for the new flight");
    assertEquals(get(ID).pickupUntil(), there.pickupUntil());
    refused("transport.leg", new Cancel(there.id(), "Behövs inte"));
    refused("transport.legByAir", new ChooseMode(there.id(), Mode.AEROPLANE, "Fort", null));
    run(new AnswerAir(ID, null, null, "Dimma"));
    assertFalse(has(Part.TO_AIRCRAFT) || has(Part.FROM_AIRCRAFT));
    run(new ChooseMode(ID, Mode.AMBULANCE, "Vägen är öppen", null));
    run(new ChooseMode(ID, Mode.AEROPLANE, "Snöoväder", null));
    flight(400);
    assertEquals(new TransportId("a-a2"), leg(Part.TO_AIRCRAFT).id());
    run(new Refuse(ID, "Kan vänta", null));
    assertFalse(has(Part.TO_AIRCRAFT) || has(Part.FROM_AIRCRAFT));
  }

  @Test
  void s07ThePatientIsThereWhenTheLastLegIs() {
    byAir();
    flight(300);
    TransportId there = leg(Part.TO_AIRCRAFT).id();
    TransportId onward = leg(Part.FROM_AIRCRAFT).id();
    run(new Advance(there, Ride.UNDER_WAY, null));
    assertEquals(Ride.APPROVED, get(ID).ride());
    run(new Advance(there, Ride.LOADED, null));
    assertEquals(Ride.LOADED, get(ID).ride());
    run(new Advance(there, Ride.ARRIVED, null));
    assertEquals(Ride.LOADED, get(ID).ride());
    run(new Advance(onward, Ride.LOADED, null));
    run(new Advance(onward, Ride.ARRIVED, null));
    assertEquals(Ride.ARRIVED, get(ID).ride());
    assertEquals(now, Objects.requireNonNull(get(ID).times().arrivedAt()));
  }

  @Test
  void s08AFlightMovedWhileThePatientWaitsAtItIsNoNewWayThere() {
    byAir();
    flight(300);
    TransportId there = leg(Part.TO_AIRCRAFT).id();
    run(new Advance(there, Ride.ARRIVED, null));
    flight(400);
    assertFalse(has(Part.TO_AIRCRAFT), "the patient is at the aeroplane");
    Instant lands = TEN.plus(Duration.ofMinutes(450));
    assertEquals(lands, leg(Part.FROM_AIRCRAFT).pickupFrom());
  }
}
