package se.dirigent.server.facility;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.fleet.Standby;
import se.dirigent.core.geo.Position;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.RegionPack;
import se.dirigent.server.platform.region.RegionPack.GeoJson;
import se.dirigent.server.platform.region.RegionPack.Municipality;
import se.dirigent.server.platform.region.RegionPack.PackFacility;
import se.dirigent.server.platform.region.RegionPack.PackPriority;
import se.dirigent.server.platform.region.RegionPack.PackRules;
import se.dirigent.server.platform.region.RegionPack.PackStation;
import se.dirigent.server.platform.region.RegionPack.Place;
import se.dirigent.server.platform.region.RegionPack.Source;
import se.dirigent.server.platform.region.Regions;
import se.dirigent.server.platform.region.Regions.Destination;

/** The regions, their hospitals and stations, over HTTP. Public facts: every role may read them. */
@RestController
@RequestMapping("/api/regions")
class RegionController {
  private final Regions regions;
  private final InstantSource clock;

  RegionController(Regions regions, InstantSource clock) {
    this.regions = regions;
    this.clock = clock;
  }

  /** A line of the list of regions. */
  record ListedRegion(
      RegionCode code, String name, String countyCode, String county, boolean served) {}

  @GetMapping
  @Allowed(everyone = true, region = Allowed.Region.NONE)
  List<ListedRegion> list() {
    return regions.list().stream()
        .map(r ->
            new ListedRegion(
                r.code(),
                r.name(),
                r.countyCode(),
                r.county(),
                regions.served().contains(r.code())))
        .toList();
  }

  /**
   * A region as its pack describes it, without its units.
   *
   * @param destinations every facility of the country, the region's own first, then by distance
   * @param standbyPlaces where units may be told to stand: the stations and points beside them
   * @param shown from where on the page tells apart covered and bare, a meal and none
   * @param silent neighbours with whom units are agreed about, but which are not served here:
   *     nobody knows where their units are, so that they are in no list
   * @param drill whether everything in it is practice
   */
  record RegionFacts(
      RegionCode code,
      String name,
      String countyCode,
      String county,
      int population,
      String timeZone,
      List<Source> sources,
      GeoJson boundary,
      List<Double> bounds,
      Position centre,
      List<Municipality> municipalities,
      List<Place> places,
      List<PackFacility> facilities,
      List<Destination> destinations,
      List<PackStation> stations,
      List<Standby.Place> standbyPlaces,
      List<PackPriority> priorities,
      PackRules rules,
      RegionPack.Demand demand,
      RegionPack.PackShown shown,
      List<String> silent,
      boolean served,
      boolean drill,
      Instant now) {}

  @GetMapping("/{region}")
  @Allowed(everyone = true, region = Allowed.Region.ANY)
  RegionFacts get(@PathVariable String region) {
    Region found = regions.get(new RegionCode(region));
    RegionPack p = found.pack();
    return new RegionFacts(
        p.code(),
        p.name(),
        p.countyCode(),
        p.county(),
        p.population(),
        p.timeZone(),
        p.sources(),
        p.boundary(),
        p.bounds(),
        p.centre(),
        p.municipalities(),
        p.places(),
        p.facilities(),
        regions.destinations(p.code()),
        p.stations(),
        found.standbyPlaces(),
        p.priorities(),
        p.rules(),
        p.demand(),
        found.shown(),
        silent(p),
        regions.served().contains(p.code()),
        regions.inDrill(p.code()),
        clock.instant());
  }

  private List<String> silent(RegionPack pack) {
    List<RegionPack.PackAgreement> agreements = pack.agreements();
    return agreements == null
        ? List.of()
        : agreements.stream()
            .map(RegionPack.PackAgreement::neighbour)
            .filter(n -> !regions.served().contains(n))
            .distinct()
            .map(n -> regions.get(n).pack().name())
            .toList();
  }
}
