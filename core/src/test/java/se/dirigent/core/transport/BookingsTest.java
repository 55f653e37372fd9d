package se.dirigent.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.transport.Booking.State;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.TransportCommand.Advance;
import se.dirigent.core.transport.TransportCommand.AnswerBooking;
import se.dirigent.core.transport.TransportCommand.Book;
import se.dirigent.core.transport.TransportCommand.Cancel;
import se.dirigent.core.transport.TransportCommand.Change;
import se.dirigent.core.transport.TransportCommand.ChooseMode;
import se.dirigent.core.transport.TransportCommand.End;
import se.dirigent.core.transport.TransportCommand.Fate;
import se.dirigent.core.transport.TransportCommand.GiveBack;
import se.dirigent.core.transport.TransportCommand.Offer;
import se.dirigent.core.transport.TransportCommand.Place;
import se.dirigent.core.transport.TransportCommand.Plan;
import se.dirigent.core.transport.TransportCommand.Release;
import se.dirigent.core.transport.TransportCommand.Take;
import se.dirigent.core.transport.TransportCommand.Unplan;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.core.transport.mode.Needs;

/** A ride that is booked of a taxi company, or goes along with another region's vehicle. */
class BookingsTest extends OrdersFixture {
  private static final AnswerBooking YES = new AnswerBooking(ID, true, "T-17", null, "");
  private static final AnswerBooking NO = new AnswerBooking(ID, false, "", null, "Inga bilar");
  private static final Book BOOK = new Book(ID, "Taxi Test");

  private static final RegionCode NEXT = new RegionCode("grannlan");
  private static final Offer OFFER = new Offer(ID, NEXT, "Region Grannlän");
  private static final TransportId TAKEN = new TransportId("b");

  private Booking booking() {
    return Objects.requireNonNull(get(ID).booking());
  }

  @Test
  void s01ATaxiIsAskedAndConfirmsAndTheWardChangesNothingMore() {
    run(order(ID, simple()));
    refused("transport.notBooked", YES);
    run(BOOK);
    assertEquals(State.ASKED, booking().state());
    refused("transport.booked", BOOK);
    refused("transport.booked", new Plan(ID, "23-4050", TEN, TEN.plusSeconds(900)));
    assertEquals(Ride.LOCKED, run(YES).ride());
    assertEquals("T-17", booking().reference());
    refused("transport.locked", new Cancel(ID, "Behövs inte"));
    run(new Advance(ID, Ride.LOADED, null));
    refused("transport.passed", NO);
    assertEquals(State.CONFIRMED, booking().state());
  }

  @Test
  void s02ANoPutsTheRideBackInThePlan() {
    run(order(ID, simple()));
    run(BOOK);
    run(YES);
    Transport t = run(NO);
    assertEquals(Ride.APPROVED, t.ride());
    assertEquals(State.DECLINED, booking().state());
    assertEquals("Inga bilar", booking().text());
    assertEquals("23-4050", unit(run(new Plan(ID, "23-4050", TEN, TEN.plusSeconds(900)))));
  }

  @Test
  void s03WhoeverElseTakesItTheCarrierIsTold() {
    run(order(ID, simple()));
    run(new Plan(ID, "23-4050", TEN, TEN.plusSeconds(900)));
    assertNull(run(BOOK).planned(), "the own vehicle is free of it");
    run(new Place(ID, "23-4051", TEN, TEN.plusSeconds(900)));
    assertEquals(State.WITHDRAWN, booking().state());
    run(new Unplan(ID, "byHand", Map.of()));
    run(BOOK);
    run(new Unplan(ID, "byHand", Map.of("reason", "Anhörig kör")));
    assertEquals(State.WITHDRAWN, booking().state());
  }

  @Test
  void s04AnotherTripIsAnotherBooking() {
    run(order(ID, simple()));
    run(BOOK);
    Request later = request(WARD, OTHER, at(TEN.plusSeconds(9000), null), Needs.none());
    run(new Change(ID, later, null, "", null));
    assertEquals(State.WITHDRAWN, booking().state());
    run(BOOK);
    run(new Cancel(ID, "Behövs inte"));
    assertEquals(State.WITHDRAWN, booking().state());
    refused("text.missing", () -> new AnswerBooking(ID, true, "", null, ""));
    refused("text.missing", () -> new AnswerBooking(ID, false, "", null, ""));
  }

