package se.dirigent.app.twin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import se.dirigent.app.pack.Packs;
import se.dirigent.core.facility.FacilityKind;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.geo.Position;
import se.dirigent.core.transport.mode.TransportRules;
import se.dirigent.optimiser.plan.order.PlanRules;
import se.dirigent.routing.network.NationalNetwork;
import se.dirigent.routing.network.NetworkTravelTimes;
import se.dirigent.routing.travel.Leg;
import se.dirigent.routing.travel.Route;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Unreachable;
import se.dirigent.routing.travel.Urgency;
import se.dirigent.server.platform.region.RegionPack;
import se.dirigent.server.platform.region.RegionPack.PackFacility;
import se.dirigent.server.transport.DoorToDoor;
import se.dirigent.simulator.ride.model.RideModel;
import se.dirigent.simulator.ride.model.RideSites;
import se.dirigent.simulator.twin.Blueprint.Manned;

/** The care transports of a Swedish region, from its packs and the country's roads. */
final class RegionRides {
  /** Of the country, in square kilometres and inhabitants (Statistics Sweden, rounded). */
  private static final double COUNTRY_KM2 = 407_000;

  private static final double COUNTRY_PEOPLE = 10_600_000;

  /** University hospitals that a region sends to. */
  private static final int UNIVERSITY_HOSPITALS = 2;

  /** Some moment by day: journeys are as on bare ground. */
  private static final Instant WHEN = Instant.parse("2026-06-01T10:00:00Z");

  private final Packs packs;
  private final Map<String, RideModel> made = new ConcurrentHashMap<>();

  RegionRides(Packs packs) {
    this.packs = packs;
  }

  /** The region's care transports as they are today; the same each time for the same region. */
  RideModel today(String region) {
    return made.computeIfAbsent(region, this::make);
  }

  /** Own cars for sitting patients, which meet no calls. */
  List<Manned> taxis(String region) {
    return packs.get(region).units().stream()
        .filter(u -> u.kind() == UnitKind.PATIENT_TAXI && !u.special())
        .map(u -> new Manned(u.id().value(), u.kind(), u.station(), RegionBlueprint.shifts(u)))
        .toList();
  }

  private RideModel make(String region) {
    RegionPack pack = packs.get(region);
    double land = pack.municipalities().stream().mapToDouble(m -> m.areaKm2()).sum();
    return RideModel.today(
        new RideSites(() -> sites(pack)),
        pack.population(),
        packs.settled("transport", region, TransportRules.class),
        packs.settled("plan", region, PlanRules.class),
        (int) pack.units().stream().filter(u -> u.kind() == UnitKind.HELICOPTER).count(),
        land / COUNTRY_KM2,
        pack.population() / COUNTRY_PEOPLE);
  }

  private RideSites.Found sites(RegionPack pack) {
    TravelTimes times = NetworkTravelTimes.sweden(NationalNetwork.load().network(), List.of());
    DoorToDoor doors = new DoorToDoor(times);
    List<Position> receivers = receivers(pack);
    return new RideSites.Found(
        receivers,
        airfield(times, main(pack), receivers),
        times,
        (from, to) -> doors.ways(from, to, WHEN));
  }

  private static Position main(RegionPack pack) {
    return pack.facilities().stream()
        .filter(f -> f.kind() == FacilityKind.ACUTE_HOSPITAL)
        .map(PackFacility::position)
        .findFirst()
        .orElse(pack.centre());
  }

  /**
   * The nearest acute hospital of another region, and of university hospitals the nearest, half of
   * all, and the next [assumption].
   */
  private List<Position> receivers(RegionPack pack) {
    List<PackFacility> others = new ArrayList<>();
    for (String code : packs.codes()) {
      if (!code.equals(pack.code().value())) {
        packs.get(code).facilities().stream()
            .filter(f -> f.kind() == FacilityKind.ACUTE_HOSPITAL)
            .forEach(others::add);
      }
    }
    Position from = main(pack);
    others.sort(Comparator.comparingDouble(f -> from.metresTo(f.position())));
    List<Position> receivers = new ArrayList<>();
    receivers.add(others.getFirst().position());
    others.stream()
        .skip(1)
        .filter(f -> "univ".equals(f.level()))
        .limit(UNIVERSITY_HOSPITALS)
        .forEach(f -> receivers.add(f.position()));
    receivers.add(receivers.get(Math.min(1, receivers.size() - 1)));
    return receivers;
  }

  /** Where the flight to the farthest receiver begins; by the hospital when none is needed. */
  private static Position airfield(TravelTimes times, Position main, List<Position> receivers) {
    try {
      Route route =
          times.route(
              main,
              receivers.get(receivers.size() - 2),
              TravelMode.AEROPLANE,
              Urgency.NORMAL,
              WHEN);
      return route.legs().stream()
          .filter(leg -> leg.by() == Leg.By.AEROPLANE)
          .map(leg -> leg.path().getFirst())
          .findFirst()
          .orElse(main);
    } catch (Unreachable none) {
      return main;
    }
  }
}
