package se.dirigent.core.transport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.transport.Booking.State;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.TransportCommand.AnswerBooking;
import se.dirigent.core.transport.TransportCommand.Book;
import se.dirigent.core.transport.TransportCommand.Offer;
import se.dirigent.core.transport.TransportEvent.BookingAnswered;
import se.dirigent.core.transport.TransportEvent.BookingWithdrawn;
import se.dirigent.core.transport.TransportEvent.RideAdvanced;
import se.dirigent.core.transport.TransportEvent.RideBooked;
import se.dirigent.core.transport.TransportEvent.RideOffered;

/** The rules of rides that are booked of others. */
final class Bookings {
  private Bookings() {}

  /** Asks a carrier; a vehicle of the region's own that had the ride is free of it. */
  static List<TransportEvent> book(Transport t, Book c) {
    if (t.ride() == Ride.ORDERED) {
      throw Refused.state("transport.notApproved", "transport", Map.of());
    }
    requireNotBegun(t);
    Booking now = t.booking();
    if (now != null && now.live()) {
      throw Refused.state("transport.booked", "transport", Map.of("carrier", now.carrier()));
    }
    return List.of(new RideBooked(t.id(), c.carrier()));
  }

  /**
   * Offers it to another region. What is promised to a person, by hand or by a lock, is not
   * offered, nor what is part of a flight.
   */
  static List<TransportEvent> offer(Transport t, Offer c) {
    Planned planned = t.planned();
    boolean settled = t.ride() != Ride.APPROVED || planned != null && planned.held();
    boolean flies = t.leg() != null && t.leg().part().flies() || t.choice().flightMinutes() > 0;
    Booking now = t.booking();
    if (settled || flies || now != null && now.answerable()) {
      throw Refused.state("transport.notOffered", "transport", Map.of());
    }
    return List.of(new RideOffered(t.id(), c.region(), c.carrier()));
  }

  /**
   * The carrier's answer. What it drives is settled: the ward changes nothing more. Whose car stops
   * on the way to the patient says no as late as then; who has the patient on board cannot.
   */
  static List<TransportEvent> answer(Transport t, AnswerBooking c, Stamp stamp) {
    Booking now = t.booking();
    if (now == null || !now.answerable()) {
      throw Refused.state("transport.notBooked", "transport", Map.of());
    }
    List<TransportEvent> events = new ArrayList<>();
    if (!c.accepted() && t.ride() == Ride.LOADED) {
      throw Refused.state("transport.passed", "ride", Map.of("ride", t.ride().name()));
    }
    events.add(new BookingAnswered(t.id(), c.accepted(), c.reference(), c.pickupAt(), c.text()));
    if (c.accepted() && t.ride() == Ride.APPROVED) {
      events.add(new RideAdvanced(t.id(), Ride.LOCKED, stamp.at()));
    }
    return events;
  }

  /** Takes the ride back from its carrier, when one has it. */
  static List<TransportEvent> withdraw(Transport t, String reason) {
    Booking now = t.booking();
    return now != null && now.answerable()
        ? List.of(new BookingWithdrawn(t.id(), now.carrier(), reason))
        : List.of();
  }

  private static void requireNotBegun(Transport t) {
    if (t.ride().compareTo(Ride.LOCKED) > 0) {
      throw Refused.state("transport.passed", "ride", Map.of("ride", t.ride().name()));
    }
  }

  static Booking asked(RideBooked e, Stamp stamp) {
    return new Booking(State.ASKED, e.carrier(), null, stamp.at(), "", null, "");
  }

  static Booking offered(RideOffered e, Stamp stamp) {
    return new Booking(State.OFFERED, e.carrier(), e.region(), stamp.at(), "", null, "");
  }

  /** Its own vehicle has set out or is settled: nobody else is offered it any longer. */
  static @Nullable Booking settled(@Nullable Booking before) {
    return before != null && before.state() == State.OFFERED ? before.withdrawn() : before;
  }

  static Booking answered(@Nullable Booking before, BookingAnswered e, Stamp stamp) {
    String carrier = before == null ? "" : before.carrier();
    RegionCode region = before == null ? null : before.region();
    Instant askedAt = before == null ? stamp.at() : before.askedAt();
    State state = e.accepted() ? State.CONFIRMED : State.DECLINED;
    return new Booking(state, carrier, region, askedAt, e.reference(), e.pickupAt(), e.text());
  }

  /** The booking of a ride that is not made, or not as it was. */
  static @Nullable Booking withdrawn(@Nullable Booking before) {
    return before != null && before.answerable() ? before.withdrawn() : before;
  }
}
