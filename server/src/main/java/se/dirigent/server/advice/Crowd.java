package se.dirigent.server.advice;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.facility.Facility;
import se.dirigent.core.facility.Station;
import se.dirigent.core.fleet.Capability;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitStatus;
import se.dirigent.core.geo.Position;
import se.dirigent.core.incident.Incident;
import se.dirigent.optimiser.recommend.Candidate;
import se.dirigent.optimiser.recommend.Need;
import se.dirigent.server.picture.Picture;
import se.dirigent.server.platform.region.Region;

/**
 * A region's picture as the optimiser sees it.
 *
 * @param units those on duty, by identity; nobody off duty is ever asked
 * @param candidates the same, in the same order
 */
record Crowd(Region region, Picture picture, Map<String, Unit> units, List<Candidate> candidates) {
  /** The optimiser knows the field's four priorities; what is less urgent counts as the fourth. */
  private static final int LEVEL_MAX = 4;

  static Crowd of(Region region, Picture picture) {
    Map<String, Unit> onDuty = new LinkedHashMap<>();
    picture.units().stream()
        .filter(u -> u.status() != UnitStatus.OFF_DUTY)
        .forEach(u -> onDuty.put(u.id().value(), u));
    Map<String, PositionReport> where = new HashMap<>();
    picture.positions().forEach(p -> where.put(p.unit().value(), p));
    Map<String, Assignment> assignments = new HashMap<>();
    picture.assignments().forEach(a -> assignments.put(a.id().toString(), a));
    Map<String, Incident> incidents = new HashMap<>();
    picture.incidents().forEach(i -> incidents.put(i.id().toString(), i));
    Places places = Places.of(region);
    List<Candidate> candidates =
        onDuty.values().stream()
            .map(u -> {
              Assignment on = u.assignment() == null ? null : assignments.get(u.assignment());
              Incident serves = on == null ? null : incidents.get(on.incident().toString());
              return candidate(
                  u, where.get(u.id().value()), places, engagement(region, on, serves, places));
            })
            .toList();
    return new Crowd(region, picture, onDuty, candidates);
  }

  /** What an incident asks for. */
  static Need need(Region region, Incident incident) {
    return new Need(incident.location().position(), level(region, incident.priority()), Set.of());
  }

  private static int level(Region region, String priority) {
    int level = region.rules().incidents().scale().get(priority).level();
    return Math.min(level, LEVEL_MAX);
  }

  /** Where stations and facilities are, by id. */
  private record Places(Map<String, Position> stations, Map<String, Position> facilities) {
    static Places of(Region region) {
      Map<String, Position> stations = new HashMap<>();
      region.stations().forEach((Station s) -> stations.put(s.id(), s.position()));
      Map<String, Position> facilities = new HashMap<>();
      region.facilities().forEach((Facility f) -> facilities.put(f.id(), f.position()));
      return new Places(stations, facilities);
    }
  }

  private static Candidate.@Nullable Engagement engagement(
      Region region, @Nullable Assignment on, @Nullable Incident serves, Places places) {
    if (on == null) {
      return null;
    }
    String priority = serves == null ? on.priority() : serves.priority();
    String destination = on.destination();
    Position freeAt = destination == null ? null : places.facilities().get(destination);
    return new Candidate.Engagement(level(region, priority), freeAt);
  }

  private static Candidate candidate(
      Unit u,
      @Nullable PositionReport where,
      Places places,
      Candidate.@Nullable Engagement engagement) {
    Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    capabilities.addAll(u.capabilities());
    return new Candidate(
        u.id().value(),
        u.kind(),
        u.status(),
        u.statusSince(),
        capabilities,
        u.special(),
        where == null ? null : where.position(),
        where == null ? null : where.at(),
        u.shift(),
        places.stations().get(u.station()),
        engagement,
        false,
        promise(u));
  }

  private static Candidate.Promise promise(Unit u) {
    if (u.carries()) {
      return Candidate.Promise.ON_BOARD;
    }
    return u.rides().isEmpty() ? Candidate.Promise.NONE : Candidate.Promise.GIVEN;
  }
}
