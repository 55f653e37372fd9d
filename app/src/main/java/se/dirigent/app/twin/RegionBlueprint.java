package se.dirigent.app.twin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import se.dirigent.core.facility.FacilityKind;
import se.dirigent.core.geo.Position;
import se.dirigent.optimiser.cover.CoverGoal;
import se.dirigent.optimiser.cover.CoverParameters;
import se.dirigent.server.advice.RegionSettings;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.RegionPack;
import se.dirigent.simulator.arrival.Rhythm;
import se.dirigent.simulator.arrival.Unrest;
import se.dirigent.simulator.caller.Callers;
import se.dirigent.simulator.chain.Chain;
import se.dirigent.simulator.chain.WaitingRules;
import se.dirigent.simulator.crew.CrewTimes;
import se.dirigent.simulator.roster.ShiftPlan;
import se.dirigent.simulator.service.CallTypes;
import se.dirigent.simulator.trial.CallModel;
import se.dirigent.simulator.twin.Advice;
import se.dirigent.simulator.twin.Blueprint;
import se.dirigent.simulator.twin.Blueprint.Dispatch;
import se.dirigent.simulator.twin.Blueprint.Hospital;
import se.dirigent.simulator.twin.Blueprint.Manned;
import se.dirigent.simulator.twin.Blueprint.Station;
import se.dirigent.simulator.twin.Blueprint.Zone;

/**
 * A Swedish region from its pack: calls by population, place and hour; stations, hospitals and
 * shifts as in the pack. Ambulances meet every level, transport and light-care ambulances the
 * third. Late as the cover's goals say, from alarm: 18, 30 and 60 minutes where the region says
 * nothing else.
 */
public final class RegionBlueprint {
  /**
   * How unlike one hour is to the next: found in Houston's emergency medical calls, three weeks of
   * September 2025 ({@code dirigent calibrate}); no Swedish region publishes its calls by hour.
   */
  private static final Unrest UNREST = new Unrest(0.087, 0, 0.047);

  /** A large place is so many zones, one for each number of inhabitants, at most. */
  private static final int INHABITANTS_OF_ZONE = 4_000;

  private static final int ZONES_OF_PLACE_MAX = 16;

  /** Those who live in no place live within this distance of the municipality's middle. */
  private static final double SCATTERED_KM = 16;

  /** Inhabitants in a square kilometre of a place [assumption, as the simulator's Places]. */
  private static final double DENSITY = 2_000;

  private static final double KM_PER_DEGREE = 111.195;

  /** How a level is rung back that the pack has no intervals for. */
  private static final WaitingRules.Recall NEVER = WaitingRules.none().of(1);

  /** Turns from point to point so that a disc is filled evenly. */
  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  private final List<Zone> zones = new ArrayList<>();
  private final RegionPack pack;
  private final RegionSettings settings;

  private RegionBlueprint(RegionPack pack) {
    this.pack = pack;
    this.settings = RegionSettings.of(Region.of(pack));
  }

  /** The region as it is, sending the unit that is there first. */
  public static Blueprint of(RegionPack pack) {
    return new RegionBlueprint(pack).blueprint();
  }

  private Blueprint blueprint() {
    zones();
    List<CallModel.Level> levels = levels(settings.cover(), settings.recommend().lightsLevelMax());
    return new Blueprint(
        pack.code().value(),
        pack.municipalities().stream().map(RegionPack.Municipality::name).toList(),
        List.of(),
        zones,
        pack.stations().stream().map(RegionBlueprint::station).toList(),
        standbyPoints(),
        pack.facilities().stream()
            .filter(f -> f.kind() == FacilityKind.ACUTE_HOSPITAL)
            .map(f -> new Hospital(f.id(), f.name(), f.position()))
            .toList(),
        units(),
        model(levels),
        1,
        Dispatch.CLOSEST_IDLE,
        new Advice(
            settings.recommend(),
            settings.takeOver(),
            settings.relocation().rules(),
            levels.stream().map(CallModel.Level::within).toList()),
        Chain.NONE.withWaiting(waiting()),
        null);
  }

  private static Station station(RegionPack.PackStation of) {
    return new Station(of.id(), of.name(), of.position());
  }

  /** Where the live service proposes that units stand, beside the stations. */
  private List<Station> standbyPoints() {
    RegionPack.PackAdvice advice = pack.advice();
    List<RegionPack.PackStation> points = advice == null ? null : advice.standbyPoints();
    return points == null ? List.of() : points.stream().map(RegionBlueprint::station).toList();
  }

  private static WaitingRules.Recall recall(RegionPack.PackPriority of) {
    Integer first = of.firstContactSeconds();
    Integer then = of.thenEverySeconds();
    return first == null || then == null
        ? NEVER
        : new WaitingRules.Recall(Duration.ofSeconds(first), Duration.ofSeconds(then));
  }

