package se.dirigent.server.platform.region;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.RegionCode;
import tools.jackson.databind.json.JsonMapper;

/** All regions there are packs for, and which of them this service serves. */
@Component
public class Regions {
  private static final String FOLDER = "/regions/";

  private final JsonMapper json;
  private final List<Listed> listed;
  private final Set<RegionCode> served;
  private final Map<RegionCode, Region> read = new ConcurrentHashMap<>();

  /** A line of the list of regions. */
  public record Listed(RegionCode code, String name, String countyCode, String county) {}

  Regions(JsonMapper json, Environment environment) {
    this.json = json;
    this.listed = List.of(json.readValue(resource("index.json"), Listed[].class));
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

  /** Regions whose incidents and units this service keeps. */
  public Set<RegionCode> served() {
    return served;
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
