package se.dirigent.optimiser.standby;

/**
 * What decides where units stand.
 *
 * @param busy chance that a unit is busy when a call comes, as the cover counts it, 0 to below 1
 * @param gainMin least betterment for which a unit that stands is moved, as part of all calls
 * @param gainPerHour how much more each hour of driving must bring, as part of all calls
 * @param gainPerMove how much more it must bring for each move that its crew has made this shift
 * @param movesPerShiftMax how often a standing crew may be moved in a shift; 0 moves none
 */
public record StandbyRules(
    double busy, double gainMin, double gainPerHour, double gainPerMove, int movesPerShiftMax) {
  public StandbyRules {
    if (!(gainMin >= 0 && gainPerHour >= 0 && gainPerMove >= 0 && movesPerShiftMax >= 0)) {
      throw new IllegalArgumentException(
          "gainMin, gainPerHour, gainPerMove and movesPerShiftMax are "
              + gainMin
              + ", "
              + gainPerHour
              + ", "
              + gainPerMove
              + " and "
              + movesPerShiftMax
              + "; give numbers from 0 up");
    }
  }

  /**
   * DMEXCLP as published: only a unit that has just become free is sent, to the base of largest
   * gain however far, and nobody who stands is moved (Jagtenberg, Bhulai and van der Mei 2015).
   */
  public static StandbyRules published(double busy) {
    return new StandbyRules(busy, 0, 0, 0, 0);
  }

  /**
   * Found by simulation on Auckland and Jämtland Härjedalen, see docs/figures.md: a standing crew
   * is moved when half a call in a hundred is gained, a fifth of a call in a hundred more for each
   * move it has made this shift, four times at most.
   */
  public static StandbyRules defaults() {
    return new StandbyRules(0.2, 0.005, 0.0005, 0.002, 4);
  }
}