  @Test
  void s11ACarStoppedOnItsWayToThePatientIsANoAndNobodyIsUnderWay() {
    run(order(ID, simple()));
    run(BOOK);
    run(YES);
    run(new Advance(ID, Ride.UNDER_WAY, null));
    Transport t = run(NO);
    assertEquals(Ride.APPROVED, t.ride());
    assertNull(t.times().underWayAt());
    assertEquals(State.DECLINED, booking().state());
  }

  @Test
  void s05WhoIsOnBoardIsNotTakenBackFromTheCarrier() {
    run(order(ID, simple()));
    run(BOOK);
    run(YES);
    run(new Advance(ID, Ride.LOADED, null));
    refused("transport.onBoard", new Release(ID));
    assertEquals(Ride.LOADED, get(ID).ride());
  }

  private Transport taken() {
    PatientId stranger = new PatientId(new UUID(0, 2));
    return run(new Take(TAKEN, NEXT, "Demo vårdenhet, Testlän", stranger, get(ID), 1200));
  }

  @Test
  void s06WhatIsOfferedKeepsItsVehicleUntilTheOtherRegionHasOne() {
    run(order(ID, simple()));
    run(new Plan(ID, "23-4050", TEN, TEN.plusSeconds(900)));
    assertEquals("23-4050", unit(run(OFFER)));
    assertEquals(State.OFFERED, booking().state());
    run(new Plan(ID, "23-4051", TEN, TEN.plusSeconds(900)));
    refused("transport.notOffered", OFFER);
    Transport t = run(YES);
    assertNull(t.planned(), "the own vehicle is free of it");
    assertEquals(Ride.LOCKED, t.ride());
    assertEquals(NEXT, booking().region());
    t = run(new AnswerBooking(ID, false, "", null, "Bilen larmades"));
    assertEquals(Ride.APPROVED, t.ride(), "it is the region's own again");
  }

  @Test
  void s07WhatIsSettledOrFliesIsNotOfferedAndASettledOneIsOfferedNoLonger() {
    run(order(ID, simple()));
    run(OFFER);
    run(new Plan(ID, "23-4050", TEN, TEN.plusSeconds(900)));
    run(new Advance(ID, Ride.LOCKED, null));
    assertEquals(State.WITHDRAWN, booking().state());
    refused("transport.notBooked", YES);
    refused("transport.notOffered", OFFER);
    run(new Release(ID));
    run(new Place(ID, "23-4050", TEN, TEN.plusSeconds(900)));
    refused("transport.notOffered", OFFER);
  }

  @Test
  void s08ANoToAnOfferLeavesTheOwnPlanAsItIs() {
    run(order(ID, simple()));
    run(new Plan(ID, "23-4050", TEN, TEN.plusSeconds(900)));
    run(OFFER);
    run(new AnswerBooking(ID, false, "", null, "Ingen plats"));
    assertEquals("23-4050", unit(get(ID)));
    assertEquals(State.DECLINED, booking().state());
  }

  @Test
  void s09WhatIsDrivenForAnotherRegionIsPlannedThereAndChangedHere() {
    run(order(ID, simple()));
    run(OFFER);
    Transport t = taken();
    assertEquals(t, taken(), "taken in once");
    assertTrue(t.offered());
    assertEquals(get(ID).choice().pickupUntil(), t.choice().pickupUntil());
    assertEquals(new OnBehalf(REGION, ID, 1200), t.onBehalf());
    refused("transport.onBehalf", new Cancel(TAKEN, "Behövs inte"));
    refused("transport.onBehalf", new ChooseMode(TAKEN, Mode.AMBULANCE, "Ledig", null));
    refused("transport.onBehalf", new End(TAKEN, Fate.MOVED, ""));
    run(new Plan(TAKEN, "22-3020", TEN, TEN.plusSeconds(900)));
    assertFalse(get(TAKEN).offered());
    run(new GiveBack(TAKEN, ""));
    assertEquals(Ride.CANCELLED, get(TAKEN).ride());
    assertEquals(Ride.APPROVED, get(ID).ride());
  }

  @Test
  void s10WhoIsOnBoardForAnotherRegionIsNotGivenBack() {
    run(order(ID, simple()));
    run(OFFER);
    taken();
    run(new Plan(TAKEN, "22-3020", TEN, TEN.plusSeconds(900)));
    run(new Advance(TAKEN, Ride.LOADED, null));
    run(new GiveBack(TAKEN, ""));
    assertEquals(Ride.LOADED, get(TAKEN).ride());
  }
}
