package se.dirigent.core.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.transport.AirRequest.Slot;
import se.dirigent.core.transport.Choice.Trip;
import se.dirigent.core.transport.mode.Mode;

/**
 * An order of a care transport.
 *
 * @param careUnit whose order it is
 * @param patient a reference; who it is stands elsewhere
 * @param request what is asked for now
 * @param choice the mode now
 * @param ride how far the ride has come
 * @param reception what the receiver says, apart from the ride
 * @param leg which part of another order's journey it is, or null when it is nobody's
 * @param onBehalf whose it is when it is driven for another region, or null
 * @param resembles other orders of the same patient that look like this one
 * @param times when the ride came how far
 * @param air what is asked of the air ambulances, apart from the ride; null when nothing is
 * @param planned the vehicle and the times it has in the plan, or null
 * @param booking what is asked of who else may drive it; null when nobody was
 * @param changes all that people have done, in order; what the planner does by itself is in the
 *     journal alone, since it plans the same order many times a day
 * @param version how many events it has seen
 */
public record Transport(
    TransportId id,
    RegionCode region,
    String careUnit,
    PatientId patient,
    String orderedBy,
    Instant orderedAt,
    Request request,
    Choice choice,
    Ride ride,
    Reception reception,
    @Nullable Leg leg,
    @Nullable OnBehalf onBehalf,
    List<TransportId> resembles,
    RideTimes times,
    @Nullable AirRequest air,
    @Nullable Planned planned,
    @Nullable Booking booking,
    List<Happening> changes,
    int version) {
  public Transport {
    resembles = List.copyOf(resembles);
    changes = List.copyOf(changes);
  }

  /** Whether no vehicle can be settled yet, because no flight is. */
  public boolean awaitsFlight() {
    return choice.mode() == Mode.AEROPLANE && (air == null || !air.state().flies());
  }

  /** Whether another region offers it, and no vehicle here has it. */
  public boolean offered() {
    return OnBehalf.offered(onBehalf, planned);
  }

  /** The earliest pick-up: of the flight where there is one, else as it was promised. */
  public Instant pickupFrom() {
    Slot slot = air == null ? null : air.slot();
    return slot == null ? choice.pickupFrom() : slot.pickupFrom();
  }

  /** The latest pick-up: of the flight where there is one, else as it was promised. */
  public Instant pickupUntil() {
    Slot slot = air == null ? null : air.slot();
    return slot == null ? choice.pickupUntil() : slot.pickupUntil();
  }

  /**
   * A vehicle of the region outside it.
   *
   * @param leftAt when it set out
   * @param backAt when it is back at the latest, as far as the roads say
   */
  public record Absence(Instant leftAt, Instant backAt) {}

  /** Kinds of transport that are the region's own vehicles; taxis and aircraft are others'. */
  private static final Set<Mode> OWN =
      EnumSet.of(
          Mode.LIGHT_CARE_AMBULANCE,
          Mode.TRANSPORT_AMBULANCE,
          Mode.AMBULANCE,
          Mode.DOCTOR_AMBULANCE);

  /**
   * The absence of the vehicle that drives this order out of the region, or null when none does.
   */
  public @Nullable Absence absence() {
    Trip trip = choice.trip();
    Instant left = times.underWayAt() == null ? times.loadedAt() : times.underWayAt();
    boolean others = booking != null && booking.live();
    if (others || trip == null || !trip.outside() || left == null || !OWN.contains(choice.mode())) {
      return null;
    }
    Instant arrived = times.arrivedAt();
    Integer road = trip.ways().roadMinutes();
    if (arrived != null) {
      return new Absence(left, arrived.plus(Duration.ofMinutes(road == null ? 0 : road)));
    }
    Instant fetched = times.loadedAt() == null ? pickupFrom() : times.loadedAt();
    Instant from = fetched.isBefore(left) ? left : fetched;
    return new Absence(left, from.plus(Duration.ofMinutes(trip.busyMinutes())));
  }

  /** How far the ride has come. */
  public enum Ride {
    /** Waits for inner command's approval. */
    ORDERED,
    /** To be planned. */
    APPROVED,
    /** A vehicle and a time are settled: the ward changes nothing more. */
    LOCKED,
    /** The vehicle is on its way to the patient. */
    UNDER_WAY,
    /** The patient is on board. */
    LOADED,
    /** The patient is there. The receiver's answer has no part in it. */
    ARRIVED,
    /** The ward took it back. */
    CANCELLED,
    /** Inner command said no. */
    REFUSED,
    /** The patient needs it no longer. */
    ENDED;

    /** Whether anything is still to come. */
    public boolean open() {
      return compareTo(ARRIVED) < 0;
    }

    /** Whether it may have a vehicle in the plan. */
    public boolean plannable() {
      return this == APPROVED || this == LOCKED || this == UNDER_WAY || this == LOADED;
    }

    /** What it is to the unit that takes it; null while nothing is settled, and afterwards. */
    public Unit.CareRide.@Nullable Stage stage() {
      return switch (this) {
        case LOCKED -> Unit.CareRide.Stage.LOCKED;
        case UNDER_WAY -> Unit.CareRide.Stage.UNDER_WAY;
        case LOADED -> Unit.CareRide.Stage.ON_BOARD;
        case ORDERED, APPROVED, ARRIVED, CANCELLED, REFUSED, ENDED -> null;
      };
    }

    /** Whether the ward may still change it. */
    public boolean changeable() {
      return this == ORDERED || this == APPROVED;
    }
  }

  /** What the receiver says. */
  public enum Reception {
    /** Nobody receives: the patient goes home. */
    NONE,
    ASKED,
    ACCEPTED,
    DECLINED
  }

  /** When the ride came how far; null until then. */
  public record RideTimes(
      @Nullable Instant lockedAt,
      @Nullable Instant underWayAt,
      @Nullable Instant loadedAt,
      @Nullable Instant arrivedAt) {}

  /**
   * One thing that has happened.
   *
   * @param by user name
   * @param what name of the event
   * @param text what was said, or JSON names of what was changed, with commas between
   */
  public record Happening(Instant at, String by, String what, String text) {}
}
