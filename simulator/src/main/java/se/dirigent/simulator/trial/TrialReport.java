package se.dirigent.simulator.trial;

import java.util.List;

/**
 * What a run came to.
 *
 * @param levels by level of urgency, the most urgent first
 * @param areas the same for each area of the world
 * @param types the same for each type of calls; empty when they differ by level alone. Calls that
 *     an event brings have no type
 * @param regions what each came to; empty in a world of one
 * @param meanSeconds from call to arrival, all levels; at least that when some were not reached
 * @param movesPerShift of standing units, for each crew and shift of twelve hours
 * @param redirected part of calls that a more urgent one took the unit from
 * @param takenOver part of calls that a nearer unit took over
 * @param busy part of their hours on duty that crews had an assignment
 * @param overtimeHoursPerDay after the end of duty, all crews together
 * @param flightHoursPerDay of all helicopters; not a number when there are none
 * @param cover part of the demand that a free ambulance could reach in the first level's time, mean
 *     over the run; not a number in one without calls
 * @param mealsEaten in their window and undisturbed
 * @param mealsMissed not begun in the window, or broken off and not begun anew
 * @param events how much happened
 * @param waiting calls without a unit at the end
 * @param chain what centres and waiting room came to
 * @param traceHash of all that happened and was decided
 */
public record TrialReport(
    List<Level> levels,
    List<List<Level>> areas,
    List<List<Level>> types,
    List<Region> regions,
    double meanSeconds,
    double movesPerShift,
    double redirected,
    double takenOver,
    double busy,
    double overtimeHoursPerDay,
    double flightHoursPerDay,
    double cover,
    long mealsEaten,
    long mealsMissed,
    long events,
    int waiting,
    Chain chain,
    long traceHash) {
  public TrialReport {
    levels = List.copyOf(levels);
    areas = List.copyOf(areas);
    types = List.copyOf(types);
    regions = List.copyOf(regions);
  }

  /**
   * One region of several.
   *
   * @param helped part of its calls that a neighbour's unit met; not a number without any
   */
  public record Region(List<Level> levels, double helped) {
    public Region {
      levels = List.copyOf(levels);
    }
  }

  /**
   * Waits of one level: from call to arrival, or for something else. Without calls its figures are
   * 0.
   *
   * @param calls those that waited; of arrivals those whose goal had passed when the run ended
   * @param unreached of them those whose wait had not ended then
   * @param late part of all that was later than the level's limit, or not reached by then
   * @param meanSeconds of the waits, as far as they had come
   * @param median half waited at most this, to five seconds; to five minutes beyond three hours
   * @param p90 nine of ten waited at most this, as exactly
   */
  public record Level(
      long calls, long unreached, double late, double meanSeconds, Quantile median, Quantile p90) {
    /**
     * A figure is exact when no more than this part of the waits below it had not ended. In every
     * run some few still wait as it ends; one in a hundred, each a while longer, is less than a
     * figure's interval [assumption].
     */
    static final double UNREACHED_MAX = 0.01;

    /** Part that was reached within the limit. */
    public double inTime() {
      return 1 - late;
    }

    /** Whether the mean is only known to be no less. */
    public boolean isMeanAtLeast() {
      return unreached > UNREACHED_MAX * calls;
    }
  }

  /**
   * A quantile.
   *
   * @param atLeast whether it is only known to be no less, since more than one in a hundred waits
   *     were shorter and had not ended
   */
  public record Quantile(double seconds, boolean atLeast) {}

  /**
   * What centres and waiting room came to; not a number where nothing could be measured.
   *
   * @param answer from call to answer, late after 15 seconds
   * @param decision by level, from call until a unit can be sent; late is nothing
   * @param waitedPerDay calls that had to wait for a unit, a day
   * @param overdueHoursPerDay past when they should have been rung back, all who wait
   * @param worsenedPerDay whose condition worsened while they waited or a unit was on its way
   * @param unseen part of them that nobody knew of until the crew was there, or the run ended
   * @param unknownSeconds mean from getting worse until somebody knew, or the run ended
   * @param outOfService mean part of the units that were broken, taken or lost
   * @param offload how long crews waited for a place in an emergency department, some of them still
   * @param elsewhere part of the patients that were taken to another hospital than the nearest
   * @param placesTaken mean part of the places
   * @param withDoctor part of the most urgent calls that a doctor car was sent to as well
   * @param doctorSeconds mean from call until it was there
   */
  public record Chain(
      Level answer,
      List<Level> decision,
      double waitedPerDay,
      double overdueHoursPerDay,
      double worsenedPerDay,
      double unseen,
      double unknownSeconds,
      double outOfService,
      Level offload,
      double elsewhere,
      double placesTaken,
      double withDoctor,
      double doctorSeconds) {
    public Chain {
      decision = List.copyOf(decision);
    }
  }
}
