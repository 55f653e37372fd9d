package se.dirigent.optimiser.standby;

import java.time.Duration;
import java.util.List;
import se.dirigent.optimiser.standby.Reach.Step;

/**
 * What decides where units stand. Gains are parts of all calls that are reached within the steps.
 *
 * @param busy chance that a unit is busy when a call comes, as the cover counts it, 0 to below 1
 * @param gainMin least betterment for which a unit that stands is moved
 * @param gainPerHour how much more each hour of driving must bring
 * @param gainPerMove how much more it must bring for each move that its crew has made this shift
 * @param movesPerShiftMax how often a standing crew may be moved in a shift; 0 moves none
 * @param restAfterMove how long a crew is left in peace after a move
 * @param travelMax how far a unit that stands may be sent; one just freed has to drive anyway
 * @param steps the times within which it matters to be there
 */
public record StandbyRules(
    double busy,
    double gainMin,
    double gainPerHour,
    double gainPerMove,
    int movesPerShiftMax,
    Duration restAfterMove,
    Duration travelMax,
    List<Step> steps) {
  public StandbyRules {
    steps = List.copyOf(steps);
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
    if (steps.isEmpty() || restAfterMove.isNegative() || !travelMax.isPositive()) {
      throw new IllegalArgumentException(
          "steps are %s, restAfterMove %s and travelMax %s; give a step, a rest and a way"
              .formatted(steps, restAfterMove, travelMax));
    }
  }

  /**
   * DMEXCLP as published: only a unit that has just become free is sent, to the base of largest
   * gain however far, and nobody who stands is moved (Jagtenberg, Bhulai and van der Mei 2015).
   */
  public static StandbyRules published(double busy) {
    Duration anyhow = Duration.ofDays(1);
    return new StandbyRules(busy, 0, 0, 0, 0, Duration.ZERO, anyhow, List.of(new Step(1, 1)));
  }

  /**
   * Found by simulation with seeds 1 to 8 on Västra Götaland, Norrbotten, Jämtland Härjedalen and
   * Östergötland together, see docs/figures.md: a standing crew is moved when two calls in a
   * thousand are gained and two more for each move it has made this shift, twice at most; being
   * there in seven and in four tenths of the goal's time counts three tenths of being there within
   * it. A drive of an hour and a half at most: with 40 minutes the north gains little. An hour's
   * rest is an assumption.
   */
  public static StandbyRules defaults() {
    return new StandbyRules(
        0.15,
        0.002,
        0.0005,
        0.002,
        2,
        Duration.ofHours(1),
        Duration.ofMinutes(90),
        List.of(new Step(1, 1), new Step(0.7, 0.3), new Step(0.4, 0.3)));
  }
}
