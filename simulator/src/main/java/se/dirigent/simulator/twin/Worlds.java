package se.dirigent.simulator.twin;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.network.RoadNetwork;
import se.dirigent.simulator.chain.Chain;
import se.dirigent.simulator.ground.Ground;
import se.dirigent.simulator.ground.RegionStreets;
import se.dirigent.simulator.ground.Streets;
import se.dirigent.simulator.ride.RideWorld;
import se.dirigent.simulator.ride.model.RideModel;
import se.dirigent.simulator.roster.ShiftPlan;
import se.dirigent.simulator.trial.Regions;
import se.dirigent.simulator.trial.TrialUnit;
import se.dirigent.simulator.trial.TrialWorld;
import se.dirigent.simulator.twin.Blueprint.Manned;

/**
 * Builds worlds of blueprints on one network. Scenarios with the same places and roads share their
 * journeys, which are what takes time and memory. Not for use by several threads.
 */
public final class Worlds {
  private static final int DAY_MINUTES = 1440;

  /** Beyond every level: a doctor car meets no call alone. */
  private static final int COMES_BESIDE = 100;

  private final RoadNetwork network;
  private final int threads;
  private final Map<Places, Made> made = new HashMap<>();

  /** What journeys depend on. */
  private record Places(List<Position> at, int zones, int bases, double driving) {}

  private record Made(Ground ground, int nodes) {}

  /**
   * Worlds on a network.
   *
   * @param threads to work journeys out with
   */
  public Worlds(RoadNetwork network, int threads) {
    this.network = network;
    this.threads = threads;
  }

  /** The world of a blueprint. */
  public TrialWorld build(Blueprint of) {
    Made journeys = made.computeIfAbsent(places(of), places -> journeys(of, places));
    List<Integer> areas = of.zones().stream().map(Blueprint.Zone::area).toList();
    List<TrialUnit> units = units(of);
    TrialWorld world =
        TrialWorld.of(
                of.region(),
                journeys.ground(),
                journeys.nodes(),
                new TrialWorld.Areas(of.areas(), areas),
                of.calls(),
                units,
                of.stations().size(),
                of.advice().standby())
            .with(of.advice().recommend())
            .with(
                of.chain(),
                new TrialWorld.Named(
                    of.stations().stream().map(Blueprint.Station::id).toList(),
                    of.hospitals().stream().map(Blueprint.Hospital::id).toList()));
    return of.regions().isEmpty() ? world : world.with(regions(of, units));
  }

  private static Regions regions(Blueprint of, List<TrialUnit> units) {
    List<Blueprint.Region> regions = of.regions();
    List<String> codes = regions.stream().map(Blueprint.Region::code).toList();
    Map<String, Integer> ofArea = new HashMap<>();
    Map<String, Integer> ofPlace = new HashMap<>();
    List<Regions.Agreement> agreements = new ArrayList<>();
    for (int region = 0; region < regions.size(); region++) {
      int number = region;
      regions.get(region).areas().forEach(area -> ofArea.put(area, number));
      regions.get(region).bases().forEach(base -> ofPlace.put(base, number));
      for (Blueprint.Agreement a : regions.get(region).agreements()) {
        agreements.add(
            new Regions.Agreement(region, codes.indexOf(a.neighbour()), a.kinds(), a.levels()));
      }
    }
    List<Integer> ofBase =
        of.bases().stream().map(b -> Objects.requireNonNull(ofPlace.get(b.id()))).toList();
    return new Regions(
        regions.stream().map(Blueprint.Region::name).toList(),
        of.zones().stream()
            .map(zone -> Objects.requireNonNull(ofArea.get(of.areas().get(zone.area()))))
            .toList(),
        ofBase,
        units.stream().map(unit -> ofBase.get(unit.home())).toList(),
        agreements);
  }

  /**
   * The care transports of a blueprint's world, or null when it has none.
   *
   * @param days longest run
   */
  public @Nullable RideWorld rides(Blueprint of, TrialWorld world, int days) {
    RideModel model = of.rides();
    Map<String, List<ShiftPlan>> shifts = new HashMap<>();
    of.units().forEach(unit -> shifts.put(unit.id(), unit.shifts()));
    return model == null
        ? null
        : new RideWorld(
            world,
            model,
            world.units().stream().map(u -> shifts.getOrDefault(u.id(), List.of())).toList(),
            of.driving(),
            days);
  }

