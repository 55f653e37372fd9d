package se.dirigent.simulator.twin;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.simulator.ride.model.RideFigure;

/**
 * One thing that is measured in every run.
 *
 * @param kind what
 * @param level of urgency from 1, or 0 when it is of all
 * @param by what the calls are told apart by
 * @param part index of the blueprint's regions, areas or types of calls; −1 when it is of all
 */
public record Measure(Kind kind, int level, By by, int part) {
  /** Of all calls everywhere. */
  public Measure(Kind kind, int level) {
    this(kind, level, By.WHOLE, -1);
  }

  /** Whether it is of all calls everywhere. */
  public boolean isWhole() {
    return by == By.WHOLE;
  }

  /** What calls are told apart by, beside their level. */
  public enum By {
    /** Nothing: all of them. */
    WHOLE,
    /** The region that they come from, among several. */
    REGION,
    /** The municipality that they come from. */
    AREA,
    /** Why somebody called. */
    TYPE;

    /** What its parts are called in a world, in their order; none of the whole. */
    public List<String> names(Blueprint in) {
      return switch (this) {
        case WHOLE -> List.of();
        case REGION -> in.regions().stream().map(Blueprint.Region::name).toList();
        case AREA -> in.areas();
        case TYPE -> in.typeNames();
      };
    }
  }

