package se.dirigent.optimiser.distribute;

/**
 * Why a trip goes where it goes: the hospital that would be next best, and what going there would
 * cost, what it does to others included.
 *
 * @param trip number of the trip
 * @param runnerUp number of that hospital, or {@link #NONE}
 * @param dearer harm that going there would add, by the prices of hospitals' hours and of the
 *     vehicle's time; at least 0
 * @param sure chance, 0.5 to 1, that it is dearer when ways take longer or shorter than expected
 */
public record Choice(int trip, int runnerUp, double dearer, double sure) {
  /** No other hospital takes all on board in time. */
  public static final int NONE = -1;
}
