package se.dirigent.server.platform.region;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.alarm.AlarmKind;
import se.dirigent.core.facility.FacilityKind;
import se.dirigent.core.fleet.Capability;
import se.dirigent.core.fleet.CrewMember;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.geo.Position;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.optimiser.assign.TakeOver;
import se.dirigent.optimiser.standby.Reach;
import se.dirigent.optimiser.standby.StandbyRules;

/**
 * A region as its pack describes it: the shape of {@code regions/<code>.json}.
 *
 * @param countyCode Statistics Sweden's two digits
 * @param population inhabitants
 * @param timeZone the zone of shifts and hour shares, for instance {@code Europe/Stockholm}
 * @param sources where every fact is from; what is invented says so
 * @param advice the region's own figures for advice, or null for the defaults
 * @param bounds west, south, east, north in degrees
 * @param agreements with neighbours about lending units; null for none
 */
public record RegionPack(
    RegionCode code,
    String countyCode,
    String name,
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
    List<PackStation> stations,
    List<PackUnit> units,
    List<PackPriority> priorities,
    PackRules rules,
    Demand demand,
    @Nullable PackAdvice advice,
    @Nullable List<PackAgreement> agreements) {

  /** Where a fact is from. */
  public record Source(
      String what, String source, @Nullable String licence, @Nullable String date) {}

  /**
   * A GeoJSON geometry.
   *
   * @param coordinates polygons of rings of {@code [longitude, latitude]} degrees
   */
  public record GeoJson(String type, List<List<List<List<Double>>>> coordinates) {}

  /** A municipality with its inhabitants' centre. */
  public record Municipality(
      String code, String name, int population, double areaKm2, Position position) {}

  /** A town or village. */
  public record Place(String name, String municipality, int population, Position position) {}

  /** A hospital; the quality of its position is SURVEYED or APPROXIMATE. */
  public record PackFacility(
      String id,
      String name,
      FacilityKind kind,
      String level,
      Position position,
      String positionQuality,
      boolean synthetic) {}

  /** A station. */
  public record PackStation(String id, String name, Position position, boolean synthetic) {}

  /** A unit with its usual shifts. */
  public record PackUnit(
      UnitId id,
      String callSign,
      UnitKind kind,
      List<Capability> capabilities,
      String station,
      String owner,
      boolean special,
      List<CrewMember> crew,
      List<PackShift> shifts,
      boolean synthetic) {}

  /** A usual shift in local time; an end not after the start is the next day. */
  public record PackShift(
      String days,
      LocalTime start,
      LocalTime end,
      @Nullable LocalTime mealStart,
      @Nullable LocalTime mealEnd) {}

  /** A step of the priority scale; times in seconds. */
  public record PackPriority(
      String code,
      String label,
      String labelEn,
      int level,
      int acknowledgeSeconds,
      @Nullable Integer rollSeconds,
      @Nullable Integer firstContactSeconds,
      @Nullable Integer thenEverySeconds,
      @Nullable Integer unassignedAlarmSeconds) {}

  /** Rules that are numbers; what each means stands at the core's rules of the same name. */
  public record PackRules(
      int retaskAfterHandoverSeconds,
      int lapseStepSeconds,
      int missedContactsToEscalate,
      int contactGraceSeconds,
      int contactAheadMaxSeconds,
      int threatLifeDays,
      @Nullable PackAlarms alarms,
      @Nullable PackTriage triage) {}

  /**
   * The region's own times for alarms, in seconds; what is not named keeps its default.
   *
   * @param act from an alarm until somebody must have acted, by kind
   */
  public record PackAlarms(
      @Nullable Map<AlarmKind, Integer> act, @Nullable Integer positionAgeMax) {}

  /** The region's own rules for the second stage of triage; what each means stands in the core. */
  public record PackTriage(
      int answerUrgentSeconds,
      int answerSeconds,
      int assessmentMaxSeconds,
      int bookingAheadMaxDays,
      int referralLevelMin) {}

  /** How often somebody calls: incidents a day, and each hour's share of them. */
  public record Demand(double incidentsPerDay, List<Double> hourShare, String source) {}

  /**
   * The region's own figures for advice; what is not named keeps its default.
   *
   * @param weights what each part of a choice's cost counts, by level
   * @param coverGoals what being covered means, by level; none for the defaults
   * @param standbyPoints where units may stand beside the stations; null for nowhere
   * @param relocation how much moving about crews bear, or null for the defaults
   * @param waiting what letting somebody wait costs, by level; null for the defaults
   * @param ranking what units can do and how long they take, or null for the defaults
   * @param assignmentSeconds how long an assignment keeps a unit on average, or null
   * @param takeOver when a unit just freed relieves one on its way, or null for the defaults
   * @param shown from where on the page tells apart, or null for the defaults
   */
  public record PackAdvice(
      List<PackWeights> weights,
      List<PackGoal> coverGoals,
      @Nullable List<PackStation> standbyPoints,
      @Nullable PackRelocation relocation,
      @Nullable List<PackWaiting> waiting,
      @Nullable PackRanking ranking,
      @Nullable Integer assignmentSeconds,
      @Nullable PackTakeOver takeOver,
      @Nullable PackShown shown) {}

  /**
   * When a unit that has just become free takes over a case from one still on its way.
   *
   * @param gainMinSeconds least gain for which two crews are given new orders
   * @param lateSeconds what it is worth that an arrival comes in time and not too late
   * @param weights what a second counts at each level of urgency, from 1 on
   * @param freshSeconds how long after it became free a unit counts as just freed
   */
  public record PackTakeOver(
      double gainMinSeconds, double lateSeconds, List<Double> weights, int freshSeconds) {
    /** The region's own, or the optimiser's; just freed for ten minutes [assumption]. */
    public static PackTakeOver of(@Nullable PackAdvice advice) {
      PackTakeOver own = advice == null ? null : advice.takeOver();
      TakeOver d = TakeOver.defaults();
      return own == null ? new PackTakeOver(d.gainMin(), d.late(), d.weights(), 600) : own;
    }
  }

  /**
   * What the page tells apart in words, signs and colours.
   *
   * @param coverGood share from which a place counts as covered, 0 to 1
   * @param coverThin share below which it counts as bare
   * @param mealLeastSeconds a meal that is left less than this is lost
   */
  public record PackShown(double coverGood, double coverThin, int mealLeastSeconds) {
    public PackShown {
      if (!(coverThin > 0 && coverThin <= coverGood && coverGood <= 1 && mealLeastSeconds >= 0)) {
        throw new IllegalArgumentException(
            "coverGood is %s, coverThin %s and mealLeastSeconds %s; give shares up to 1 in order"
                .formatted(coverGood, coverThin, mealLeastSeconds));
      }
    }

    /**
     * The figures used until a region brings its own, all [assumption]: nine of ten is what most
     * goals ask for, seven of ten is a hole, half an hour is a meal.
     */
    public static PackShown defaults() {
      return new PackShown(0.9, 0.7, 1_800);
    }
  }

  /**
   * What letting somebody of a level wait costs; see the optimiser's prices of the same names.
   *
   * @param leaveSeconds price of leaving the case without a unit now
   * @param ageing how much that grows for each second waited; above 0, so that nobody starves
   * @param urgency how much a second of arrival counts beside one of level 4
   */
  public record PackWaiting(int level, double leaveSeconds, double ageing, double urgency) {}

  /**
   * What units can do and how long they take; what is null keeps its default.
   *
   * @param lightsLevelMax the least urgent level driven with lights and siren
   * @param positionOldSeconds age from which a position is called old
   * @param positionLostSeconds age from which a position says nothing
   * @param assignmentAfterArrivalSeconds how long an assignment lasts after arrival
   * @param soonFreeSeconds a unit free within this time is worth waiting for
   * @param spread how much later than the median nine of ten arrivals are
   * @param kinds kinds of unit that do not keep their default
   */
  public record PackRanking(
      @Nullable Integer lightsLevelMax,
      @Nullable Integer positionOldSeconds,
      @Nullable Integer positionLostSeconds,
      @Nullable Integer assignmentAfterArrivalSeconds,
      @Nullable Integer soonFreeSeconds,
      @Nullable PackSpread spread,
      @Nullable List<PackKind> kinds) {}

  /**
   * How much later than the median nine of ten arrivals are.
   *
   * @param fixedSeconds added to every journey
   * @param shareOfTravel added per second of median travel
   * @param shareOfWait added per second of waiting until the unit is free
   */
  public record PackSpread(double fixedSeconds, double shareOfTravel, double shareOfWait) {}

  /**
   * What a kind of unit can do at incidents.
   *
   * @param mode how it travels, as the travel times name it, for instance ROAD or AIR
   * @param conveys whether it can take a patient along
   * @param levelMostUrgent the most urgent level it may meet alone, 1 to 4; 5 for never
   */
  public record PackKind(UnitKind kind, String mode, boolean conveys, int levelMostUrgent) {}

  /**
   * Where free units stand, how much moving about crews bear, and from when a unit counts as
   * standing somewhere. Gains are parts of the most urgent calls reached within the steps.
   *
   * @param busy chance that a unit is busy when a call comes, 0 to below 1
   * @param steps the times within which it matters to be there
   * @param movesPerShiftMax how often a crew that stands may be moved in a shift
   * @param restSeconds how long it is then left in peace, also after a refused proposal
   * @param travelSecondsMax how far it may be sent when it stands
   * @param gainMin least betterment
   * @param gainPerHourOfTravel how much more for each hour of driving
   * @param gainPerMove how much more for each move the crew has made this shift
   * @param answerSeconds how long a crew has to answer an order
   * @param proposalsMax most proposals at once
   * @param placeMetres this near a place a unit stands there
   * @param standsAfterSeconds standing so long at another place than its own is a move of its own
   */
  public record PackRelocation(
      double busy,
      List<PackStep> steps,
      int movesPerShiftMax,
      int restSeconds,
      int travelSecondsMax,
      double gainMin,
      double gainPerHourOfTravel,
      double gainPerMove,
      int proposalsMax,
      int answerSeconds,
      int placeMetres,
      int standsAfterSeconds) {
    /**
     * The figures used until a region brings its own: those of the optimiser's standby rules, found
     * by simulation; and [assumption] three proposals, two minutes to answer, a place 400 m wide,
     * and who has stood for ten minutes has not just driven by.
     */
    public static PackRelocation defaults() {
      StandbyRules d = StandbyRules.defaults();
      return new PackRelocation(
          d.busy(),
          d.steps().stream().map(s -> new PackStep(s.part(), s.weight())).toList(),
          d.movesPerShiftMax(),
          (int) d.restAfterMove().toSeconds(),
          (int) d.travelMax().toSeconds(),
          d.gainMin(),
          d.gainPerHour(),
          d.gainPerMove(),
          3,
          120,
          400,
          600);
    }

    /** The same as the optimiser's rules. */
    public StandbyRules rules() {
      return new StandbyRules(
          busy,
          gainMin,
          gainPerHourOfTravel,
          gainPerMove,
          movesPerShiftMax,
          Duration.ofSeconds(restSeconds),
          Duration.ofSeconds(travelSecondsMax),
          steps.stream().map(s -> new Reach.Step(s.part(), s.weight())).toList());
    }
  }

  /** A part of the goal's time within which it matters to be there, and how much. */
  public record PackStep(double part, double weight) {}

  /**
   * What has been agreed with a neighbour: which of its units may be asked for, and when.
   *
   * @param kinds of units that may be asked for
   * @param levels of incidents they may be asked for
   * @param condition on what terms, in words for the dispatcher
   */
  public record PackAgreement(
      RegionCode neighbour,
      List<UnitKind> kinds,
      List<Integer> levels,
      String condition,
      String conditionEn,
      boolean synthetic) {}

  /**
   * Weights of one level.
   *
   * @param perUnit by the name of the part: seconds of later arrival for one unit of its amount
   */
  public record PackWeights(int level, Map<String, Double> perUnit) {}

  /**
   * What being covered means at one level.
   *
   * @param share the level's part of all calls, 0 to 1
   * @param withinSeconds from assignment to arrival
   * @param turnoutSeconds from assignment until rolling
   */
  public record PackGoal(int level, double share, int withinSeconds, int turnoutSeconds) {}
}
