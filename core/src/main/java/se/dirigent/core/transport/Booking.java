package se.dirigent.core.transport;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.RegionCode;

/**
 * A ride that somebody else than the region's own units drives: what was asked of a taxi company,
 * of the region where an aeroplane lands or of one whose vehicle is on its way home, and its
 * answer. One machine of states, apart from the ride's.
 *
 * @param carrier who is asked
 * @param region the region that it is offered, or null when the carrier is none
 * @param askedAt when it was asked last
 * @param reference the carrier's own name of the ride; empty until it is confirmed
 * @param pickupAt when the carrier comes, or null when it has not said
 * @param text what the carrier said; empty for nothing
 */
public record Booking(
    State state,
    String carrier,
    @Nullable RegionCode region,
    Instant askedAt,
    String reference,
    @Nullable Instant pickupAt,
    String text) {
  public Booking {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(askedAt, "askedAt");
  }

  /** How far the booking has come. */
  public enum State {
    /** Another region may take it if its vehicle is on the way home; until then it is planned. */
    OFFERED,
    /** Asked, without an answer yet. */
    ASKED,
    /** The carrier drives it. */
    CONFIRMED,
    /** The carrier said no: the ride is planned on own units again. */
    DECLINED,
    /** The region needs it no longer, or has changed what it needs. */
    WITHDRAWN
  }

  /** Whether the carrier has it on its table: asked, or to drive it. */
  public boolean live() {
    return state == State.ASKED || state == State.CONFIRMED;
  }

  /** Whether the carrier may answer: it was offered, asked, or is to drive it. */
  public boolean answerable() {
    return state == State.OFFERED || live();
  }

  Booking withdrawn() {
    return new Booking(State.WITHDRAWN, carrier, region, askedAt, reference, null, text);
  }
}
