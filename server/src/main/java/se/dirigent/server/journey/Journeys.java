package se.dirigent.server.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import se.dirigent.core.Refused;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitStatus;
import se.dirigent.core.geo.Position;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.Incident;
import se.dirigent.optimiser.recommend.KindProfile;
import se.dirigent.optimiser.recommend.RecommendParameters;
import se.dirigent.routing.network.SharedTravelTimes;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Unreachable;
import se.dirigent.routing.travel.Urgency;
import se.dirigent.server.picture.Picture;
import se.dirigent.server.picture.Pictures;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.Regions;

/** Works out ways and reach from where things are now. */
@Service
class Journeys {
  /** Longest time a map of reach shows, and a little more so that its edge can be drawn. */
  private static final int SECONDS_MAX = 40 * 60;

  private static final RecommendParameters PARAMETERS = RecommendParameters.defaults();

  private final Regions regions;
  private final Pictures pictures;
  private final SharedTravelTimes times;

  Journeys(Regions regions, Pictures pictures, SharedTravelTimes times) {
    this.regions = regions;
    this.pictures = pictures;
    this.times = times;
  }

  /**
   * The way of a unit to an incident that is not closed.
   *
   * @throws Refused {@code unit.unknown}, {@code incident.unknown}, {@code way.noPosition}, {@code
   *     way.noIncidentPosition} or {@code way.none}
   */
  Way way(RegionCode code, String unitId, String incidentId) {
    Region region = regions.getServed(code);
    Picture picture = pictures.current(code);
    Unit unit = unit(picture, unitId);
    Incident incident =
        picture.incidents().stream()
            .filter(i -> i.id().toString().equals(incidentId))
            .findAny()
            .orElseThrow(() ->
                Refused.unknown("incident.unknown", "incident", Map.of("incident", incidentId)));
    Position to = incident.location().position();
    if (to == null) {
      throw Refused.state("way.noIncidentPosition", "incident", Map.of("incident", incidentId));
    }
    Position from = position(picture, unit);
    int level = region.rules().incidents().scale().get(incident.priority()).level();
    boolean lights = level <= PARAMETERS.lightsLevelMax();
    Urgency urgency = lights ? Urgency.LIGHTS_AND_SIRENS : Urgency.NORMAL;
    TravelMode mode = PARAMETERS.profile(unit.kind()).mode();
    try {
      return Way.of(
          unitId,
          incidentId,
          times.route(from, to, mode, urgency, picture.now()),
          lights,
          picture.now());
    } catch (Unreachable e) {
      throw Refused.state("way.none", "unit", Map.of("unit", unit.callSign()));
    }
  }

  /**
   * What a unit reaches.
   *
   * @throws Refused {@code unit.unknown} or {@code way.noPosition}
   */
  Reach ofUnit(RegionCode code, String unitId) {
    regions.getServed(code);
    Picture picture = pictures.current(code);
    Unit unit = unit(picture, unitId);
    Position at = position(picture, unit);
    TravelMode mode = PARAMETERS.profile(unit.kind()).mode();
    return reach(Grid.around(at), Map.of(mode, List.of(at)), picture.now());
  }

  /**
   * What an ambulance reaches from a station.
   *
   * @throws Refused {@code station.unknown}
   */
  Reach ofStation(RegionCode code, String station) {
    Region region = regions.getServed(code);
    Position at =
        region.stations().stream()
            .filter(s -> s.id().equals(station))
            .findAny()
            .orElseThrow(
                () -> Refused.unknown("station.unknown", "station", Map.of("station", station)))
            .position();
    Instant now = pictures.latest(code).now();
    return reach(Grid.around(at), Map.of(TravelMode.ROAD, List.of(at)), now);
  }

  /** What all units that can be sent at once reach together. */
  Reach ofCover(RegionCode code) {
    Region region = regions.getServed(code);
    Picture picture = pictures.current(code);
    Map<String, PositionReport> where =
        picture.positions().stream()
            .collect(Collectors.toMap(p -> p.unit().value(), p -> p, (_, later) -> later));
    Instant oldest = picture.now().minus(PARAMETERS.positionLostAfter());
    Map<TravelMode, List<Position>> origins = new EnumMap<>(TravelMode.class);
    for (Unit unit : picture.units()) {
      PositionReport report = where.get(unit.id().value());
      KindProfile profile = PARAMETERS.profile(unit.kind());
      if (report != null
          && report.at().isAfter(oldest)
          && unit.status() == UnitStatus.AVAILABLE
          && !unit.special()
          && !unit.carries()
          && profile.levelMostUrgent() == 1) {
        origins.computeIfAbsent(profile.mode(), _ -> new ArrayList<>()).add(report.position());
      }
    }
    return reach(Grid.over(region.pack().bounds()), origins, picture.now());
  }

  private Reach reach(Grid grid, Map<TravelMode, List<Position>> origins, Instant now) {
    List<Position> cells = grid.cells();
    int[] least = new int[cells.size()];
    Arrays.fill(least, TravelTimes.NO_WAY);
    origins.forEach((mode, from) -> {
      int[] millis = times.least(from, cells, mode, Urgency.LIGHTS_AND_SIRENS, now);
      for (int i = 0; i < least.length; i++) {
        least[i] = Math.min(least[i], millis[i]);
      }
    });
    List<Integer> seconds = new ArrayList<>(least.length);
    for (int millis : least) {
      seconds.add(millis / 1000 <= SECONDS_MAX ? millis / 1000 : -1);
    }
    int count = origins.values().stream().mapToInt(List::size).sum();
    return new Reach(
        count,
        grid.west(),
        grid.south(),
        grid.lonStep(),
        grid.latStep(),
        grid.columns(),
        grid.rows(),
        seconds,
        now);
  }

  private static Unit unit(Picture picture, String id) {
    return picture.units().stream()
        .filter(u -> u.id().value().equals(id))
        .findAny()
        .orElseThrow(() -> Refused.unknown("unit.unknown", "unit", Map.of("unit", id)));
  }

  private static Position position(Picture picture, Unit unit) {
    return picture.positions().stream()
        .filter(p -> p.unit().equals(unit.id()))
        .findAny()
        .orElseThrow(() -> Refused.state("way.noPosition", "unit", Map.of("unit", unit.callSign())))
        .position();
  }
}
