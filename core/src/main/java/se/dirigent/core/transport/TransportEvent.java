package se.dirigent.core.transport;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Event;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.transport.AirRequest.Slot;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.TransportCommand.Fate;

/** What can happen to an order. */
public sealed interface TransportEvent extends Event {
  TransportId transport();

  /**
   * It was ordered.
   *
   * @param leg which part of another order's journey it is, or null
   * @param onBehalf whose it is when it is driven for another region, or null
   */
  record TransportOrdered(
      TransportId transport,
      RegionCode region,
      String careUnit,
      PatientId patient,
      Request request,
      Choice choice,
      @Nullable Leg leg,
      @Nullable OnBehalf onBehalf)
      implements TransportEvent {}

  /** Another order of the same patient looks like it. */
  record TransportResembled(TransportId transport, TransportId other) implements TransportEvent {}

  /**
   * The ward asks for something else.
   *
   * @param changed JSON names of what is another than before
   */
  record TransportChanged(
      TransportId transport, Request request, Choice choice, List<String> changed)
      implements TransportEvent {
    public TransportChanged {
      changed = List.copyOf(changed);
    }
  }

  /** The ward took it back. */
  record TransportCancelled(TransportId transport, String reason) implements TransportEvent {}

  /** Inner command agreed. */
  record TransportApproved(TransportId transport) implements TransportEvent {}

  /** Inner command took another mode, which is approved with it. */
  record TransportModeChosen(TransportId transport, Choice choice) implements TransportEvent {}

  /** Inner command said no. */
  record TransportRefused(TransportId transport, String reason) implements TransportEvent {}

  /** The receiver answered. */
  record ReceiverAnswered(TransportId transport, boolean accepted, String text)
      implements TransportEvent {}

  /** The ride came further. */
  record RideAdvanced(TransportId transport, Ride ride, Instant reachedAt)
      implements TransportEvent {}

  /**
   * It has a vehicle and times in the plan.
   *
   * @param held placed by hand
   */
  record TransportPlanned(
      TransportId transport, String unit, Instant pickupAt, Instant arriveAt, boolean held)
      implements TransportEvent {}

  /**
   * It has no vehicle any longer; a ride that was locked or under way is open to change again.
   *
   * @param unit the one it had
   * @param code why
   * @param values what the words of the code need
   */
  record TransportUnplanned(
      TransportId transport, String unit, String code, Map<String, String> values)
      implements TransportEvent {
    public TransportUnplanned {
      values = Map.copyOf(values);
    }
  }

  /** Left to the planner: it may move it again, and a lock is taken off. */
  record TransportReleased(TransportId transport) implements TransportEvent {}

  /** Somebody else was asked to drive it. */
  record RideBooked(TransportId transport, String carrier) implements TransportEvent {}

  /** Another region, whose vehicle is on its way home, was offered to drive it. */
  record RideOffered(TransportId transport, RegionCode region, String carrier)
      implements TransportEvent {}

  /**
   * The carrier answered.
   *
   * @param reference the carrier's name of the ride; empty when it does not take it
   * @param pickupAt when it comes, or null
   */
  record BookingAnswered(
      TransportId transport,
      boolean accepted,
      String reference,
      @Nullable Instant pickupAt,
      String text)
      implements TransportEvent {}

  /** The region took the ride back from its carrier. */
  record BookingWithdrawn(TransportId transport, String carrier, String reason)
      implements TransportEvent {}

  /** The region asked the national coordination centre for a flight. */
  record AirRequested(TransportId transport, String text) implements TransportEvent {}

  /**
   * The centre answered.
   *
   * @param slot the flight given, or null when there is none
   */
  record AirAnswered(TransportId transport, @Nullable Slot slot, String text)
      implements TransportEvent {}

  /** The patient needs it no longer. */
  record TransportEnded(TransportId transport, Fate fate, String text) implements TransportEvent {}
}