  /** What is measured, and in which unit. */
  public enum Kind {
    /** Calls that the response times are of, a run: their goal had passed when it ended. */
    CALLS(Unit.COUNT),
    /** Of them those that nobody had reached when it ended. */
    UNREACHED(Unit.COUNT),
    /** From call to arrival, half of all. */
    RESPONSE_MEDIAN(Unit.SECONDS),
    /** From call to arrival, nine of ten. */
    RESPONSE_P90(Unit.SECONDS),
    /** From call to arrival, mean. */
    RESPONSE_MEAN(Unit.SECONDS),
    /** Calls reached within the level's goal; who was never reached was not. */
    WITHIN_GOAL(Unit.SHARE),
    /** Demand that a free ambulance could reach in the first level's time from alarm, mean. */
    COVER(Unit.SHARE),
    /** Part of the hours on duty with an assignment. */
    BUSY(Unit.SHARE),
    /** Hours after the end of duty, a day, all crews. */
    OVERTIME(Unit.HOURS),
    /** Hours that helicopters fly, a day. */
    FLIGHT(Unit.HOURS),
    /** Meals eaten in their window, undisturbed. */
    MEALS(Unit.SHARE),
    /** Moves of standing units, each crew and shift. */
    MOVES(Unit.COUNT),
    /** Calls that a more urgent one took the unit from. */
    REDIRECTED(Unit.SHARE),
    /** Calls that a nearer unit took over. */
    TAKEN_OVER(Unit.SHARE),
    /** Calls without a unit when the run ends. */
    WAITING(Unit.COUNT),
    /** Calls answered within 15 seconds; who was never answered was not. */
    ANSWERED_IN_TIME(Unit.SHARE),
    /** From call to answer, mean. */
    ANSWER_MEAN(Unit.SECONDS),
    /** From call until a unit can be sent, mean. */
    DECISION_MEAN(Unit.SECONDS),
    /** From call until a unit can be sent, nine of ten. */
    DECISION_P90(Unit.SECONDS),
    /** Calls that had to wait for a unit, a day. */
    WAITED(Unit.COUNT),
    /** Hours that those who waited were past being rung back, a day. */
    OVERDUE(Unit.HOURS),
    /** Those who got worse while they waited, a day. */
    WORSENED(Unit.COUNT),
    /** Of them those that nobody knew of until a crew was there. */
    UNSEEN(Unit.SHARE),
    /** From getting worse until somebody knew, mean. */
    UNKNOWN(Unit.SECONDS),
    /** Units that were broken, taken or lost. */
    OUT_OF_SERVICE(Unit.SHARE),
    /** Crews' wait for a place in an emergency department, mean. */
    OFFLOAD_MEAN(Unit.SECONDS),
    /** Crews' wait for a place in an emergency department, nine of ten. */
    OFFLOAD_P90(Unit.SECONDS),
    /** Patients taken to another hospital than the nearest. */
    ELSEWHERE(Unit.SHARE),
    /** Places of emergency departments that are taken. */
    PLACES_TAKEN(Unit.SHARE),
    /** Most urgent calls that a doctor car came to as well. */
    WITH_DOCTOR(Unit.SHARE),
    /** From call until the doctor car is there, mean. */
    DOCTOR_MEAN(Unit.SECONDS),
    /** Calls that a neighbouring region's unit came to. */
    HELPED(Unit.SHARE),
    /** As {@link RideFigure#ORDERS}. */
    RIDE_ORDERS(Unit.COUNT, RideFigure.ORDERS),
    /** As {@link RideFigure#PUNCTUAL}. */
    RIDE_PUNCTUAL(Unit.SHARE, RideFigure.PUNCTUAL),
    /** As {@link RideFigure#RIGHT}. */
    RIDE_RIGHT(Unit.SHARE, RideFigure.RIGHT),
    /** As {@link RideFigure#STEERED}. */
    RIDE_STEERED(Unit.COUNT, RideFigure.STEERED),
    /** As {@link RideFigure#OVERSEEN}. */
    RIDE_OVERSEEN(Unit.COUNT, RideFigure.OVERSEEN),
    /** As {@link RideFigure#ALARMS_OVERSEEN}. */
    RIDE_ALARMS_OVERSEEN(Unit.SHARE, RideFigure.ALARMS_OVERSEEN),
    /** As {@link RideFigure#FLIGHTS}. */
    RIDE_FLIGHTS(Unit.COUNT, RideFigure.FLIGHTS),
    /** As {@link RideFigure#FLIGHT_HOURS}. */
    RIDE_FLIGHT_HOURS(Unit.HOURS, RideFigure.FLIGHT_HOURS),
    /** As {@link RideFigure#SHARED}. */
    RIDE_SHARED(Unit.COUNT, RideFigure.SHARED),
    /** As {@link RideFigure#HELICOPTER_TRIPS}. */
    RIDE_HELICOPTER_TRIPS(Unit.COUNT, RideFigure.HELICOPTER_TRIPS),
    /** As {@link RideFigure#HELICOPTER_HOURS}. */
    RIDE_HELICOPTER_HOURS(Unit.HOURS, RideFigure.HELICOPTER_HOURS),
    /** As {@link RideFigure#ROAD_OUT}. */
    RIDE_ROAD_OUT(Unit.COUNT, RideFigure.ROAD_OUT),
    /** As {@link RideFigure#BOUGHT}. */
    RIDE_BOUGHT(Unit.COUNT, RideFigure.BOUGHT),
    /** As {@link RideFigure#RAISED}. */
    RIDE_RAISED(Unit.COUNT, RideFigure.RAISED),
    /** As {@link RideFigure#FLOWN_FOR_WANT}. */
    RIDE_FLOWN_FOR_WANT(Unit.COUNT, RideFigure.FLOWN_FOR_WANT),
    /** As {@link RideFigure#CALLED_OFF}. */
    RIDE_CALLED_OFF(Unit.COUNT, RideFigure.CALLED_OFF),
    /** As {@link RideFigure#HELD_BACK}. */
    RIDE_HELD_BACK(Unit.COUNT, RideFigure.HELD_BACK),
    /** As {@link RideFigure#NOT_TAKEN}. */
    RIDE_NOT_TAKEN(Unit.COUNT, RideFigure.NOT_TAKEN),
    /** As {@link RideFigure#ON_CALL}. */
    RIDE_ON_CALL(Unit.COUNT, RideFigure.ON_CALL),
    /** As {@link RideFigure#AMBULANCE_HOURS}. */
    RIDE_AMBULANCE_HOURS(Unit.HOURS, RideFigure.AMBULANCE_HOURS),
    /** As {@link RideFigure#AMBULANCE_HOURS_AWAY}. */
    RIDE_AMBULANCE_HOURS_AWAY(Unit.HOURS, RideFigure.AMBULANCE_HOURS_AWAY),
    /** As {@link RideFigure#IN_COUNTY}. */
    RIDE_IN_COUNTY(Unit.COUNT, RideFigure.IN_COUNTY),
    /** As {@link RideFigure#SETTLED_AT_HOME}. */
    RIDE_SETTLED_AT_HOME(Unit.COUNT, RideFigure.SETTLED_AT_HOME),
    /** As {@link RideFigure#CONVEYANCES_AVOIDED}. */
    RIDE_CONVEYANCES_AVOIDED(Unit.COUNT, RideFigure.CONVEYANCES_AVOIDED),
    /** As {@link RideFigure#KRONOR_REGION}. */
    RIDE_KRONOR_REGION(Unit.KRONOR, RideFigure.KRONOR_REGION),
    /** As {@link RideFigure#KRONOR_FLIGHTS}. */
    RIDE_KRONOR_FLIGHTS(Unit.KRONOR, RideFigure.KRONOR_FLIGHTS),
    /** As {@link RideFigure#KRONOR_HELICOPTERS}. */
    RIDE_KRONOR_HELICOPTERS(Unit.KRONOR, RideFigure.KRONOR_HELICOPTERS),
    /** As {@link RideFigure#KRONOR_FEE}. */
    RIDE_KRONOR_FEE(Unit.KRONOR, RideFigure.KRONOR_FEE),
    /** As {@link RideFigure#KRONOR_TAXIS}. */
    RIDE_KRONOR_TAXIS(Unit.KRONOR, RideFigure.KRONOR_TAXIS),
    /** As {@link RideFigure#KRONOR_OWN}. */
    RIDE_KRONOR_OWN(Unit.KRONOR, RideFigure.KRONOR_OWN),
    /** As {@link RideFigure#KRONOR_STAFF}. */
    RIDE_KRONOR_STAFF(Unit.KRONOR, RideFigure.KRONOR_STAFF),
    /** As {@link RideFigure#KRONOR_OTHERS}. */
    RIDE_KRONOR_OTHERS(Unit.KRONOR, RideFigure.KRONOR_OTHERS);

