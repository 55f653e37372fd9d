package se.dirigent.benchmarks.policy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import se.dirigent.core.facility.FacilityKind;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.geo.Position;
import se.dirigent.optimiser.recommend.KindProfile;
import se.dirigent.optimiser.recommend.RecommendParameters;
import se.dirigent.optimiser.standby.StandbyRules;
import se.dirigent.routing.network.NationalNetwork;
import se.dirigent.server.platform.json.JsonConfiguration;
import se.dirigent.server.platform.region.RegionPack;
import se.dirigent.simulator.crew.CrewTimes;
import se.dirigent.simulator.ground.Ground;
import se.dirigent.simulator.ground.RegionStreets;
import se.dirigent.simulator.ground.Streets;
import se.dirigent.simulator.trial.CallModel;
import se.dirigent.simulator.trial.TrialUnit;

/**
 * A Swedish region from its pack, on the built-in network: calls by population, place and hour;
 * stations, hospitals and shifts as in the pack. Ambulances meet every level, transport and
 * light-care ambulances the third. Late as the cover's goals say: 18, 30 and 60 minutes from alarm.
 */
final class RegionWorld {
  /** A large place is so many zones, one for each number of inhabitants, at most. */
  private static final int INHABITANTS_OF_ZONE = 4_000;

  private static final int ZONES_OF_PLACE_MAX = 16;

  /** Those who live in no place live within this distance of the municipality's middle. */
  private static final double SCATTERED_KM = 16;

  /** Inhabitants in a square kilometre of a place [assumption, as the simulator's Places]. */
  private static final double DENSITY = 2_000;

  private static final double KM_PER_DEGREE = 111.195;

  /** Turns from point to point so that a disc is filled evenly. */
  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  private final List<Position> zones = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();
  private final RegionPack pack;

  private RegionWorld(RegionPack pack) {
    this.pack = pack;
  }

  static TrialWorld read(String code, int threads) throws IOException {
    try (InputStream in = RegionPack.class.getResourceAsStream("/regions/" + code + ".json")) {
      if (in == null) {
        throw new IllegalArgumentException(
            "world is '" + code + "'; give auckland or the code of a region");
      }
      RegionPack pack = JsonConfiguration.mapper().readValue(in.readAllBytes(), RegionPack.class);
      return new RegionWorld(pack).build(threads);
    }
  }

  private TrialWorld build(int threads) {
    zones();
    List<Position> stations =
        pack.stations().stream().map(RegionPack.PackStation::position).toList();
    List<Position> hospitals =
        pack.facilities().stream()
            .filter(f -> f.kind() == FacilityKind.ACUTE_HOSPITAL)
            .map(f -> f.position())
            .toList();
    List<Position> all = Stream.of(zones, stations, hospitals).flatMap(List::stream).toList();
    RegionStreets cut = new RegionStreets(NationalNetwork.load().network(), all);
    Streets streets = cut.streets();
    int[] placed = cut.placed();
    int bases = zones.size() + stations.size();
    Ground ground =
        new Ground(
            streets,
            Arrays.copyOf(placed, zones.size()),
            weights.stream().mapToDouble(w -> w).toArray(),
            Arrays.copyOfRange(placed, zones.size(), bases),
            Arrays.copyOfRange(placed, bases, placed.length),
            threads);
    return TrialWorld.of(
        pack.code().value(),
        ground,
        streets.nodes(),
        model(),
        units(),
        stations.size(),
        StandbyRules.defaults());
  }

  private CallModel model() {
    CrewTimes crews = CrewTimes.staffed();
    CallModel.Service service =
        new CallModel.Service() {
          @Override
          public double scene(RandomGenerator chance, boolean conveyed) {
            double there = crews.toPatient().draw(chance);
            double stay = (conveyed ? crews.sceneConvey() : crews.sceneLeave()).draw(chance);
            return 60_000 * (there + stay);
          }

          @Override
          public double hospital(RandomGenerator chance) {
            return 60_000 * (crews.handOver().draw(chance) + crews.restore().draw(chance));
          }
        };
    List<Double> conveyed = crews.conveyShare();
    return new CallModel(
        pack.demand().incidentsPerDay(),
        pack.demand().hourShare(),
        List.of(
            new CallModel.Level(0.45, Duration.ofMinutes(18), true, conveyed.get(0)),
            new CallModel.Level(0.35, Duration.ofMinutes(30), false, conveyed.get(1)),
            new CallModel.Level(0.20, Duration.ofMinutes(60), false, conveyed.get(2))),
        Duration.ZERO,
        Duration.ofSeconds(72),
        service);
  }

  private List<TrialUnit> units() {
    Map<String, Integer> stations = new HashMap<>();
    pack.stations().forEach(s -> stations.put(s.id(), stations.size()));
    List<TrialUnit> units = new ArrayList<>();
    for (RegionPack.PackUnit unit : pack.units()) {
      boolean sent =
          switch (unit.kind()) {
            case AMBULANCE, TRANSPORT_AMBULANCE, LIGHT_CARE_AMBULANCE -> true;
            case ASSESSMENT_CAR, SINGLE_RESPONDER, PSYCHIATRIC_UNIT, DOCTOR_CAR, INTENSIVE_CARE ->
                false;
            case HELICOPTER, AIR_AMBULANCE, MOUNTAIN_GROUP, PATIENT_TAXI, MILITARY, OTHER -> false;
          };
      Integer home = stations.get(unit.station());
      if (sent && home != null && !unit.special()) {
        units.add(
            new TrialUnit(unit.id().value(), unit.kind(), level(unit.kind()), home, duty(unit)));
      }
    }
    return units;
  }

  private static int level(UnitKind kind) {
    KindProfile profile = RecommendParameters.defaults().profile(kind);
    return profile.levelMostUrgent();
  }

  private static BitSet duty(RegionPack.PackUnit unit) {
    BitSet duty = new BitSet();
    unit.shifts()
        .forEach(shift -> {
          int start = minute(shift.start());
          int length = Math.floorMod(minute(shift.end()) - start - 1, 1440) + 1;
          for (int m = 0; m < length; m++) {
            duty.set((start + m) % 1440);
          }
        });
    return duty;
  }

  private static int minute(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }

  private void zones() {
    Map<String, Integer> left = new HashMap<>();
    pack.municipalities().forEach(m -> left.put(m.code(), m.population()));
    for (RegionPack.Place place : pack.places()) {
      double radius = Math.sqrt(place.population() / DENSITY / Math.PI);
      disc(place.position(), radius, place.population());
      left.merge(place.municipality(), -place.population(), Integer::sum);
    }
    for (RegionPack.Municipality m : pack.municipalities()) {
      disc(m.position(), SCATTERED_KM, Math.max(0, left.getOrDefault(m.code(), 0)));
    }
  }

  private void disc(Position middle, double kilometres, int inhabitants) {
    int points = Math.clamp(inhabitants / INHABITANTS_OF_ZONE + 1, 1, ZONES_OF_PLACE_MAX);
    for (int i = 0; i < points && inhabitants > 0; i++) {
      double out = points == 1 ? 0 : kilometres * Math.sqrt((i + 0.5) / points);
      double north = out * Math.cos(i * GOLDEN_ANGLE) / KM_PER_DEGREE;
      double east = out * Math.sin(i * GOLDEN_ANGLE) / KM_PER_DEGREE;
      double scale = Math.cos(Math.toRadians(middle.latitude()));
      zones.add(new Position(middle.latitude() + north, middle.longitude() + east / scale));
      weights.add((double) inhabitants / points);
    }
  }
}
