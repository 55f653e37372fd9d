package se.dirigent.simulator.trial;

import java.util.List;

/**
 * What a run came to.
 *
 * @param levels by level of urgency, the most urgent first
 * @param areas the same for each area of the world
 * @param meanSeconds from call to arrival, all levels
 * @param movesPerShift of standing units, for each crew and shift of twelve hours
 * @param redirected part of calls that a more urgent one took the unit from
 * @param takenOver part of calls that a nearer unit took over
 * @param busy part of their hours on duty that crews had an assignment
 * @param overtimeHoursPerDay after the end of duty, all crews together
 * @param mealsEaten in their window and undisturbed
 * @param mealsMissed not begun in the window, or broken off and not begun anew
 * @param events how much happened
 * @param waiting calls without a unit at the end
 * @param traceHash of all that happened and was decided
 */
public record TrialReport(
    List<Level> levels,
    List<List<Level>> areas,
    double meanSeconds,
    double movesPerShift,
    double redirected,
    double takenOver,
    double busy,
    double overtimeHoursPerDay,
    long mealsEaten,
    long mealsMissed,
    long events,
    int waiting,
    long traceHash) {
  public TrialReport {
    levels = List.copyOf(levels);
    areas = List.copyOf(areas);
  }

  /**
   * One level. Without arrivals its figures are 0.
   *
   * @param arrivals how many
   * @param late part of them later than the level's limit
   * @param meanSeconds from call to arrival
   * @param medianSeconds the same, to five seconds
   * @param p90Seconds nine of ten arrive within this, to five seconds
   */
  public record Level(
      long arrivals, double late, double meanSeconds, double medianSeconds, double p90Seconds) {}
}