  private static Places places(Blueprint of) {
    List<Position> at =
        Stream.of(
                of.zones().stream().map(Blueprint.Zone::at),
                of.bases().stream().map(Blueprint.Station::at),
                of.hospitals().stream().map(Blueprint.Hospital::at))
            .flatMap(positions -> positions)
            .toList();
    return new Places(at, of.zones().size(), of.bases().size(), of.driving());
  }

  private Made journeys(Blueprint of, Places places) {
    RegionStreets cut = new RegionStreets(network, places.at());
    Streets streets = cut.streets().slower(places.driving());
    int[] placed = cut.placed();
    int bases = places.zones() + places.bases();
    Ground ground =
        new Ground(
            streets,
            Arrays.copyOf(placed, places.zones()),
            of.zones().stream().mapToDouble(Blueprint.Zone::weight).toArray(),
            Arrays.copyOfRange(placed, places.zones(), bases),
            Arrays.copyOfRange(placed, bases, placed.length),
            Surroundings.of(of, streets),
            threads);
    return new Made(ground, streets.nodes());
  }

  private static List<TrialUnit> units(Blueprint of) {
    List<String> stations = of.stations().stream().map(Blueprint.Station::id).toList();
    List<TrialUnit> units = new ArrayList<>();
    for (Manned unit : used(of)) {
      boolean doctor = unit.kind() == UnitKind.DOCTOR_CAR;
      Advice own = of.adviceAt(unit.station());
      int level = doctor ? COMES_BESIDE : own.recommend().profile(unit.kind()).levelMostUrgent();
      units.add(
          new TrialUnit(
              unit.id(),
              unit.kind(),
              level,
              stations.indexOf(unit.station()),
              duty(unit.shifts()),
              ends(unit.shifts()),
              meals(unit.shifts())));
    }
    return units;
  }

  /** The units of a run, in its order. */
  public static List<Manned> used(Blueprint of) {
    return of.units().stream().filter(unit -> isUsed(unit.kind(), of.chain())).toList();
  }

  /** Helicopters fly, and doctor cars come, where something says when. */
  private static boolean isUsed(UnitKind kind, Chain by) {
    return (kind != UnitKind.HELICOPTER || by.air() != null)
        && (kind != UnitKind.DOCTOR_CAR || by.doctors() != null);
  }

  private static BitSet duty(List<ShiftPlan> shifts) {
    BitSet duty = new BitSet();
    for (ShiftPlan shift : shifts) {
      int start = shift.start().toSecondOfDay() / 60;
      int minutes = minutes(start, shift.end().toSecondOfDay() / 60);
      for (DayOfWeek day : shift.days()) {
        int from = midnight(day) + start;
        IntStream.range(from, from + minutes).forEach(m -> duty.set(m % TrialUnit.MINUTES));
      }
    }
    return duty;
  }

  private static BitSet ends(List<ShiftPlan> shifts) {
    BitSet ends = new BitSet();
    for (ShiftPlan shift : shifts) {
      int start = shift.start().toSecondOfDay() / 60;
      int minutes = minutes(start, shift.end().toSecondOfDay() / 60);
      shift.days().forEach(day -> ends.set((midnight(day) + start + minutes) % TrialUnit.MINUTES));
    }
    return ends;
  }

  /** In each window a meal may begin until half an hour before the window ends. */
  private static List<TrialUnit.Meal> meals(List<ShiftPlan> shifts) {
    List<TrialUnit.Meal> meals = new ArrayList<>();
    for (ShiftPlan shift : shifts) {
      var from = shift.mealStart();
      var to = shift.mealEnd();
      if (from == null || to == null) {
        continue;
      }
      int opens = from.toSecondOfDay() / 60;
      // After midnight the meal is the day after the shift's beginning.
      int later = from.isBefore(shift.start()) ? DAY_MINUTES : 0;
      int minutes = minutes(opens, to.toSecondOfDay() / 60);
      for (DayOfWeek day : shift.days()) {
        int at = (midnight(day) + later + opens) % TrialUnit.MINUTES;
        meals.add(new TrialUnit.Meal(at, minutes));
      }
    }
    meals.sort(Comparator.comparingInt(TrialUnit.Meal::opens));
    return meals;
  }

  /** From one minute of the day to another, the day after when it is not later. */
  private static int minutes(int from, int to) {
    return Math.floorMod(to - from - 1, DAY_MINUTES) + 1;
  }

  private static int midnight(DayOfWeek day) {
    return (day.getValue() - 1) * DAY_MINUTES;
  }
}
