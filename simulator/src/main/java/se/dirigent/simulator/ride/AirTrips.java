package se.dirigent.simulator.ride;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.transport.Circumstances;
import se.dirigent.core.transport.Timing;
import se.dirigent.core.transport.TransportCommand;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.core.transport.mode.ModeAdvice.Option;
import se.dirigent.simulator.ride.air.AirFleet;
import se.dirigent.simulator.ride.air.Helicopters;
import se.dirigent.simulator.ride.air.Shared;

/** Trips by aeroplane of one run: the slot, and the way of the region's own to or from it. */
final class AirTrips {
  private static final long HOUR = 3_600_000;

  /** From landing to the ward at the other end [assumption]. */
  private static final long LANDED_TO_WARD = 30 * 60_000;

  /** From the ambulance's door to take-off, as the core's slots have it [assumption]. */
  private static final long BOARDING = 20 * 60_000;

  /** At both doors of the way to the aircraft, as the modes' terms have it [assumption]. */
  private static final long DOORS = 30 * 60_000;

  /** Who has landed is at home within this and the drive [assumption]. */
  private static final long FETCHED_WITHIN = 2 * HOUR;

  /** An aircraft is bound on the ground so long for a mission [assumption]. */
  private static final double ON_GROUND_HOURS = 2;

  private final RidePlaces places;
  private final WardOffice office;
  private final AirFleet air;
  private final Helicopters helicopters;
  private final Shared shared = new Shared();
  private final RideTally tally;

  AirTrips(
      RidePlaces places,
      WardOffice office,
      AirFleet air,
      Helicopters helicopters,
      RideTally tally) {
    this.places = places;
    this.office = office;
    this.air = air;
    this.helicopters = helicopters;
    this.tally = tally;
  }

  /**
   * A trip that is settled.
   *
   * @param take when it takes off, or {@link AirFleet#NONE}
   * @param leg the way by road; null when the patient needs no ambulance
   */
  record Trip(long take, @Nullable RideOrder leg) {}

  private static Instant at(long millis) {
    return RideErrands.at(millis);
  }

  /** Asks the national fleet for a slot; without one in time the patient goes by road. */
  Trip fly(RideOrder order, long now) {
    Option option = order.advice.get(Mode.AEROPLANE);
    boolean out = !places.outside(order.from);
    int door = out ? order.from : order.to;
    long drive = (long) (1000 * places.seconds(door, places.airfield()));
    long toAircraft = out ? drive : LANDED_TO_WARD;
    Instant ready = order.transport().request().timing().readyAt();
    long earliest = Math.max(now, RideErrands.millis(ready)) + toAircraft + BOARDING + DOORS;
    double hours = option.flightMinutes() / 60.0;
    boolean urgent = !WardOffice.canWait(order);
    int elsewhere = out ? order.to : order.from;
    boolean mayShare = Shared.mayShare(order.transport().request().needs());
    long latest = urgent ? air.patience(earliest) : earliest + RideOrder.PATIENCE.toMillis();
    Shared.Flight beside = mayShare ? shared.find(out, elsewhere, now, earliest, latest) : null;
    long take =
        beside == null ? air.slot(now, earliest, urgent, hours + ON_GROUND_HOURS) : beside.take();
    if (take == AirFleet.NONE) {
      return new Trip(AirFleet.NONE, null);
    }
    if (beside == null && mayShare) {
      shared.booked(out, elsewhere, take);
    }
    // The price holds the empty way back.
    long lands = take + Math.round(hours / 2 * HOUR);
    order.decide(
        new TransportCommand.AnswerAir(order.id(), at(take), at(lands), ""),
        new Circumstances(null, List.of(), List.of(), Duration.ofMillis(toAircraft)),
        at(now),
        "samordningscentral");
    order.started = true;
    if (beside == null) {
      tally.flight(option, now);
    } else {
      tally.shared(now);
    }
    tally.arrived(order, at(lands + (out ? LANDED_TO_WARD : drive)));
    return new Trip(take, leg(order, out, take, lands, drive, now));
  }

  /**
   * Asks the region's helicopters, which fetch at the door; false when none can.
   *
   * @return whether the patient flies
   */
  boolean lift(RideOrder order, long now) {
    Option option = order.advice.get(Mode.HELICOPTER);
    long fetched = Math.max(now, RideErrands.millis(option.pickupFrom()));
    long flight = option.flightMinutes() * 60_000L;
    if (!helicopters.takes(order.number, now, fetched - now + flight + DOORS)) {
      return false;
    }
    order.started = true;
    tally.lifted(option, now);
    tally.fetched(order, at(fetched));
    tally.arrived(order, at(fetched + option.tripMinutes() * 60_000L));
    return true;
  }

  /** The way of the region's own between the door and the aircraft. */
  private @Nullable RideOrder leg(
      RideOrder order, boolean out, long take, long lands, long drive, long millis) {
    Instant now = at(millis);
    if (!out) {
      return office.leg(
          order,
          places.airfield(),
          order.to,
          timing(at(lands), at(lands + drive + FETCHED_WITHIN), now),
          now);
    }
    Instant ready = order.transport().request().timing().readyAt();
    Instant from = order.transport().pickupFrom().minusMillis(DOORS);
    Timing timing = timing(from.isBefore(ready) ? ready : from, at(take), now);
    return office.leg(order, order.from, places.airfield(), timing, now);
  }

  private static Timing timing(Instant ready, Instant by, Instant now) {
    return new Timing(ready.isBefore(now) ? now : ready, by, null, false, null);
  }
}
