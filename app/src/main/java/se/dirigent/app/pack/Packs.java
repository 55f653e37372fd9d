package se.dirigent.app.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.dirigent.core.facility.FacilityKind;
import se.dirigent.core.fleet.Capability;
import se.dirigent.core.geo.Boundary;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.travel.CrowFlyTravelTimes;
import se.dirigent.server.platform.json.JsonConfiguration;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.RegionPack;
import se.dirigent.simulator.crew.CrewTimes;
import se.dirigent.simulator.crew.CrewWorld;
import se.dirigent.simulator.crew.Hospital;
import se.dirigent.simulator.demand.DemandProfile;
import se.dirigent.simulator.demand.HourShape;
import se.dirigent.simulator.demand.Settlement;
import se.dirigent.simulator.fault.FaultyDay;
import se.dirigent.simulator.roster.ShiftPlan;
import se.dirigent.simulator.roster.StationedUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The region packs on the class path, and what the simulator needs of them. */
public final class Packs {
  private static final String FOLDER = "/regions/";

  private final JsonMapper json = JsonConfiguration.mapper();

  /** The codes of all regions, in the order of the index. */
  public List<String> codes() {
    List<String> codes = new ArrayList<>();
    JsonNode index = json.readTree(text("index.json"));
    index.forEach(entry -> codes.add(entry.path("code").asString()));
    return codes;
  }

  /**
   * The pack of a region.
   *
   * @throws IllegalArgumentException when there is none of that code; names those there are
   */
  public RegionPack get(String code) {
    if (!codes().contains(code)) {
      throw new IllegalArgumentException(
          "region is '" + code + "'; give one of " + String.join(", ", codes()));
    }
    return json.readValue(text(code + ".json"), RegionPack.class);
  }

  /** What a region has settled about a matter, or the program's standard until it has any. */
  public <T> T settled(String folder, String code, Class<T> type) {
    String own = folder + "/" + code + ".json";
    boolean has = Packs.class.getResource(FOLDER + own) != null;
    return json.readValue(text(has ? own : folder + "/standard.json"), type);
  }

  private static String text(String name) {
    try (InputStream in = Packs.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(
            "no file " + FOLDER + name + " on the class path; build again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The region as the demonstration needs it.
   *
   * @param demand calls, as a multiple of the region's own
   */
  public static Setting setting(RegionPack pack, double demand) {
    ZoneId zone = ZoneId.of(pack.timeZone());
    Map<String, Position> stations = new HashMap<>();
    pack.stations().forEach(s -> stations.put(s.id(), s.position()));
    return new Setting(
        demand(pack, zone, demand),
        pack.units().stream()
            .map(u -> unit(u, stations.getOrDefault(u.station(), pack.centre())))
            .toList(),
        pack.facilities().stream()
            .filter(f -> f.kind() == FacilityKind.ACUTE_HOSPITAL)
            .map(f -> new Hospital(f.id(), f.position()))
            .toList(),
        zone);
  }

  /**
   * The region as a day with faults needs it, with its own rules and all its units; crews drive as
   * the crow flies, since it is messages that are tried and not roads.
   *
   * @param demand calls, as a multiple of the region's own
   */
  public static FaultyDay.Region centre(RegionPack pack, double demand) {
    Setting setting = setting(pack, demand);
    Region region = Region.of(pack);
    return new FaultyDay.Region(
        region.code(),
        setting.demand(),
        setting.units(),
        new CrewWorld(new CrowFlyTravelTimes(), setting.hospitals(), CrewTimes.staffed()),
        region.rules(),
        region.alarms());
  }

  private static StationedUnit unit(RegionPack.PackUnit u, Position home) {
    Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    capabilities.addAll(u.capabilities());
    List<ShiftPlan> plans =
        u.shifts().stream()
            .map(s ->
                new ShiftPlan(
                    ShiftPlan.days(s.days()), s.start(), s.end(), s.mealStart(), s.mealEnd()))
            .toList();
    return new StationedUnit(u.id().value(), u.kind(), capabilities, u.special(), home, plans);
  }

  /**
   * The callers of a region: places by population, and the rest of each municipality around it.
   *
   * @param factor calls, as a multiple of the region's own
   */
  public static DemandProfile demand(RegionPack pack, ZoneId zone, double factor) {
    Map<Integer, List<String>> priorities = new HashMap<>();
    pack.priorities()
        .forEach(p -> priorities.computeIfAbsent(p.level(), l -> new ArrayList<>()).add(p.code()));
    return new DemandProfile(
        pack.demand().incidentsPerDay() * factor,
        new HourShape(pack.demand().hourShare(), zone),
        settlements(pack),
        boundary(pack),
        priorities);
  }

  private static List<Settlement> settlements(RegionPack pack) {
    Map<String, String> names = new HashMap<>();
    Map<String, Long> rest = new HashMap<>();
    pack.municipalities().forEach(m -> names.put(m.code(), m.name()));
    pack.municipalities().forEach(m -> rest.put(m.code(), (long) m.population()));
    List<Settlement> settlements = new ArrayList<>();
    for (RegionPack.Place place : pack.places()) {
      String municipality = names.getOrDefault(place.municipality(), "");
      settlements.add(
          new Settlement(place.name(), municipality, place.population(), place.position(), false));
      rest.merge(place.municipality(), (long) -place.population(), Long::sum);
    }
    for (RegionPack.Municipality m : pack.municipalities()) {
      long left = Math.max(0, rest.getOrDefault(m.code(), 0L));
      settlements.add(new Settlement(m.name(), m.name(), left, m.position(), true));
    }
    return settlements;
  }

  /** The outline of a region. */
  public static Boundary boundary(RegionPack pack) {
    return new Boundary(
        pack.boundary().coordinates().stream()
            .map(polygon -> polygon.stream().map(Packs::ring).toList())
            .toList());
  }

  private static List<Position> ring(List<List<Double>> points) {
    return points.stream().map(p -> new Position(p.get(1), p.get(0))).toList();
  }
}