    private final Unit unit;
    private final @Nullable RideFigure ride;

    Kind(Unit unit) {
      this(unit, null);
    }

    Kind(Unit unit, @Nullable RideFigure ride) {
      this.unit = unit;
      this.ride = ride;
    }

    /** What it is of care transports, or null when it is of calls. */
    public @Nullable RideFigure ride() {
      return ride;
    }

    /** In what it is counted. */
    public Unit unit() {
      return unit;
    }
  }

  /** In what something is counted; a share is 0 to 1. */
  public enum Unit {
    COUNT,
    SECONDS,
    SHARE,
    HOURS,
    KRONOR
  }

  private static final List<Kind> OF_LEVEL =
      List.of(
          Kind.WITHIN_GOAL,
          Kind.RESPONSE_MEDIAN,
          Kind.RESPONSE_P90,
          Kind.RESPONSE_MEAN,
          Kind.CALLS,
          Kind.UNREACHED,
          Kind.DECISION_MEAN,
          Kind.DECISION_P90);

  private static final List<Kind> OF_ALL =
      List.of(
          Kind.RESPONSE_MEAN,
          Kind.COVER,
          Kind.BUSY,
          Kind.OVERTIME,
          Kind.FLIGHT,
          Kind.MEALS,
          Kind.MOVES,
          Kind.REDIRECTED,
          Kind.TAKEN_OVER,
          Kind.WAITING,
          Kind.ANSWERED_IN_TIME,
          Kind.ANSWER_MEAN,
          Kind.WAITED,
          Kind.OVERDUE,
          Kind.WORSENED,
          Kind.UNSEEN,
          Kind.UNKNOWN,
          Kind.OUT_OF_SERVICE,
          Kind.OFFLOAD_MEAN,
          Kind.OFFLOAD_P90,
          Kind.ELSEWHERE,
          Kind.PLACES_TAKEN,
          Kind.WITH_DOCTOR,
          Kind.DOCTOR_MEAN,
          Kind.HELPED);

  private static final List<Kind> OF_AREA =
      List.of(Kind.WITHIN_GOAL, Kind.RESPONSE_MEDIAN, Kind.RESPONSE_P90, Kind.UNREACHED);

  private static final List<Kind> OF_REGION =
      List.of(
          Kind.WITHIN_GOAL, Kind.RESPONSE_MEDIAN, Kind.RESPONSE_P90, Kind.CALLS, Kind.UNREACHED);

  private static final List<Kind> OF_TYPE =
      List.of(Kind.WITHIN_GOAL, Kind.RESPONSE_MEDIAN, Kind.RESPONSE_P90, Kind.CALLS);

  /** All that can be measured in a world, in the order it is read. */
  public static List<Measure> all(int levels, int regions, int areas, int types) {
    List<Measure> all = new ArrayList<>();
    for (int level = 1; level <= levels; level++) {
      for (Kind kind : OF_LEVEL) {
        all.add(new Measure(kind, level));
      }
    }
    OF_ALL.forEach(kind -> all.add(new Measure(kind, 0)));
    for (Kind kind : Kind.values()) {
      if (kind.ride() != null) {
        all.add(new Measure(kind, 0));
      }
    }
    for (int region = 0; region < regions; region++) {
      add(all, OF_REGION, levels, By.REGION, region);
      all.add(new Measure(Kind.HELPED, 0, By.REGION, region));
    }
    for (int type = 0; type < types; type++) {
      add(all, OF_TYPE, levels, By.TYPE, type);
    }
    for (int area = 0; area < areas; area++) {
      add(all, OF_AREA, levels, By.AREA, area);
    }
    return all;
  }

  private static void add(List<Measure> all, List<Kind> kinds, int levels, By by, int part) {
    for (int level = 1; level <= levels; level++) {
      for (Kind kind : kinds) {
        all.add(new Measure(kind, level, by, part));
      }
    }
  }
}
