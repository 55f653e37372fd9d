package se.dirigent.core.transport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Stamp;
import se.dirigent.core.transport.Transport.Happening;
import se.dirigent.core.transport.Transport.Reception;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.Transport.RideTimes;
import se.dirigent.core.transport.TransportEvent.AirAnswered;
import se.dirigent.core.transport.TransportEvent.AirRequested;
import se.dirigent.core.transport.TransportEvent.BookingAnswered;
import se.dirigent.core.transport.TransportEvent.BookingWithdrawn;
import se.dirigent.core.transport.TransportEvent.ReceiverAnswered;
import se.dirigent.core.transport.TransportEvent.RideAdvanced;
import se.dirigent.core.transport.TransportEvent.RideBooked;
import se.dirigent.core.transport.TransportEvent.RideOffered;
import se.dirigent.core.transport.TransportEvent.TransportApproved;
import se.dirigent.core.transport.TransportEvent.TransportCancelled;
import se.dirigent.core.transport.TransportEvent.TransportChanged;
import se.dirigent.core.transport.TransportEvent.TransportEnded;
import se.dirigent.core.transport.TransportEvent.TransportModeChosen;
import se.dirigent.core.transport.TransportEvent.TransportOrdered;
import se.dirigent.core.transport.TransportEvent.TransportPlanned;
import se.dirigent.core.transport.TransportEvent.TransportRefused;
import se.dirigent.core.transport.TransportEvent.TransportReleased;
import se.dirigent.core.transport.TransportEvent.TransportResembled;
import se.dirigent.core.transport.TransportEvent.TransportUnplanned;

/** What events make of an order. */
final class TransportFold {
  private TransportFold() {}

  static Transport fold(@Nullable Transport transport, TransportEvent event, Stamp stamp) {
    if (event instanceof TransportOrdered e) {
      return ordered(e, stamp);
    }
    if (transport == null) {
      throw new IllegalStateException("event before the order: " + event);
    }
    Transport t = happened(transport, event, stamp);
    return switch (event) {
      case TransportOrdered e -> ordered(e, stamp);
      case TransportResembled e -> resembling(t, e.other());
      case TransportChanged e -> flying(changed(t, e), Flights.after(t, e));
      case TransportCancelled _ -> closed(t, Ride.CANCELLED);
      case TransportApproved _ -> with(t, Ride.APPROVED, t.reception());
      case TransportModeChosen e ->
          grounded(
              unbooked(unplanned(with(t, t.request(), e.choice(), Ride.APPROVED, t.reception()))));
      case TransportRefused _ -> closed(t, Ride.REFUSED);
      case ReceiverAnswered e ->
          with(t, t.ride(), e.accepted() ? Reception.ACCEPTED : Reception.DECLINED);
      case RideAdvanced e -> booked(advanced(t, e), Bookings.settled(t.booking()));
      case AirRequested _ -> flying(t, Flights.requested(stamp));
      case AirAnswered e -> flying(t, Flights.answered(t.air(), e, stamp));
      case TransportPlanned e -> planned(t, e, stamp);
      case TransportUnplanned _ -> unplanned(unlocked(t));
      case TransportReleased _ -> released(t);
      case RideBooked e -> booked(unplanned(unlocked(t)), Bookings.asked(e, stamp));
      case RideOffered e -> booked(t, Bookings.offered(e, stamp));
      case BookingAnswered e -> answered(t, e, stamp);
      case BookingWithdrawn _ -> unbooked(unlocked(t));
      case TransportEnded _ -> closed(t, Ride.ENDED);
    };
  }

  /** Neither vehicle nor flight is kept for a ride that is not made. */
  private static Transport closed(Transport t, Ride ride) {
    return grounded(unbooked(unplanned(with(t, ride, t.reception()))));
  }

  private static Transport planned(Transport t, TransportPlanned e, Stamp stamp) {
    return withPlan(t, new Planned(e.unit(), e.pickupAt(), e.arriveAt(), e.held(), stamp.by()));
  }

  private static Transport unplanned(Transport t) {
    return withPlan(t, null);
  }

  private static Transport released(Transport t) {
    Planned p = t.planned();
    Transport open = t.ride() == Ride.LOCKED ? unlocked(t) : t;
    return p == null
        ? open
        : withPlan(open, new Planned(p.unit(), p.pickupAt(), p.arriveAt(), false, p.by()));
  }

  /** Back to where a vehicle is sought; when it was locked and set out says nothing any more. */
  private static Transport unlocked(Transport t) {
    RideTimes none = new RideTimes(null, null, null, null);
    return copy(t, t.request(), t.choice(), Ride.APPROVED, t.reception(), t.resembles(), none);
  }

  private static Transport withPlan(Transport t, @Nullable Planned planned) {
    Next next = new Next(t);
    next.planned = planned;
    return next.done();
  }

  private static Transport ordered(TransportOrdered e, Stamp stamp) {
    return new Transport(
        e.transport(),
        e.region(),
        e.careUnit(),
        e.patient(),
        stamp.by(),
        stamp.at(),
        e.request(),
        e.choice(),
        e.choice().approval() ? Ride.ORDERED : Ride.APPROVED,
        receptionOf(e.request()),
        e.leg(),
        e.onBehalf(),
        List.of(),
        new RideTimes(null, null, null, null),
        null,
        null,
        null,
        List.of(new Happening(stamp.at(), stamp.by(), "TransportOrdered", "")),
        1);
  }

  private static Reception receptionOf(Request request) {
    return request.to().isHome() ? Reception.NONE : Reception.ASKED;
  }

  /** A change is asked about anew: of the receiver, and of inner command where it must approve. */
  private static Transport changed(Transport t, TransportChanged e) {
    Ride ride = e.choice().approval() ? Ride.ORDERED : Ride.APPROVED;
    return unbooked(unplanned(with(t, e.request(), e.choice(), ride, receptionOf(e.request()))));
  }

