package se.dirigent.core.road;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.RegionCode;

/**
 * An obstacle on the road.
 *
 * @param told what is said about it now
 * @param by user who reported it
 * @param reportedAt when
 * @param phase whether it still stands
 * @param endedReason why it was lifted; empty otherwise
 * @param version how many events it has seen
 */
public record Obstacle(
    ObstacleId id,
    RegionCode region,
    Told told,
    String by,
    Instant reportedAt,
    Phase phase,
    String endedReason,
    int version) {
  /** Whether it stands. */
  public enum Phase {
    /** It stands, or will from its first moment. */
    OPEN,
    /** A person has lifted it. */
    LIFTED,
    /** Its time is over. */
    EXPIRED
  }

  /** When it should be looked at, or null when never. */
  public @Nullable Instant checkAt() {
    return phase == Phase.OPEN ? told.until() : null;
  }
}
