package se.dirigent.simulator.twin;

import java.util.List;
import se.dirigent.simulator.ride.model.RideFigure;
import se.dirigent.simulator.ride.model.RideReport;
import se.dirigent.simulator.trial.TrialReport;
import se.dirigent.simulator.trial.TrialReport.Level;

/**
 * What a run came to by one measure.
 *
 * @param measure what is asked for
 * @param of the run
 */
record Measured(Measure measure, RunReport of) {
  /**
   * Whether the value of one run is only known to be no less, since somebody still waited when the
   * run ended.
   */
  boolean isAtLeast() {
    TrialReport run = of.trial();
    return switch (measure.kind()) {
      case RESPONSE_MEDIAN -> level(run).median().atLeast();
      case RESPONSE_P90 -> level(run).p90().atLeast();
      case RESPONSE_MEAN ->
          measure.level() == 0
              ? run.levels().stream().anyMatch(Level::isMeanAtLeast)
              : level(run).isMeanAtLeast();
      case ANSWER_MEAN -> run.chain().answer().isMeanAtLeast();
      case DECISION_MEAN -> decision(run).isMeanAtLeast();
      case DECISION_P90 -> decision(run).p90().atLeast();
      case OFFLOAD_MEAN -> run.chain().offload().isMeanAtLeast();
      case OFFLOAD_P90 -> run.chain().offload().p90().atLeast();
      default -> false;
    };
  }

  /** Whether the run tells anything of it: a type has no figures at a level that no call has. */
  boolean isTold() {
    return measure.by() == Measure.By.TYPE ? level(of.trial()).calls() > 0 : !Double.isNaN(value());
  }

  /** The value in one run; not a number when nothing there can be measured. */
  double value() {
    RideFigure figure = measure.kind().ride();
    if (figure != null) {
      RideReport rides = of.rides();
      return rides == null ? Double.NaN : rides.of(figure);
    }
    return ofCalls(of.trial());
  }

  private double ofCalls(TrialReport run) {
    return switch (measure.kind()) {
      case CALLS -> level(run).calls();
      case UNREACHED -> level(run).unreached();
      case RESPONSE_MEDIAN -> whenAny(run, level(run).median().seconds());
      case RESPONSE_P90 -> whenAny(run, level(run).p90().seconds());
      case RESPONSE_MEAN ->
          measure.level() == 0 ? run.meanSeconds() : whenAny(run, level(run).meanSeconds());
      case WITHIN_GOAL -> whenAny(run, level(run).inTime());
      case COVER -> run.cover();
      case BUSY -> run.busy();
      case OVERTIME -> run.overtimeHoursPerDay();
      case FLIGHT -> run.flightHoursPerDay();
      case MEALS -> (double) run.mealsEaten() / (run.mealsEaten() + run.mealsMissed());
      case MOVES -> run.movesPerShift();
      case REDIRECTED -> run.redirected();
      case TAKEN_OVER -> run.takenOver();
      case WAITING -> run.waiting();
      case ANSWERED_IN_TIME -> answered(run, run.chain().answer().inTime());
      case ANSWER_MEAN -> answered(run, run.chain().answer().meanSeconds());
      case DECISION_MEAN -> decided(run, decision(run).meanSeconds());
      case DECISION_P90 -> decided(run, decision(run).p90().seconds());
      case WAITED -> run.chain().waitedPerDay();
      case OVERDUE -> run.chain().overdueHoursPerDay();
      case WORSENED -> run.chain().worsenedPerDay();
      case UNSEEN -> run.chain().unseen();
      case UNKNOWN -> run.chain().unknownSeconds();
      case OUT_OF_SERVICE -> run.chain().outOfService();
      case OFFLOAD_MEAN -> offloaded(run, run.chain().offload().meanSeconds());
      case OFFLOAD_P90 -> offloaded(run, run.chain().offload().p90().seconds());
      case ELSEWHERE -> run.chain().elsewhere();
      case PLACES_TAKEN -> run.chain().placesTaken();
      case WITH_DOCTOR -> run.chain().withDoctor();
      case DOCTOR_MEAN -> run.chain().doctorSeconds();
      case HELPED -> helped(run);
      case RIDE_ORDERS,
          RIDE_PUNCTUAL,
          RIDE_RIGHT,
          RIDE_STEERED,
          RIDE_OVERSEEN,
          RIDE_ALARMS_OVERSEEN,
          RIDE_FLIGHTS,
          RIDE_FLIGHT_HOURS,
          RIDE_SHARED,
          RIDE_HELICOPTER_TRIPS,
          RIDE_HELICOPTER_HOURS,
          RIDE_ROAD_OUT,
          RIDE_BOUGHT,
          RIDE_RAISED,
          RIDE_FLOWN_FOR_WANT,
          RIDE_CALLED_OFF,
          RIDE_HELD_BACK,
          RIDE_NOT_TAKEN,
          RIDE_ON_CALL,
          RIDE_AMBULANCE_HOURS,
          RIDE_AMBULANCE_HOURS_AWAY,
          RIDE_IN_COUNTY,
          RIDE_SETTLED_AT_HOME,
          RIDE_CONVEYANCES_AVOIDED,
          RIDE_KRONOR_REGION,
          RIDE_KRONOR_FLIGHTS,
          RIDE_KRONOR_HELICOPTERS,
          RIDE_KRONOR_FEE,
          RIDE_KRONOR_TAXIS,
          RIDE_KRONOR_OWN,
          RIDE_KRONOR_STAFF,
          RIDE_KRONOR_OTHERS ->
          Double.NaN; // Of rides.
    };
  }

  private double helped(TrialReport run) {
    return measure.isWhole()
        ? run.regions().stream().mapToDouble(r -> r.helped() * calls(r)).sum()
            / run.regions().stream().mapToDouble(Measured::calls).sum()
        : run.regions().get(measure.part()).helped();
  }

  private static double calls(TrialReport.Region of) {
    return of.levels().stream().mapToLong(Level::calls).sum();
  }

  private static double answered(TrialReport run, double value) {
    return run.chain().answer().calls() == 0 ? Double.NaN : value;
  }

  private static double offloaded(TrialReport run, double value) {
    return run.chain().offload().calls() == 0 ? Double.NaN : value;
  }

  private Level decision(TrialReport run) {
    return run.chain().decision().get(measure.level() - 1);
  }

  private double decided(TrialReport run, double value) {
    return decision(run).calls() == 0 ? Double.NaN : value;
  }

  private double whenAny(TrialReport run, double value) {
    return level(run).calls() == 0 ? Double.NaN : value;
  }

  private Level level(TrialReport run) {
    List<Level> levels =
        switch (measure.by()) {
          case WHOLE -> run.levels();
          case REGION -> run.regions().get(measure.part()).levels();
          case AREA -> run.areas().get(measure.part());
          case TYPE -> run.types().get(measure.part());
        };
    return levels.get(measure.level() - 1);
  }
}
