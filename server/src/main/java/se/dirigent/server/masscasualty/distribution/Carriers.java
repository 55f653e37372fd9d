package se.dirigent.server.masscasualty.distribution;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.geo.Position;
import se.dirigent.core.masscasualty.Casualty;
import se.dirigent.core.masscasualty.Casualty.Stage;
import se.dirigent.core.masscasualty.MajorIncident.Help;
import se.dirigent.optimiser.distribute.Vehicle;
import se.dirigent.optimiser.distribute.Ways;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Urgency;
import se.dirigent.server.masscasualty.HospitalService.Situation;
import se.dirigent.server.picture.Picture;
import se.dirigent.server.platform.region.Region;

/**
 * What can carry casualties. A region's units: those of the event, those free, and those that will
 * be free when they have handed over somebody else's patient; who is on the way to another patient
 * is left to that patient. And the help that somebody has told of: buses, and other regions' units.
 */
final class Carriers {
  /** More than any region has on duty; the nearest are kept. */
  private static final int CARRIERS_MAX = 300;

  /** From further away another region's help is nearer. */
  private static final Duration FIRST_MAX = Duration.ofHours(3);

  /** As the ranking of units has it: older than this is a guess. */
  private static final Duration POSITION_OLD = Duration.ofMinutes(2);

  // Minutes from call to wheels rolling, of loading and of handing over [assumption].
  private static final Duration TURNOUT_ROAD = Duration.ofMinutes(2);
  private static final Duration TURNOUT_AIR = Duration.ofMinutes(8);
  private static final int LOAD = 8;
  private static final int UNLOAD = 15;
  private static final int LOAD_SEATED = 12;
  private static final int LOAD_BUS = 20;

  /** Who has been longer than usual is not done this second. */
  private static final Duration LEAST = Duration.ofMinutes(1);

  /** Those who can sit in a patient taxi [assumption: a car with three free seats]. */
  private static final int TAXI_SEATS = 3;

  private static final Set<UnitKind> STRETCHER =
      Set.of(
          UnitKind.AMBULANCE,
          UnitKind.TRANSPORT_AMBULANCE,
          UnitKind.LIGHT_CARE_AMBULANCE,
          UnitKind.INTENSIVE_CARE,
          UnitKind.MILITARY);

  /**
   * Something that can carry.
   *
   * @param unit whose it is of the region's; empty for help
   * @param callSign as those at the place call it
   * @param vehicle as the optimiser knows it
   * @param called whether it is at the event or on its way; else somebody must send it first
   * @param guessed whether its position is old, or its station's
   */
  record Carrier(String unit, String callSign, Vehicle vehicle, boolean called, boolean guessed) {
    boolean flies() {
      return vehicle.ways() == Question.AIR;
    }
  }

  /** From where it can begin, after what time. */
  private record Start(Position from, Duration busy, boolean lights, boolean called) {}

  private final Region region;
  private final Picture picture;
  private final Situation situation;
  private final TravelTimes times;
  private final Map<String, PositionReport> where = new HashMap<>();
  private final Map<String, Assignment> assignments = new HashMap<>();
  private final Map<String, Position> stations = new HashMap<>();
  private final Map<String, Position> facilities;
  private final Map<String, Casualty> loaded = new HashMap<>();
  private final Map<String, Casualty> unloaded = new HashMap<>();
  private final Position main;

  /**
   * Of a picture.
   *
   * @param main where the event is
   * @param facilities where hospitals are, by id
   */
  Carriers(
      Region region,
      Picture picture,
      Situation situation,
      Position main,
      Map<String, Position> facilities,
      TravelTimes times) {
    this.region = region;
    this.picture = picture;
    this.situation = situation;
    this.main = main;
    this.facilities = facilities;
    this.times = times;
    picture.positions().forEach(p -> where.put(p.unit().value(), p));
    picture.assignments().forEach(a -> assignments.put(a.id().toString(), a));
    region.stations().forEach(s -> stations.put(s.id(), s.position()));
    for (Casualty one : situation.casualties()) {
      if (one.stage() == Stage.DEPARTED) {
        loaded.put(one.vehicle(), one);
      } else if (one.times().arrivedAt() != null) {
        unloaded.merge(one.vehicle(), one, Carriers::later);
      }
    }
  }

