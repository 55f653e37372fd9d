package se.dirigent.simulator.trial;

import java.util.List;

/**
 * What a run came to.
 *
 * @param levels by level of urgency, the most urgent first
 * @param meanSeconds from call to arrival, all levels
 * @param movesPerShift of standing units, for each crew and shift of twelve hours
 * @param redirected part of calls that a more urgent one took the unit from
 * @param takenOver part of calls that a nearer unit took over
 * @param busy part of their hours on duty that crews had an assignment
 * @param events how much happened
 * @param waiting calls without a unit at the end
 * @param traceHash of all that happened and was decided
 */
public record TrialReport(
    List<Level> levels,
    double meanSeconds,
    double movesPerShift,
    double redirected,
    double takenOver,
    double busy,
    long events,
    int waiting,
    long traceHash) {
  public TrialReport {
    levels = List.copyOf(levels);
  }

  /**
   * One level.
   *
   * @param arrivals how many
   * @param late part of them later than the level's limit
   * @param meanSeconds from call to arrival
   */
  public record Level(long arrivals, double late, double meanSeconds) {}
}