  /** Callers are rung back as the first of each level's priorities says. */
  private WaitingRules waiting() {
    List<WaitingRules.Recall> recall = new ArrayList<>();
    for (int level = 1; level <= CallTypes.LEVELS; level++) {
      int of = level;
      recall.add(
          pack.priorities().stream()
              .filter(p -> p.level() == of)
              .findFirst()
              .map(RegionBlueprint::recall)
              .orElse(NEVER));
    }
    return new WaitingRules(
        recall,
        pack.rules().missedContactsToEscalate(),
        Callers.Habits.defaults().answer(),
        WaitingRules.WORSE_PER_HOUR);
  }

  /** How long crews take, as a value: two regions' are alike when their figures are. */
  private record Service(CrewTimes crews) implements CallModel.Service {
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
  }

  private CallModel model(List<CallModel.Level> levels) {
    CrewTimes crews = CrewTimes.staffed();
    return new CallModel(
            pack.demand().incidentsPerDay(),
            Rhythm.daily(pack.demand().hourShare()).with(UNREST),
            levels,
            Duration.ZERO,
            Duration.ofSeconds(
                Math.round(60 * (crews.acknowledge().p50() + crews.turnout().p50()))),
            new Service(crews))
        .withTypes(CallTypes.usual());
  }

  /**
   * Late as the cover says, or the program's standard for a level it is silent on. All alike in
   * number: how common each is follows from the types of calls.
   */
  static List<CallModel.Level> levels(CoverParameters cover, int lightsLevelMax) {
    List<CallModel.Level> levels = new ArrayList<>();
    for (int level = 1; level <= CallTypes.LEVELS; level++) {
      int of = level;
      Duration within =
          Stream.concat(cover.goals().stream(), CoverParameters.defaults().goals().stream())
              .filter(goal -> goal.level() == of)
              .map(CoverGoal::within)
              .findFirst()
              .orElseThrow();
      double share = 1.0 / CallTypes.LEVELS;
      levels.add(new CallModel.Level(share, within, level <= lightsLevelMax, 1));
    }
    return levels;
  }

  private List<Manned> units() {
    List<Manned> units = new ArrayList<>();
    for (RegionPack.PackUnit unit : pack.units()) {
      boolean sent =
          switch (unit.kind()) {
            case AMBULANCE, TRANSPORT_AMBULANCE, LIGHT_CARE_AMBULANCE -> !unit.special();
            case HELICOPTER, DOCTOR_CAR -> true; // Used where a scenario says when.
            case ASSESSMENT_CAR, SINGLE_RESPONDER, PSYCHIATRIC_UNIT, INTENSIVE_CARE -> false;
            case AIR_AMBULANCE, MOUNTAIN_GROUP, PATIENT_TAXI, MILITARY, OTHER -> false;
          };
      boolean stationed = pack.stations().stream().anyMatch(s -> s.id().equals(unit.station()));
      if (sent && stationed) {
        units.add(new Manned(unit.id().value(), unit.kind(), unit.station(), shifts(unit)));
      }
    }
    return units;
  }

  static List<ShiftPlan> shifts(RegionPack.PackUnit unit) {
    return unit.shifts().stream()
        .map(s ->
            new ShiftPlan(ShiftPlan.days(s.days()), s.start(), s.end(), s.mealStart(), s.mealEnd()))
        .toList();
  }

  private void zones() {
    Map<String, Integer> area = new HashMap<>();
    Map<String, Integer> left = new HashMap<>();
    for (RegionPack.Municipality m : pack.municipalities()) {
      area.put(m.code(), area.size());
      left.put(m.code(), m.population());
    }
    for (RegionPack.Place place : pack.places()) {
      double radius = Math.sqrt(place.population() / DENSITY / Math.PI);
      int in = area.getOrDefault(place.municipality(), 0);
      disc(place.position(), radius, place.population(), in);
      left.merge(place.municipality(), -place.population(), Integer::sum);
    }
    for (RegionPack.Municipality m : pack.municipalities()) {
      int rest = Math.max(0, left.getOrDefault(m.code(), 0));
      disc(m.position(), SCATTERED_KM, rest, area.getOrDefault(m.code(), 0));
    }
  }

  private void disc(Position middle, double kilometres, int inhabitants, int area) {
    int points = Math.clamp(inhabitants / INHABITANTS_OF_ZONE + 1, 1, ZONES_OF_PLACE_MAX);
    for (int i = 0; i < points && inhabitants > 0; i++) {
      double out = points == 1 ? 0 : kilometres * Math.sqrt((i + 0.5) / points);
      double north = out * StrictMath.cos(i * GOLDEN_ANGLE) / KM_PER_DEGREE;
      double east = out * StrictMath.sin(i * GOLDEN_ANGLE) / KM_PER_DEGREE;
      double scale = StrictMath.cos(Math.toRadians(middle.latitude()));
      Position at = new Position(middle.latitude() + north, middle.longitude() + east / scale);
      zones.add(new Zone(at, area, (double) inhabitants / points));
    }
  }
}
