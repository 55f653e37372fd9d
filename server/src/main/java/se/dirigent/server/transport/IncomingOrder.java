package se.dirigent.server.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.transport.AirRequest.Slot;
import se.dirigent.core.transport.Booking;
import se.dirigent.core.transport.Choice.Trip;
import se.dirigent.core.transport.Planned;
import se.dirigent.core.transport.Request;
import se.dirigent.core.transport.Request.Resuscitation;
import se.dirigent.core.transport.Stop;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.Transport.Happening;
import se.dirigent.core.transport.Transport.Reception;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.Transport.RideTimes;
import se.dirigent.core.transport.TransportId;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.core.transport.mode.Needs;
import se.dirigent.core.transport.mode.Urgency;

/**
 * What a receiver reads of an order of another region: what it must know to say yes or no and to
 * have a bed ready, and how far the ride has come. Who the patient is the wards tell each other
 * with the referral; where the patient lives, what it costs and who drives are not the receiver's.
 *
 * @param region the region that has the order
 * @param careUnit the ward that ordered, to be called
 * @param from where the patient comes from; null from a home
 * @param to the receiving department
 * @param arriveBy when the patient must be there, or null
 * @param pickupFrom earliest pick-up as it was promised
 * @param pickupUntil latest pick-up as it was promised
 * @param expectedAt when the patient is there as far as is known, or null while nobody knows
 * @param care what the patient needs, or null when nobody comes any longer
 * @param changes what has happened that the receiver is told, in order
 */
record IncomingOrder(
    TransportId id,
    RegionCode region,
    String careUnit,
    Ride ride,
    Reception reception,
    RideTimes times,
    Mode mode,
    @Nullable Stop from,
    Stop to,
    Instant readyAt,
    @Nullable Instant arriveBy,
    Instant pickupFrom,
    Instant pickupUntil,
    @Nullable Instant expectedAt,
    @Nullable IncomingCare care,
    List<IncomingNews> changes) {
  /** What a receiver is told of all that happens to an order; the rest is between others. */
  private static final Set<String> TOLD =
      Set.of(
          "TransportOrdered",
          "TransportChanged",
          "TransportCancelled",
          "TransportRefused",
          "TransportEnded",
          "ReceiverAnswered",
          "RideAdvanced");

  /** What became of the patient is said to those who have the order. */
  private static final String WORDLESS = "TransportEnded";

  IncomingOrder {
    changes = List.copyOf(changes);
  }

  /**
   * What the patient needs, on the way and where it ends.
   *
   * @param reason why the patient travels
   */
  record IncomingCare(Needs needs, Urgency urgency, Resuscitation resuscitation, String reason) {}

  /**
   * One thing that has happened.
   *
   * @param what name of the event
   * @param text what was said, or JSON names of what was changed, with commas between
   */
  record IncomingNews(Instant at, String what, String text) {}

  static IncomingOrder of(Transport t) {
    Request r = t.request();
    boolean comes = t.ride().open() || t.ride() == Ride.ARRIVED;
    return new IncomingOrder(
        t.id(),
        t.region(),
        t.careUnit(),
        t.ride(),
        t.reception(),
        t.times(),
        t.choice().mode(),
        r.from().isHome() ? null : Stop.at(r.from().facility(), r.from().department()),
        r.to(),
        r.timing().readyAt(),
        r.timing().mustArriveBy(),
        t.pickupFrom(),
        t.pickupUntil(),
        comes ? expected(t) : null,
        comes ? new IncomingCare(r.needs(), r.urgency(), r.resuscitation(), r.reason()) : null,
        t.changes().stream()
            .filter(h -> TOLD.contains(h.what()))
            .map(IncomingOrder::told)
            .toList());
  }

  private static IncomingNews told(Happening h) {
    return new IncomingNews(h.at(), h.what(), h.what().equals(WORDLESS) ? "" : h.text());
  }

  private static @Nullable Instant expected(Transport t) {
    Instant arrived = t.times().arrivedAt();
    Planned planned = t.planned();
    Slot slot = t.air() == null ? null : t.air().slot();
    if (arrived != null) {
      return arrived;
    }
    if (planned != null) {
      return planned.arriveAt();
    }
    return slot == null ? driven(t) : slot.arriveAt();
  }

  /** Of what others drive it is known when they come; then it is as far as it is by road. */
  private static @Nullable Instant driven(Transport t) {
    Booking booking = t.booking();
    Trip trip = t.choice().trip();
    Instant pickup = booking != null && booking.live() ? booking.pickupAt() : null;
    Integer minutes = trip == null ? null : trip.ways().roadMinutes();
    return pickup == null || minutes == null ? null : pickup.plus(Duration.ofMinutes(minutes));
  }
}
