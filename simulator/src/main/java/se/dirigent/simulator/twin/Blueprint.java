package se.dirigent.simulator.twin;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.geo.Position;
import se.dirigent.simulator.chain.Chain;
import se.dirigent.simulator.ride.model.RideModel;
import se.dirigent.simulator.roster.ShiftPlan;
import se.dirigent.simulator.trial.CallModel;

/**
 * What a world is made of, before any journey is worked out: the thing that changes are made to.
 *
 * @param region code of the region it began as
 * @param areas names of the parts told apart in reports, as municipalities
 * @param regions each with a centre of its own; empty for a world that is one region
 * @param zones where calls come from
 * @param stations where units belong
 * @param standbyPoints where units may stand beside the stations
 * @param hospitals where patients are driven
 * @param units with their shifts
 * @param calls who calls and what a call takes
 * @param driving times on the road beside the usual, 1 for the usual
 * @param dispatch who is sent and where units wait
 * @param advice by which figures the live service's advice is given, where it is followed; each of
 *     several regions has its own
 * @param chain what happens between call and free unit besides
 * @param rides care transports beside the calls, or null for none
 */
public record Blueprint(
    String region,
    List<String> areas,
    List<Region> regions,
    List<Zone> zones,
    List<Station> stations,
    List<Station> standbyPoints,
    List<Hospital> hospitals,
    List<Manned> units,
    CallModel calls,
    double driving,
    Dispatch dispatch,
    Advice advice,
    Chain chain,
    @Nullable RideModel rides) {
  public Blueprint {
    areas = List.copyOf(areas);
    regions = List.copyOf(regions);
    zones = List.copyOf(zones);
    stations = List.copyOf(stations);
    standbyPoints = List.copyOf(standbyPoints);
    hospitals = List.copyOf(hospitals);
    units = List.copyOf(units);
    for (Manned unit : units) {
      if (stations.stream().noneMatch(s -> s.id().equals(unit.station()))) {
        throw new IllegalArgumentException(
            "unit %s belongs to station '%s'; give one of the stations"
                .formatted(unit.id(), unit.station()));
      }
    }
  }

  /**
   * A place where calls come from.
   *
   * @param area index of the blueprint's areas
   * @param weight calls relative to the others, not negative
   */
  public record Zone(Position at, int area, double weight) {}

  /**
   * What the types of its calls are called, in their order; none when they differ by level alone.
   */
  public List<String> typeNames() {
    return calls.types().stream().map(CallModel.Type::name).toList();
  }

  /** A station, or a point to stand by at. */
  public record Station(String id, String name, Position at) {}

  /** A hospital that receives emergencies. */
  public record Hospital(String id, String name, Position at) {}

  /**
   * A unit that is sent to calls.
   *
   * @param station id of its station
   * @param shifts when it is manned
   */
  public record Manned(String id, UnitKind kind, String station, List<ShiftPlan> shifts) {
    public Manned {
      shifts = List.copyOf(shifts);
    }
  }

  /**
   * One of several regions, with a centre that sends its own units.
   *
   * @param name in words
   * @param areas names of its areas
   * @param stations ids of its stations; their units are its own
   * @param standbyPoints ids of where else its units may stand
   * @param agreements which units of neighbours it may ask for
   * @param advice by which figures its own live service advises
   */
  public record Region(
      String code,
      String name,
      List<String> areas,
      List<String> stations,
      List<String> standbyPoints,
      List<Agreement> agreements,
      Advice advice) {
    public Region {
      areas = List.copyOf(areas);
      stations = List.copyOf(stations);
      standbyPoints = List.copyOf(standbyPoints);
      agreements = List.copyOf(agreements);
    }

    /** Ids of all places where its units may stand. */
    List<String> bases() {
      return Stream.concat(stations.stream(), standbyPoints.stream()).toList();
    }
  }

  /**
   * What is agreed about a neighbour's units.
   *
   * @param neighbour code of the region whose units they are
   * @param kinds that may be asked for
   * @param levels of calls they may be asked for
   */
  public record Agreement(String neighbour, Set<UnitKind> kinds, Set<Integer> levels) {
    public Agreement {
      // In order, so that a scenario's text is the same in every process.
      kinds = Collections.unmodifiableSet(new TreeSet<>(kinds));
      levels = Collections.unmodifiableSet(new TreeSet<>(levels));
    }
  }

  /** Who is sent, and where units wait. */
  public enum Dispatch {
    /** The free unit that is there first; units go home. */
    CLOSEST_IDLE,
    /** The unit that the live service's advice ranks first; units go home. */
    ADVICE,
    /** The same, and free units stand where the live service's rules of standing by say. */
    ADVICE_STANDBY
  }

  /** Where units may stand: the stations first, as for the live service. */
  List<Station> bases() {
    return Stream.concat(stations.stream(), standbyPoints.stream()).toList();
  }

  /** By which figures each region is advised; of a world that is one region, its own alone. */
  List<Advice> adviceByRegion() {
    return regions.isEmpty() ? List.of(advice) : regions.stream().map(Region::advice).toList();
  }

  /** By which figures the region of a station is advised. */
  Advice adviceAt(String station) {
    return regions.stream()
        .filter(region -> region.stations().contains(station))
        .map(Region::advice)
        .findFirst()
        .orElse(advice);
  }

  /** The station that most units belong to, the first of them when several have as many. */
  public String main() {
    String main = stations.getFirst().id();
    long most = 0;
    for (Station station : stations) {
      long here = units.stream().filter(u -> u.station().equals(station.id())).count();
      main = here > most ? station.id() : main;
      most = Math.max(most, here);
    }
    return main;
  }

  int mainNumber() {
    return stations.stream().map(Station::id).toList().indexOf(main());
  }

  Blueprint withRides(@Nullable RideModel now) {
    Next next = new Next();
    next.rides = now;
    return next.made();
  }

  Blueprint withHospitals(List<Hospital> now) {
    Next next = new Next();
    next.hospitals = now;
    return next.made();
  }

  Blueprint withUnits(List<Manned> now) {
    Next next = new Next();
    next.units = now;
    return next.made();
  }

  Blueprint withCalls(CallModel now) {
    Next next = new Next();
    next.calls = now;
    return next.made();
  }

  Blueprint withDriving(double now) {
    Next next = new Next();
    next.driving = now;
    return next.made();
  }

  Blueprint withDispatch(Dispatch now) {
    Next next = new Next();
    next.dispatch = now;
    return next.made();
  }

  Blueprint withChain(Chain now) {
    Next next = new Next();
    next.chain = now;
    return next.made();
  }

  /** This blueprint on its way to a changed one: what may change, as it is now. */
  private final class Next {
    private @Nullable RideModel rides = Blueprint.this.rides;
    private List<Hospital> hospitals = Blueprint.this.hospitals;
    private List<Manned> units = Blueprint.this.units;
    private CallModel calls = Blueprint.this.calls;
    private double driving = Blueprint.this.driving;
    private Dispatch dispatch = Blueprint.this.dispatch;
    private Chain chain = Blueprint.this.chain;

    Blueprint made() {
      return new Blueprint(
          region,
          areas,
          regions,
          zones,
          stations,
          standbyPoints,
          hospitals,
          units,
          calls,
          driving,
          dispatch,
          advice,
          chain,
          rides);
    }
  }
}
