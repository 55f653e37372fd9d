package se.dirigent.app.study.outcome;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.dirigent.core.geo.Position;
import se.dirigent.simulator.trial.Film;
import se.dirigent.simulator.twin.Blueprint;
import se.dirigent.simulator.twin.Scenario;
import se.dirigent.simulator.twin.Worlds;

/**
 * A day of a run as the page's film reads it. What there is much of is rows without names: a step
 * is {@code [at, unit, doing, call]}, a spot {@code [at, unit, lat, lon]}; times are milliseconds
 * from midnight, units and calls numbers in their lists.
 */
public final class FilmFile {
  /** Five decimals of a degree are a metre. */
  private static final double DECIMALS = 1e5;

  private FilmFile() {}

  /** As maps and lists, ready to be written. */
  public static Map<String, Object> of(Scenario scenario, Film film) {
    Blueprint world = scenario.blueprint();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("title", scenario.title());
    map.put("region", world.region());
    map.put("areas", world.areas());
    map.put(
        "units",
        Worlds.used(world).stream()
            .map(unit -> Map.of("id", unit.id(), "kind", unit.kind(), "station", unit.station()))
            .toList());
    map.put("calls", film.calls().stream().map(call -> call(call, world)).toList());
    map.put(
        "steps",
        film.steps().stream()
            .map(step -> List.of(step.at(), step.unit(), step.doing(), step.call()))
            .toList());
    map.put(
        "spots",
        film.spots().stream()
            .map(spot ->
                List.of(
                    spot.at(),
                    spot.unit(),
                    rounded(spot.where().latitude()),
                    rounded(spot.where().longitude())))
            .toList());
    return map;
  }

  private static Map<String, Object> call(Film.Call call, Blueprint world) {
    Position at = call.where();
    return Map.of(
        "number", call.number(),
        "at", call.at(),
        "level", call.level(),
        "area", world.zones().get(call.zone()).area(),
        "type", call.type() < 0 ? "" : world.calls().types().get(call.type()).name(),
        "position", Map.of("lat", rounded(at.latitude()), "lon", rounded(at.longitude())));
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * DECIMALS) / DECIMALS;
  }
}
