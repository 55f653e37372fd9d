package se.dirigent.server.advice;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.fleet.UnitStatus;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.optimiser.recommend.Cost;
import se.dirigent.optimiser.recommend.CostPart;
import se.dirigent.optimiser.recommend.Means;
import se.dirigent.optimiser.recommend.Ranking;
import se.dirigent.optimiser.recommend.Reason;
import se.dirigent.optimiser.recommend.RecommendParameters;
import se.dirigent.optimiser.recommend.Recommendation;
import se.dirigent.optimiser.recommend.Rivalry;
import se.dirigent.server.advice.Neighbours.Lent;

/**
 * Units for an incident, the best first.
 *
 * @param total how many were ranked, those not listed included
 * @param unplaced units ranked last since nobody knows where they are, also those not listed
 * @param rivalry what decides between the first two that can be had at once, or null
 * @param rule by which they were ranked
 * @param computedAt when; what has happened since is not in it
 */
public record RankedUnits(
    List<RankedUnit> units,
    int total,
    List<Unplaced> unplaced,
    @Nullable Rivalry rivalry,
    Rule rule,
    Instant computedAt) {
  /** Units of unknown whereabouts named at most: more than anyone calls up. */
  private static final int UNPLACED_MAX = 50;

  /**
   * A unit of unknown whereabouts.
   *
   * @param ageSeconds of its last position; null when it has never told one
   */
  public record Unplaced(String unit, String callSign, @Nullable Long ageSeconds) {}

  /**
   * The rule in force, with its values.
   *
   * @param level urgency of the incident, 1 to 4
   * @param lights whether the way is reckoned with lights and siren
   * @param weights what each part of the cost counts; parts left out count for nothing
   * @param retaskSeconds how long a unit hands over before it may be tasked again
   * @param soonSeconds a busy unit free within this is worth waiting for
   * @param positionOldSeconds a position older than this costs
   * @param positionLostSeconds a unit whose position is older than this is ranked last
   */
  public record Rule(
      int level,
      boolean lights,
      List<Weight> weights,
      long retaskSeconds,
      long soonSeconds,
      long positionOldSeconds,
      long positionLostSeconds) {

    static Rule of(RecommendParameters p, int level) {
      return new Rule(
          level,
          level <= p.lightsLevelMax(),
          Arrays.stream(CostPart.values())
              .map(part -> new Weight(part, p.weights(level).of(part)))
              .filter(w -> w.perUnit() > 0)
              .toList(),
          p.retaskAfterHandover().toSeconds(),
          p.availability().soon().toSeconds(),
          p.positionOldAfter().toSeconds(),
          p.positionLostAfter().toSeconds());
    }
  }

  /** Seconds of later arrival that one unit of a part's amount counts as. */
  public record Weight(CostPart part, double perUnit) {}

  /** The neighbour that a unit would be borrowed from, and on what terms. */
  public record Lender(RegionCode region, String name, String condition, String conditionEn) {}

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
   * @param lender the neighbour it belongs to, or null for a unit of the region's own
   * @param cover what the choice does to the cover; null before it has been calculated
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
      List<Reason> reasons,
      @Nullable Lender lender,
      @Nullable CoverChange cover) {

    static RankedUnit of(
        Recommendation r, Unit unit, @Nullable Lender lender, @Nullable CoverChange cover) {
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
          r.reasons(),
          lender,
          cover);
    }
  }

  /**
   * How the choice changes the cover: the share of the next hour's most urgent calls reached in
   * time.
   *
   * @param before as it is
   * @param after without the unit
   */
  public record CoverChange(double before, double after) {}

  static RankedUnits of(
      Ranking ranking, Crowd crowd, List<Lent> lent, Rule rule, RegionCover.Snapshot cover) {
    Map<String, Lent> borrowed =
        lent.stream().collect(Collectors.toMap(l -> l.unit().id().value(), l -> l));
    List<RankedUnit> units =
        ranking.units().stream()
            .map(r -> {
              Lent from = borrowed.get(r.unit());
              if (from != null) {
                // A neighbour's unit covers its own region, not this one.
                return RankedUnit.of(r, from.unit(), from.lender(), null);
              }
              Unit unit = Objects.requireNonNull(crowd.units().get(r.unit()));
              return RankedUnit.of(r, unit, null, cover.change(r.unit()));
            })
            .toList();
    Instant now = crowd.picture().now();
    return new RankedUnits(
        units, ranking.total(), unplaced(crowd, rule, now), ranking.rivalry(), rule, now);
  }

  private static List<Unplaced> unplaced(Crowd crowd, Rule rule, Instant now) {
    return crowd.candidates().stream()
        .filter(c -> {
          Instant at = c.positionAt();
          return at == null || !at.plusSeconds(rule.positionLostSeconds()).isAfter(now);
        })
        .limit(UNPLACED_MAX)
        .map(c -> {
          Instant at = c.positionAt();
          String callSign = Objects.requireNonNull(crowd.units().get(c.unit())).callSign();
          Long age = at == null ? null : Duration.between(at, now).toSeconds();
          return new Unplaced(c.unit(), callSign, age);
        })
        .toList();
  }
}
