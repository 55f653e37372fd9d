package se.dirigent.optimiser.cover;

import java.time.Duration;

/**
 * How much moving about crews can bear.
 *
 * @param movesPerShiftMax how often a crew may be moved in a shift
 * @param restAfterMove how long it is then left in peace
 * @param travelMax how far it may be sent
 * @param gainMin least betterment a move must bring: calls of the next hour, weighed by level
 * @param gainPerHourOfTravel how much more it must bring for each hour of driving
 * @param proposalsMax most proposals at once: more than a dispatcher can carry out is no help
 */
public record RelocationRules(
    int movesPerShiftMax,
    Duration restAfterMove,
    Duration travelMax,
    double gainMin,
    double gainPerHourOfTravel,
    int proposalsMax) {
  public RelocationRules {
    if (movesPerShiftMax < 0 || proposalsMax < 0 || proposalsMax > 50) {
      throw new IllegalArgumentException(
          "movesPerShiftMax is "
              + movesPerShiftMax
              + " and proposalsMax "
              + proposalsMax
              + "; give numbers from 0 up, proposalsMax 50 at most");
    }
  }

  /**
   * The figures used until a region brings its own, all [assumption]: two moves a shift, an hour
   * between them, 40 minutes of driving, one call in fifty, three proposals.
   */
  public static RelocationRules defaults() {
    return new RelocationRules(2, Duration.ofHours(1), Duration.ofMinutes(40), 0.02, 0.02, 3);
  }
}
