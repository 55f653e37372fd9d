package se.dirigent.core.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.transport.AirRequest.Slot;
import se.dirigent.core.transport.AirRequest.State;
import se.dirigent.core.transport.TransportCommand.AnswerAir;
import se.dirigent.core.transport.TransportCommand.RequestAir;
import se.dirigent.core.transport.TransportEvent.AirAnswered;
import se.dirigent.core.transport.TransportEvent.AirRequested;
import se.dirigent.core.transport.TransportEvent.TransportChanged;
import se.dirigent.core.transport.mode.Mode;

/**
 * The rules of flights. The national coordination centre takes all orders of the air ambulances, so
 * an aeroplane that has been approved is asked for without anybody writing it once more.
 */
final class Flights {
  /** A flight further ahead than this is none of the order's. */
  private static final Duration AHEAD_MAX = Transports.AHEAD_MAX;

  private Flights() {}

  /** The events that ask for a flight when the order needs one and none is asked for. */
  static List<TransportEvent> asked(TransportId id, Choice approved, @Nullable AirRequest air) {
    boolean live = air != null && air.state().live();
    return approved.mode() == Mode.AEROPLANE && !live
        ? List.of(new AirRequested(id, ""))
        : List.of();
  }

  /** Asks again. */
  static List<TransportEvent> request(Transport t, RequestAir c) {
    if (t.ride() == Transport.Ride.ORDERED) {
      throw Refused.state("transport.notApproved", "transport", Map.of());
    }
    if (asked(t.id(), t.choice(), t.air()).isEmpty()) {
      throw Refused.state("transport.airAsked", "transport", Map.of());
    }
    return List.of(new AirRequested(t.id(), c.text()));
  }

  /** The centre's answer: a flight, another flight than before, or none. */
  static List<TransportEvent> answer(Transport t, AnswerAir c, Duration toAircraft, Stamp stamp) {
    AirRequest air = t.air();
    if (air == null || air.state() == State.WITHDRAWN) {
      throw Refused.state("transport.noFlightAsked", "transport", Map.of());
    }
    Instant departAt = c.departAt();
    Instant arriveAt = c.arriveAt();
    if (departAt == null || arriveAt == null) {
      if (air.state() == State.DECLINED) {
        throw Refused.state("transport.airAnswered", "transport", Map.of());
      }
      return List.of(new AirAnswered(t.id(), null, c.text()));
    }
    Slot slot = Slot.of(departAt, arriveAt, toAircraft);
    if (slot.equals(air.slot())) {
      throw Refused.state("transport.airAnswered", "transport", Map.of());
    }
    requirePossible(t, slot, stamp);
    return List.of(new AirAnswered(t.id(), slot, c.text()));
  }

  private static void requirePossible(Transport t, Slot slot, Stamp stamp) {
    Instant departAt = slot.departAt();
    if (departAt.isBefore(stamp.at()) || departAt.isAfter(stamp.at().plus(AHEAD_MAX))) {
      throw new Refused("transport.slotPast", "departAt", Map.of("value", departAt.toString()));
    }
    Instant ready = t.request().timing().readyAt();
    if (slot.pickupUntil().isBefore(ready)) {
      Duration late = Duration.between(slot.pickupUntil(), ready);
      throw new Refused(
          "transport.slotBeforeReady",
          "departAt",
          Map.of("minutes", "" + (late.toSeconds() + 59) / 60));
    }
  }

  /** The request after it was sent. */
  static AirRequest requested(Stamp stamp) {
    return new AirRequest(State.REQUESTED, stamp.at(), null, "");
  }

  /** The request after the answer. */
  static AirRequest answered(@Nullable AirRequest before, AirAnswered e, Stamp stamp) {
    Instant askedAt = before == null ? stamp.at() : before.askedAt();
    if (e.slot() == null) {
      return new AirRequest(State.DECLINED, askedAt, null, e.text());
    }
    boolean flew = before != null && before.state().flies();
    return new AirRequest(flew ? State.CHANGED : State.ACCEPTED, askedAt, e.slot(), e.text());
  }

  /** The request after a change of the order: another trip is another flight. */
  static @Nullable AirRequest after(Transport before, TransportChanged e) {
    Request is = e.request();
    Request was = before.request();
    boolean same =
        e.choice().mode() == before.choice().mode()
            && is.from().equals(was.from())
            && is.to().equals(was.to())
            && is.timing().equals(was.timing())
            && is.needs().equals(was.needs())
            && is.urgency() == was.urgency();
    return same ? before.air() : withdrawn(before.air());
  }

  /** The request when the order needs it no longer. */
  static @Nullable AirRequest withdrawn(@Nullable AirRequest air) {
    return air == null ? null : new AirRequest(State.WITHDRAWN, air.askedAt(), null, air.text());
  }
}