  /**
   * Those that can be at one of the places in time, the nearest first.
   *
   * @param nowMinute what the moment is called in the optimiser's time
   */
  List<Carrier> at(List<Position> places, int nowMinute) {
    Map<Boolean, List<ToIntFunction<Position>>> road = new HashMap<>();
    for (boolean lights : new boolean[] {true, false}) {
      road.put(lights, toward(places, TravelMode.ROAD, lights));
    }
    List<ToIntFunction<Position>> air = toward(places, TravelMode.AIR, true);
    List<Carrier> carriers = new ArrayList<>();
    for (Unit unit : picture.units()) {
      boolean flies = unit.kind() == UnitKind.HELICOPTER;
      boolean sits = unit.kind() == UnitKind.PATIENT_TAXI;
      Start start = flies || sits || STRETCHER.contains(unit.kind()) ? start(unit) : null;
      if (start != null) {
        List<Integer> first = first(flies ? air : toward(road, start), start, nowMinute);
        String id = unit.id().value();
        carriers.add(
            new Carrier(id, unit.callSign(), vehicle(unit, first), start.called(), guessed(unit)));
      }
    }
    for (Help help : situation.major().help()) {
      Start start = start(help);
      boolean flies = help.kind() == Help.Kind.HELICOPTER;
      List<Integer> first = first(flies ? air : toward(road, start), start, nowMinute);
      carriers.add(new Carrier("", help.name(), vehicle(help, first), true, false));
    }
    long latest = nowMinute + FIRST_MAX.toMinutes();
    return carriers.stream()
        .filter(c -> c.vehicle().firstMinutes().stream().anyMatch(m -> m <= latest))
        .sorted(Comparator.comparingInt(Carriers::soonest).thenComparing(c -> c.vehicle().name()))
        .limit(CARRIERS_MAX)
        .toList();
  }

  private static List<ToIntFunction<Position>> toward(
      Map<Boolean, List<ToIntFunction<Position>>> road, Start start) {
    return Objects.requireNonNull(road.get(start.lights()));
  }

  /** For each place the first minute it can be there. */
  private static List<Integer> first(
      List<ToIntFunction<Position>> ways, Start start, int nowMinute) {
    return ways.stream()
        .map(way -> minute(way.applyAsInt(start.from()), start.busy(), nowMinute))
        .toList();
  }

  private static int soonest(Carrier c) {
    return c.vehicle().firstMinutes().stream().mapToInt(m -> m).min().orElse(Ways.NO_WAY);
  }

  private static int minute(int millis, Duration busy, int nowMinute) {
    if (millis == TravelTimes.NO_WAY) {
      return Ways.NO_WAY;
    }
    return nowMinute + (int) Math.ceilDiv(Math.max(0, millis + busy.toMillis()), 60_000L);
  }

  private List<ToIntFunction<Position>> toward(
      List<Position> places, TravelMode mode, boolean lights) {
    Urgency urgency = lights ? Urgency.LIGHTS_AND_SIRENS : Urgency.NORMAL;
    return places.stream().map(place -> times.toward(place, mode, urgency, picture.now())).toList();
  }

  private static Vehicle vehicle(Unit unit, List<Integer> first) {
    String name = unit.id().value();
    if (unit.kind() == UnitKind.HELICOPTER) {
      return new Vehicle(name, Question.AIR, 1, 0, LOAD, UNLOAD, Question.NOT_MINIMAL, first);
    }
    if (unit.kind() == UnitKind.PATIENT_TAXI) {
      return new Vehicle(
          name, Question.ROAD, 0, TAXI_SEATS, LOAD_SEATED, UNLOAD, Question.MINIMAL_ONLY, first);
    }
    return new Vehicle(name, Question.ROAD, 1, 1, LOAD, UNLOAD, Question.ANYBODY, first);
  }

  /** No unit has such a name: what identifies a unit has no space in front. */
  private static Vehicle vehicle(Help help, List<Integer> first) {
    boolean flies = help.kind() == Help.Kind.HELICOPTER;
    long categories =
        switch (help.kind()) {
          case BUS -> Question.MINIMAL_ONLY;
          case AMBULANCE -> Question.ANYBODY;
          case HELICOPTER -> Question.NOT_MINIMAL;
        };
    return new Vehicle(
        " " + help.name(),
        flies ? Question.AIR : Question.ROAD,
        help.stretchers(),
        help.seats(),
        help.kind() == Help.Kind.BUS ? LOAD_BUS : LOAD,
        UNLOAD,
        categories,
        first);
  }