  private static Transport advanced(Transport t, RideAdvanced e) {
    RideTimes was = t.times();
    Instant at = e.reachedAt();
    RideTimes times =
        switch (e.ride()) {
          case LOCKED -> new RideTimes(at, was.underWayAt(), was.loadedAt(), was.arrivedAt());
          case UNDER_WAY -> new RideTimes(was.lockedAt(), at, was.loadedAt(), was.arrivedAt());
          case LOADED -> new RideTimes(was.lockedAt(), was.underWayAt(), at, was.arrivedAt());
          case ARRIVED -> new RideTimes(was.lockedAt(), was.underWayAt(), was.loadedAt(), at);
          case ORDERED, APPROVED, CANCELLED, REFUSED, ENDED -> was;
        };
    return copy(t, t.request(), t.choice(), e.ride(), t.reception(), t.resembles(), times);
  }

  private static Transport resembling(Transport t, TransportId other) {
    List<TransportId> all = Stream.concat(t.resembles().stream(), Stream.of(other)).toList();
    return copy(t, t.request(), t.choice(), t.ride(), t.reception(), all, t.times());
  }

  private static Transport with(Transport t, Ride ride, Reception reception) {
    return with(t, t.request(), t.choice(), ride, reception);
  }

  private static Transport with(
      Transport t, Request request, Choice choice, Ride ride, Reception reception) {
    return copy(t, request, choice, ride, reception, t.resembles(), t.times());
  }

  private static Transport copy(
      Transport t,
      Request request,
      Choice choice,
      Ride ride,
      Reception reception,
      List<TransportId> resembles,
      RideTimes times) {
    Next next = new Next(t);
    next.request = request;
    next.choice = choice;
    next.ride = ride;
    next.reception = reception;
    next.resembles = resembles;
    next.times = times;
    return next.done();
  }

  private static Transport grounded(Transport t) {
    return flying(t, Flights.withdrawn(t.air()));
  }

  private static Transport unbooked(Transport t) {
    return booked(t, Bookings.withdrawn(t.booking()));
  }

  private static Transport booked(Transport t, @Nullable Booking booking) {
    Next next = new Next(t);
    next.booking = booking;
    return next.done();
  }

  /** What the carrier does not take waits for a vehicle again. */
  private static Transport answered(Transport t, BookingAnswered e, Stamp stamp) {
    boolean offered = t.booking() != null && t.booking().state() == Booking.State.OFFERED;
    Transport open = e.accepted() ? unplanned(t) : offered ? t : unlocked(t);
    return booked(open, Bookings.answered(t.booking(), e, stamp));
  }

  private static Transport flying(Transport t, @Nullable AirRequest air) {
    Next next = new Next(t);
    next.air = air;
    return next.done();
  }

  private static Transport happened(Transport t, TransportEvent event, Stamp stamp) {
    List<Happening> changes = new ArrayList<>(t.changes());
    String what = event.getClass().getSimpleName();
    if (!byPlanner(t, event)) {
      changes.add(new Happening(stamp.at(), stamp.by(), what, textOf(event)));
    }
    Next next = new Next(t);
    next.changes = changes;
    next.version = t.version() + 1;
    return next.done();
  }

  /** That a settled ride loses its vehicle is more than planning: the ward was promised it. */
  private static boolean byPlanner(Transport t, TransportEvent event) {
    return event instanceof TransportPlanned planned && !planned.held()
        || event instanceof TransportUnplanned && t.ride() == Ride.APPROVED;
  }

  private static String textOf(TransportEvent event) {
    return switch (event) {
      case TransportOrdered _, TransportApproved _ -> "";
      case TransportResembled e -> e.other().value();
      case TransportChanged e -> String.join(",", e.changed());
      case TransportCancelled e -> e.reason();
      case TransportModeChosen e -> e.choice().reason();
      case TransportRefused e -> e.reason();
      case ReceiverAnswered e -> e.text();
      case RideAdvanced e -> e.ride().name();
      case TransportPlanned e -> e.unit();
      case TransportUnplanned e -> e.values().getOrDefault("reason", e.code());
      case TransportReleased _ -> "";
      case RideBooked e -> e.carrier();
      case RideOffered e -> e.carrier();
      case BookingAnswered e -> e.accepted() ? e.reference() : e.text();
      case BookingWithdrawn e -> e.reason();
      case AirRequested e -> e.text();
      case AirAnswered e -> e.text();
      case TransportEnded e -> e.text();
    };
  }

  /** An order as it becomes: what can change stands here once. */
  private static final class Next {
    private final Transport was;
    private Request request;
    private Choice choice;
    private Ride ride;
    private Reception reception;
    private List<TransportId> resembles;
    private RideTimes times;
    private @Nullable AirRequest air;
    private @Nullable Planned planned;
    private @Nullable Booking booking;
    private List<Happening> changes;
    private int version;

    Next(Transport was) {
      this.was = was;
      this.request = was.request();
      this.choice = was.choice();
      this.ride = was.ride();
      this.reception = was.reception();
      this.resembles = was.resembles();
      this.times = was.times();
      this.air = was.air();
      this.planned = was.planned();
      this.booking = was.booking();
      this.changes = was.changes();
      this.version = was.version();
    }

    Transport done() {
      return new Transport(
          was.id(),
          was.region(),
          was.careUnit(),
          was.patient(),
          was.orderedBy(),
          was.orderedAt(),
          request,
          choice,
          ride,
          reception,
          was.leg(),
          was.onBehalf(),
          resembles,
          times,
          air,
          planned,
          booking,
          changes,
          version);
    }
  }
}
