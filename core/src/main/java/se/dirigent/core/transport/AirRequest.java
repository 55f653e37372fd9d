package se.dirigent.core.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the region asks of the national coordination centre of air ambulances, and its answer. One
 * machine of states, apart from the ride's and the receiver's: nobody waits for it but the plan.
 *
 * @param askedAt when it was asked last
 * @param slot the flight that was given; null without one
 * @param text what the centre said last; empty for nothing
 */
public record AirRequest(State state, Instant askedAt, @Nullable Slot slot, String text) {
  /** From the door to a seat strapped in, and paper signed. [assumption] */
  static final Duration BOARDING = Duration.ofMinutes(20);

  /** Earlier than this at the aeroplane the patient would lie and wait. [assumption] */
  static final Duration EARLY_MAX = Duration.ofMinutes(45);

  public AirRequest {
    Objects.requireNonNull(state, "state");
    if (state.flies() == (slot == null)) {
      throw new IllegalArgumentException("a request that is " + state + " has the slot " + slot);
    }
  }

  /** How far the request has come. */
  public enum State {
    /** Asked, without an answer yet. */
    REQUESTED,
    /** Given a slot. */
    ACCEPTED,
    /** Given another slot than before. */
    CHANGED,
    /** The centre said no; the region asks again or takes another mode. */
    DECLINED,
    /** The region needs it no longer. */
    WITHDRAWN;

    /** Whether there is a flight. */
    public boolean flies() {
      return this == ACCEPTED || this == CHANGED;
    }

    /** Whether the centre has it on its table: asked, or flying. */
    public boolean live() {
      return this == REQUESTED || flies();
    }
  }

  /**
   * A flight, and what it means for the way to it.
   *
   * @param departAt take-off
   * @param arriveAt landing
   * @param pickupFrom the earliest the patient is fetched for it
   * @param pickupUntil the latest that still makes it
   */
  public record Slot(Instant departAt, Instant arriveAt, Instant pickupFrom, Instant pickupUntil) {
    /**
     * The slot of a flight.
     *
     * @param toAircraft from the patient's door to the aircraft
     */
    static Slot of(Instant departAt, Instant arriveAt, Duration toAircraft) {
      Instant until = departAt.minus(toAircraft).minus(BOARDING);
      return new Slot(departAt, arriveAt, until.minus(EARLY_MAX), until);
    }
  }
}
