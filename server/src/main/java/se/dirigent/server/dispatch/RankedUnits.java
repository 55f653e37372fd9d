package se.dirigent.server.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.fleet.UnitStatus;
import se.dirigent.optimiser.recommend.Reason;

/**
 * Units for an incident, the best first.
 *
 * @param computedAt when; what has happened since is not in it
 */
public record RankedUnits(List<RankedUnit> units, Instant computedAt) {

  /**
   * A unit's place.
   *
   * @param arrivalSeconds until it can be there, or null when a position is missing
   * @param distanceMetres the way there, or null when a position is missing
   * @param suitable whether it can be sent at once and meet the need alone
   * @param reasons what speaks for caution, the weightiest first
   */
  public record RankedUnit(
      String unit,
      String callSign,
      UnitKind kind,
      UnitStatus status,
      @Nullable Long arrivalSeconds,
      @Nullable Long distanceMetres,
      boolean suitable,
      List<Reason> reasons) {}
}
