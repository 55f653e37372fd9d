package se.dirigent.app.twin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.dirigent.app.pack.Packs;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.optimiser.cover.CoverParameters;
import se.dirigent.optimiser.recommend.RecommendParameters;
import se.dirigent.server.platform.region.RegionPack;
import se.dirigent.simulator.arrival.Rhythm;
import se.dirigent.simulator.trial.CallModel;
import se.dirigent.simulator.twin.Blueprint;
import se.dirigent.simulator.twin.Blueprint.Agreement;
import se.dirigent.simulator.twin.Blueprint.Hospital;
import se.dirigent.simulator.twin.Blueprint.Manned;
import se.dirigent.simulator.twin.Blueprint.Region;
import se.dirigent.simulator.twin.Blueprint.Station;
import se.dirigent.simulator.twin.Blueprint.Zone;

/**
 * All regions in one world: each sends its own units, and those of neighbours that its pack has an
 * agreement about, as its own advice says. What is late is counted alike everywhere, by the
 * program's standard; each dispatcher reckons with what its region calls late. Patients go to the
 * nearest hospital, whichever region's. One rhythm and one unrest of hours and days for the whole
 * country: its peaks come together.
 */
final class NationBlueprint {
  /** What it is called where a region's code is. */
  static final String CODE = "sverige";

  private static final int DAY = 24;

  private final List<RegionPack> packs;
  private final List<Blueprint> parts;
  private final double perDay;

  private NationBlueprint(List<RegionPack> packs) {
    this.packs = packs;
    this.parts = packs.stream().map(RegionBlueprint::of).toList();
    this.perDay = parts.stream().mapToDouble(part -> part.calls().perDay()).sum();
  }

  /** The nation as it is, sending the unit that is there first. */
  static Blueprint of(Packs packs) {
    return of(packs.codes().stream().map(packs::get).toList());
  }

  /** Some regions as if they were the nation. */
  static Blueprint of(List<RegionPack> packs) {
    return new NationBlueprint(packs).blueprint();
  }

  private Blueprint blueprint() {
    List<String> areas = new ArrayList<>();
    List<Zone> zones = new ArrayList<>();
    List<Station> stations = new ArrayList<>();
    List<Station> points = new ArrayList<>();
    List<Hospital> hospitals = new ArrayList<>();
    List<Manned> units = new ArrayList<>();
    for (Blueprint part : parts) {
      double weight = part.zones().stream().mapToDouble(Zone::weight).sum();
      for (Zone zone : part.zones()) {
        double share = zone.weight() / weight * part.calls().perDay();
        zones.add(new Zone(zone.at(), areas.size() + zone.area(), share));
      }
      areas.addAll(part.areas());
      stations.addAll(part.stations());
      points.addAll(part.standbyPoints());
      hospitals.addAll(part.hospitals());
      units.addAll(part.units());
    }
    requireOwnNames(Stream.concat(stations.stream(), points.stream()).map(Station::id).toList());
    requireOwnNames(hospitals.stream().map(Hospital::id).toList());
    requireOwnNames(areas);
    Blueprint first = parts.getFirst();
    return new Blueprint(
        CODE,
        areas,
        IntStream.range(0, parts.size()).mapToObj(this::region).toList(),
        zones,
        stations,
        points,
        hospitals,
        units,
        calls(first.calls()),
        first.driving(),
        first.dispatch(),
        first.advice(),
        first.chain(),
        null);
  }

  private static void requireOwnNames(List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalStateException(
            "two regions' packs have '%s'; give each of its own".formatted(name));
      }
    }
  }

  private CallModel calls(CallModel first) {
    List<Double> hours = new ArrayList<>();
    for (int h = 0; h < DAY; h++) {
      int hour = h;
      double calls =
          packs.stream()
              .mapToDouble(p -> p.demand().incidentsPerDay() * p.demand().hourShare().get(hour))
              .sum();
      hours.add(calls / perDay);
    }
    return new CallModel(
            perDay,
            Rhythm.daily(hours).with(first.rhythm().unrest()),
            RegionBlueprint.levels(
                CoverParameters.defaults(), RecommendParameters.defaults().lightsLevelMax()),
            first.decide(),
            first.turnout(),
            first.service())
        .withTypes(first.types());
  }

  private Region region(int number) {
    RegionPack pack = packs.get(number);
    Blueprint part = parts.get(number);
    return new Region(
        pack.code().value(),
        pack.name(),
        part.areas(),
        part.stations().stream().map(Station::id).toList(),
        part.standbyPoints().stream().map(Station::id).toList(),
        agreements(pack),
        part.advice());
  }

  private List<Agreement> agreements(RegionPack pack) {
    List<RegionPack.PackAgreement> agreed = pack.agreements();
    List<RegionCode> served = packs.stream().map(RegionPack::code).toList();
    return agreed == null
        ? List.of()
        : agreed.stream()
            .filter(a -> served.contains(a.neighbour()))
            .sorted(Comparator.comparing(a -> a.neighbour().value()))
            .map(
                a -> new Agreement(a.neighbour().value(), kinds(a.kinds()), Set.copyOf(a.levels())))
            .toList();
  }

  private static Set<UnitKind> kinds(List<UnitKind> of) {
    Set<UnitKind> kinds = EnumSet.noneOf(UnitKind.class);
    kinds.addAll(of);
    return kinds;
  }
}
