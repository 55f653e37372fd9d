package se.dirigent.server.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.geo.Position;
import se.dirigent.core.transport.Booking;
import se.dirigent.core.transport.Leg;
import se.dirigent.core.transport.Planned;
import se.dirigent.core.transport.Stop;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.TransportId;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.core.transport.mode.Needs;

/**
 * A region's plan as the dispatcher sees it.
 *
 * @param now the service's time
 * @param seq journal sequence number it was read after
 * @param vehicles units that take planned rides, on duty or with rides, by call sign
 * @param rides what the page tells of each order
 * @param unplanned orders that no vehicle takes, and why; none is left out in silence
 * @param bought orders that others drive: bought per trip, or booked of another region
 */
record RidePlan(
    Instant now,
    long seq,
    Search search,
    List<Tour> vehicles,
    List<RideFacts> rides,
    List<Unplanned> unplanned,
    List<BoughtRide> bought) {

  /**
   * How the search for a better plan stands.
   *
   * @param running whether it is at work now
   * @param lastAt when a plan was last committed since the service began, or null
   * @param lastMillis how long it took to find, by the machine's clock
   * @param kronor cost of the plan, what is left out included; null before the first
   * @param rounds how often the region's plan was looked at
   * @param refused plans that the checker refused, which were not committed
   */
  record Search(
      boolean running,
      @Nullable Instant lastAt,
      long lastMillis,
      @Nullable Long kronor,
      long rounds,
      long refused) {
    static final Search NONE = new Search(false, null, 0, null, 0, 0);
  }

  /**
   * What one unit does.
   *
   * @param from start of its shift, or null off duty
   * @param to end of its shift
   * @param out code of why it takes no more rides now, or null
   * @param position last told, or null
   * @param drivenSeconds at the wheel in all
   * @param kronor what its driving costs
   */
  record Tour(
      String unit,
      String callSign,
      UnitKind kind,
      String station,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String out,
      @Nullable Position position,
      List<Halt> stops,
      long drivenSeconds,
      long kronor) {}

  /**
   * What the plan tells of an order. Who the patient is, and why it travels, stays with the order.
   *
   * @param held placed by hand
   * @param from name of the place
   * @param pickupFrom start of the window promised
   * @param pickupUntil its end
   * @param arriveBy when the patient must be there, or null
   * @param persons the patient, companions and an escort
   * @param leg which part of another order's journey it is, or null
   */
  record RideFacts(
      TransportId transport,
      Ride ride,
      boolean held,
      Mode mode,
      String from,
      String to,
      Instant pickupFrom,
      Instant pickupUntil,
      @Nullable Instant arriveBy,
      Needs.Posture posture,
      int persons,
      @Nullable Leg leg) {
    /** What is told of an order; a place that has left the packs is named by its code. */
    static RideFacts of(Transport t, Doors doors) {
      Planned planned = t.planned();
      Needs needs = t.request().needs();
      int escort = needs.escort() == Needs.Escort.NONE ? 0 : 1;
      return new RideFacts(
          t.id(),
          t.ride(),
          planned != null && planned.held(),
          t.choice().mode(),
          name(t.request().from(), doors),
          name(t.request().to(), doors),
          t.choice().pickupFrom(),
          t.choice().pickupUntil(),
          t.request().timing().mustArriveBy(),
          needs.posture(),
          1 + needs.companions() + escort,
          t.leg());
    }

    private static String name(Stop stop, Doors doors) {
      HaltPlace place = doors.place(stop);
      return place == null ? stop.facility() : place.name();
    }
  }

  /**
   * A stop of a tour.
   *
   * @param transport null at a break
   * @param place null at a break, which is had where the vehicle is
   * @param arriveAt when the vehicle is there
   * @param beginAt when the patient is served, after waiting
   * @param endAt when the vehicle leaves
   * @param onBoard patients on board after it
   */
  record Halt(
      Kind kind,
      @Nullable TransportId transport,
      @Nullable HaltPlace place,
      Instant arriveAt,
      Instant beginAt,
      Instant endAt,
      int onBoard) {
    /** What is done there. */
    enum Kind {
      PICKUP,
      DELIVERY,
      BREAK
    }
  }

  /** Where a stop is. */
  record HaltPlace(String name, Position position) {}

  /**
   * An order without a vehicle.
   *
   * @param code why
   * @param values what the words of the code need
   * @param declinedBy who was asked to drive it and said no; null when nobody did
   */
  record Unplanned(
      TransportId transport,
      String code,
      Map<String, String> values,
      @Nullable String declinedBy) {}

  /**
   * An order that others drive.
   *
   * @param kronor its price
   * @param booking what was asked and answered; null before anybody is asked
   */
  record BoughtRide(TransportId transport, int kronor, @Nullable Booking booking) {}
}
