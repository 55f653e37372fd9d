package se.dirigent.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.dirigent.core.transport.Booking.State;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.TransportCommand.Advance;
import se.dirigent.core.transport.TransportCommand.AnswerBooking;
import se.dirigent.core.transport.TransportCommand.Book;
import se.dirigent.core.transport.TransportCommand.Cancel;
import se.dirigent.core.transport.TransportCommand.Change;
import se.dirigent.core.transport.TransportCommand.Place;
import se.dirigent.core.transport.TransportCommand.Plan;
import se.dirigent.core.transport.TransportCommand.Release;
import se.dirigent.core.transport.TransportCommand.Unplan;
import se.dirigent.core.transport.mode.Needs;

/** A ride that is booked of a taxi company. */
class BookingsTest extends OrdersFixture {
  private static final AnswerBooking YES = new AnswerBooking(ID, true, "T-17", null, "");
  private static final AnswerBooking NO = new AnswerBooking(ID, false, "", null, "Inga bilar");
  private static final Book BOOK = new Book(ID, "Taxi Test");

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
  void s05WhoIsOnBoardIsNotTakenBackFromTheCarrier() {
    run(order(ID, simple()));
    run(BOOK);
    run(YES);
    run(new Advance(ID, Ride.LOADED, null));
    refused("transport.onBoard", new Release(ID));
    assertEquals(Ride.LOADED, get(ID).ride());
  }
}
