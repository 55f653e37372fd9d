package se.dirigent.server.platform.region;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.Position;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.transport.mode.TransportRules;
import se.dirigent.core.transport.mode.TransportRules.Department;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All regions there are packs for, and which of them this service serves. */
@Component
public class Regions {
  /** Property: codes of regions that are only practised in, with commas between, or all. */
  public static final String DRILL = "dirigent.drill";

  private static final String FOLDER = "/regions/";

  private final JsonMapper json;
  private final List<Listed> listed;
  private final Areas areas;
  private final Set<RegionCode> served;
  private final String drill;
  private final Map<RegionCode, Region> read = new ConcurrentHashMap<>();
  private final Map<RegionCode, TransportRules> transports = new ConcurrentHashMap<>();

  /** A line of the list of regions. */
  public record Listed(RegionCode code, String name, String countyCode, String county) {}

  /**
   * A facility as a place to take a patient to.
   *
   * @param id unique in the country
   * @param region the region it belongs to
   */
  public record Destination(
      String id, String name, RegionCode region, String regionName, Position position) {}

  public Regions(JsonMapper json, Environment environment) {
    this.json = json;
    boolean demo = environment.getProperty("dirigent.demo", Boolean.class, false);
    this.drill = demo ? "all" : environment.getProperty(DRILL, "");
    this.listed = List.of(json.readValue(resource("index.json"), Listed[].class));
    this.areas = json.readValue(resource("nation/areas.json"), Areas.class);
    this.served =
        Arrays.stream(environment.getProperty("dirigent.regions", "").split(","))
            .map(String::strip)
            .filter(code -> !code.isEmpty())
            .map(code -> get(new RegionCode(code)).code())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Every region with a pack. */
  public List<Listed> list() {
    return listed;
  }

  /** Which regions stand together. */
  public Areas areas() {
    return areas;
  }

  /** Regions whose incidents and units this service keeps. */
  public Set<RegionCode> served() {
    return served;
  }

  /** Whether everything in the region is practice: the demo's always, others' by setting. */
  public boolean inDrill(RegionCode code) {
    return drill.equals("all") || Arrays.asList(drill.split(",")).contains(code.value());
  }

  /**
   * The region, read on first use.
   *
   * @throws Refused {@code region.unknown}
   */
  public Region get(RegionCode code) {
    if (listed.stream().noneMatch(l -> l.code().equals(code))) {
      throw Refused.unknown("region.unknown", "region", Map.of("region", code.value()));
    }
    return read.computeIfAbsent(
        code, c -> Region.of(json.readValue(resource(c.value() + ".json"), RegionPack.class)));
  }

  /**
   * The region, if this service serves it.
   *
   * @throws Refused {@code region.unknown} or {@code region.notServed}
   */
  public Region getServed(RegionCode code) {
    Region region = get(code);
    if (!served.contains(code)) {
      throw Refused.unknown("region.notServed", "region", Map.of("region", code.value()));
    }
    return region;
  }

  /**
   * Where a patient of a region may be taken: its own facilities as its pack orders them, then all
   * others of the country, the nearest to the region's centre first.
   *
   * @throws Refused {@code region.unknown}
   */
  public List<Destination> destinations(RegionCode code) {
    Position centre = get(code).pack().centre();
    Comparator<Destination> nearest =
        Comparator.comparingDouble(d -> centre.metresTo(d.position()));
    return Stream.concat(
            facilitiesOf(code),
            listed.stream()
                .map(Listed::code)
                .filter(other -> !other.equals(code))
                .flatMap(this::facilitiesOf)
                .sorted(nearest))
        .toList();
  }

  private Stream<Destination> facilitiesOf(RegionCode code) {
    Region region = get(code);
    return region.facilities().stream()
        .map(f -> new Destination(f.id(), f.name(), code, region.pack().name(), f.position()));
  }

  /** Whether some region, served or not, has a facility of that id. */
  public boolean hasFacility(String id) {
    return findFacility(id).isPresent();
  }

  /** The facility of that id in any region, served or not. */
  public Optional<Destination> findFacility(String id) {
    return listed.stream()
        .flatMap(l -> facilitiesOf(l.code()))
        .filter(f -> f.id().equals(id))
        .findFirst();
  }

  /**
   * What the region has settled about care transports: its own rules, or the program's standard
   * until it has any. The departments that can be named are its own, and those of the other regions
   * this service serves: a patient comes from there or goes there, and the ward there answers.
   *
   * @throws Refused {@code region.unknown}
   */
  public TransportRules transportRules(RegionCode code) {
    RegionCode known = get(code).code();
    return transports.computeIfAbsent(known, this::readTransportRules);
  }

  private TransportRules readTransportRules(RegionCode code) {
    List<Department> named =
        Stream.concat(
                Stream.of(code), served.stream().filter(other -> !other.equals(code)).sorted())
            .flatMap(this::departmentsOf)
            .toList();
    ObjectNode rules = settled("transport", code, ObjectNode.class);
    rules.set("departments", json.valueToTree(named));
    return json.treeToValue(rules, TransportRules.class);
  }

  /** A region names departments of its own facilities alone. */
  private Stream<Department> departmentsOf(RegionCode code) {
    Set<String> own = facilitiesOf(code).map(Destination::id).collect(Collectors.toSet());
    return Arrays.stream(settled("departments", code, Department[].class))
        .filter(department -> own.contains(department.facility()));
  }

  /**
   * What the region has settled about a matter that has a folder of its own beside the packs: the
   * region's own file, or the program's standard until it has any.
   *
   * @throws Refused {@code region.unknown}
   */
  public <T> T settled(String folder, RegionCode code, Class<T> type) {
    String own = folder + "/" + get(code).code().value() + ".json";
    boolean has = Regions.class.getResource(FOLDER + own) != null;
    return json.readValue(resource(has ? own : folder + "/standard.json"), type);
  }

  private static byte[] resource(String name) {
    try (InputStream in = Regions.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + FOLDER + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FOLDER + name, e);
    }
  }
}