  /** Help has no position of its own: it is where it was told to come, or where it last drove. */
  private Start start(Help help) {
    Instant now = picture.now();
    boolean lights = help.kind() != Help.Kind.BUS;
    Casualty aboard = loaded.get(help.name());
    Start away =
        aboard == null || aboard.destination() == null
            ? null
            : unloading(main, aboard.destination().facility(), true);
    if (away != null) {
      return away;
    }
    Casualty left = unloaded.get(help.name());
    Position hospital = left == null ? null : facilities.get(left.facility());
    if (left != null && hospital != null) {
      Duration done = Duration.between(now, arrived(left)).plusMinutes(UNLOAD);
      return new Start(hospital, done, false, true);
    }
    Position breakPoint = situation.major().organisation().breakPointAt();
    Duration wait = Duration.between(now, help.at());
    Position from = breakPoint == null ? main : breakPoint;
    return new Start(from, wait.isNegative() ? Duration.ZERO : wait, lights, true);
  }

  private static Casualty later(Casualty a, Casualty b) {
    return arrived(a).isBefore(arrived(b)) ? b : a;
  }

  private static Instant arrived(Casualty one) {
    return Objects.requireNonNull(one.times().arrivedAt());
  }

  private boolean guessed(Unit unit) {
    PositionReport at = where.get(unit.id().value());
    return at == null || at.at().plus(POSITION_OLD).isBefore(picture.now());
  }

  /** Null when it cannot be had, or nobody knows where it is. */
  private @Nullable Start start(Unit unit) {
    PositionReport report = where.get(unit.id().value());
    Position here = report == null ? stations.get(unit.station()) : report.position();
    if (here == null || unit.drives() || unit.carries()) {
      return null;
    }
    Assignment on = unit.assignment() == null ? null : assignments.get(unit.assignment());
    boolean ours = on != null && situation.major().incidents().contains(on.incident());
    Casualty aboard = loaded.getOrDefault(unit.callSign(), loaded.get(unit.id().value()));
    if (aboard != null && aboard.destination() != null) {
      return unloading(here, aboard.destination().facility(), ours);
    }
    Duration turnout = unit.kind() == UnitKind.HELICOPTER ? TURNOUT_AIR : TURNOUT_ROAD;
    Duration been = Duration.between(unit.statusSince(), picture.now());
    Duration unload = Duration.ofMinutes(UNLOAD);
    return switch (unit.status()) {
      case AVAILABLE ->
          unit.special() && unit.kind() != UnitKind.HELICOPTER
              ? null
              : new Start(here, turnout, true, false);
      case TASKED, ACKNOWLEDGED -> ours ? new Start(here, turnout, true, true) : null;
      case ROLLING, AT_ADDRESS, AT_PATIENT ->
          ours ? new Start(here, Duration.ZERO, true, true) : null;
      case LOADED -> unloading(here, on == null ? null : on.destination(), ours);
      case AT_DESTINATION -> new Start(here, rest(unload, been), false, ours);
      case HANDING_OVER ->
          new Start(here, rest(region.rules().retaskAfterHandover(), been), false, ours);
      case UNAVAILABLE, OFF_DUTY -> null;
    };
  }

  private static Duration rest(Duration usual, Duration been) {
    Duration left = usual.minus(been);
    return left.compareTo(LEAST) < 0 ? LEAST : left;
  }

  /** Drives its patient to hospital first; null when nobody knows to which. */
  private @Nullable Start unloading(Position here, @Nullable String facility, boolean ours) {
    Position to = facility == null ? null : facilities.get(facility);
    if (to == null) {
      return null;
    }
    Instant now = picture.now();
    return times
        .find(here, to, TravelMode.ROAD, Urgency.LIGHTS_AND_SIRENS, now)
        .map(way -> new Start(to, way.median().plusMinutes(UNLOAD), false, ours))
        .orElse(null);
  }
}
