package se.dirigent.optimiser.recommend;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.Capability;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.fleet.UnitStatus;
import se.dirigent.core.geo.Position;

/**
 * A unit that might go, as known right now.
 *
 * @param unit identity of the unit
 * @param kind what sort of unit
 * @param status its status
 * @param statusSince when it entered the status
 * @param capabilities what it has on board
 * @param special whether the medical dispatcher decides over it
 * @param position last known position; null when it has never reported one
 * @param positionAt when it was there; null exactly when the position is
 * @param shiftEnd when its crew goes home; null when unknown
 * @param mealEnd end of the meal break going on; null when there is none
 */
public record Candidate(
    String unit,
    UnitKind kind,
    UnitStatus status,
    Instant statusSince,
    Set<Capability> capabilities,
    boolean special,
    @Nullable Position position,
    @Nullable Instant positionAt,
    @Nullable Instant shiftEnd,
    @Nullable Instant mealEnd) {
  public Candidate {
    if ((position == null) != (positionAt == null)) {
      throw new IllegalArgumentException(
          "unit "
              + unit
              + " has position "
              + position
              + " at "
              + positionAt
              + "; give both or none");
    }
    capabilities = Set.copyOf(capabilities);
  }
}
