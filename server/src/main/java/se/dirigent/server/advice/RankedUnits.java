package se.dirigent.server.advice;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.fleet.UnitStatus;
import se.dirigent.optimiser.recommend.Cost;
import se.dirigent.optimiser.recommend.Means;
import se.dirigent.optimiser.recommend.Ranking;
import se.dirigent.optimiser.recommend.Reason;
import se.dirigent.optimiser.recommend.Recommendation;
import se.dirigent.optimiser.recommend.Rivalry;

/**
 * Units for an incident, the best first.
 *
 * @param total how many were ranked, those not listed included
 * @param rivalry what decides between the first two that can be had at once, or null
 * @param computedAt when; what has happened since is not in it
 */
public record RankedUnits(
    List<RankedUnit> units, int total, @Nullable Rivalry rivalry, Instant computedAt) {

  /**
   * A unit's place.
   *
   * @param means how it can be had
   * @param arrivalSeconds until it can be there in the middle case, or null when a position is
   *     missing
   * @param arrivalLateSeconds that nine of ten arrivals take at most, or null
   * @param distanceMetres the way there, or null when a position is missing
   * @param suitable whether it can be sent at once and meet the need alone
   * @param costSeconds what the choice costs, as seconds of later arrival
   * @param parts what that consists of, by name
   * @param reasons what speaks for caution, the weightiest first
   */
  public record RankedUnit(
      String unit,
      String callSign,
      UnitKind kind,
      UnitStatus status,
      Means means,
      @Nullable Long arrivalSeconds,
      @Nullable Long arrivalLateSeconds,
      @Nullable Long distanceMetres,
      boolean suitable,
      long costSeconds,
      List<Cost> parts,
      List<Reason> reasons) {

    static RankedUnit of(Recommendation r, Unit unit) {
      return new RankedUnit(
          r.unit(),
          unit.callSign(),
          unit.kind(),
          unit.status(),
          r.means(),
          r.arrival() == null ? null : r.arrival().toSeconds(),
          r.arrivalLate() == null ? null : r.arrivalLate().toSeconds(),
          r.distanceMetres() == null ? null : Math.round(r.distanceMetres()),
          r.suitable(),
          Math.round(r.costSeconds()),
          r.parts(),
          r.reasons());
    }
  }

  static RankedUnits of(Ranking ranking, Crowd crowd) {
    List<RankedUnit> units =
        ranking.units().stream()
            .map(r -> RankedUnit.of(r, Objects.requireNonNull(crowd.units().get(r.unit()))))
            .toList();
    return new RankedUnits(units, ranking.total(), ranking.rivalry(), crowd.picture().now());
  }
}
