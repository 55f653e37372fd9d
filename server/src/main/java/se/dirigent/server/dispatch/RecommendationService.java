package se.dirigent.server.dispatch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.dirigent.core.Refused;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.fleet.Shift;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.fleet.UnitStatus;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.optimiser.recommend.Candidate;
import se.dirigent.optimiser.recommend.Need;
import se.dirigent.optimiser.recommend.RecommendParameters;
import se.dirigent.optimiser.recommend.Recommendation;
import se.dirigent.optimiser.recommend.Recommender;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.server.dispatch.RankedUnits.RankedUnit;
import se.dirigent.server.fleet.PositionStore;
import se.dirigent.server.fleet.UnitRepository;
import se.dirigent.server.incident.IncidentRepository;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.Regions;

/** Puts the question which unit should go to the optimiser, and its answer into words for HTTP. */
@Service
class RecommendationService {
  /** Most units named in an answer: more than anyone reads, enough to find a certain one. */
  private static final int UNITS_MAX = 50;

  /** The optimiser knows the field's four priorities; what is less urgent counts as the fourth. */
  private static final int LEVEL_MAX = 4;

  private final Regions regions;
  private final IncidentRepository incidents;
  private final UnitRepository units;
  private final PositionStore positions;
  private final InstantSource clock;
  private final Recommender recommender;

  RecommendationService(
      Regions regions,
      IncidentRepository incidents,
      UnitRepository units,
      PositionStore positions,
      TravelTimes travelTimes,
      InstantSource clock) {
    this.regions = regions;
    this.incidents = incidents;
    this.units = units;
    this.positions = positions;
    this.clock = clock;
    this.recommender = new Recommender(travelTimes, RecommendParameters.defaults());
  }

  /**
   * Ranks the region's units for an incident; those off duty are left out.
   *
   * @throws Refused {@code incident.unknown}
   */
  RankedUnits rank(RegionCode code, IncidentId id) {
    Region region = regions.getServed(code);
    Incident incident =
        incidents
            .find(code, id)
            .orElseThrow(
                () -> Refused.unknown("incident.unknown", "incident", Map.of("incident", "" + id)));
    Instant now = clock.instant();
    Map<UnitId, PositionReport> where =
        positions.list(code).stream()
            .collect(Collectors.toMap(PositionReport::unit, Function.identity()));
    Map<String, Unit> onDuty =
        units.listAll(code).stream()
            .filter(u -> u.status() != UnitStatus.OFF_DUTY)
            .collect(Collectors.toMap(u -> u.id().value(), Function.identity()));
    int level = region.rules().incidents().scale().get(incident.priority()).level();
    Need need = new Need(incident.location().position(), Math.min(level, LEVEL_MAX), Set.of());
    List<Candidate> candidates =
        onDuty.values().stream().map(u -> candidate(u, where.get(u.id()))).toList();
    List<RankedUnit> ranked =
        recommender.rank(need, candidates, now).stream()
            .limit(UNITS_MAX)
            .map(r -> ranked(r, onDuty))
            .toList();
    return new RankedUnits(ranked, now);
  }

  private static Candidate candidate(Unit u, @Nullable PositionReport where) {
    Shift shift = u.shift();
    return new Candidate(
        u.id().value(),
        u.kind(),
        u.status(),
        u.statusSince(),
        Set.copyOf(u.capabilities()),
        u.special(),
        where == null ? null : where.position(),
        where == null ? null : where.at(),
        shift == null ? null : shift.end(),
        null);
  }

  private static RankedUnit ranked(Recommendation r, Map<String, Unit> units) {
    Unit unit = java.util.Objects.requireNonNull(units.get(r.unit()));
    return new RankedUnit(
        r.unit(),
        unit.callSign(),
        unit.kind(),
        unit.status(),
        r.arrival() == null ? null : r.arrival().toSeconds(),
        r.distanceMetres() == null ? null : Math.round(r.distanceMetres()),
        r.suitable(),
        r.reasons());
  }
}
