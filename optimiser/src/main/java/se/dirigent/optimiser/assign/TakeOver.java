package se.dirigent.optimiser.assign;

import java.util.List;

/**
 * Whether cases should change units after all, since chances have changed: a unit that has just
 * become free takes over from one that is still rolling, or two rolling units exchange their cases.
 *
 * @param gainMin least gain for which two crews are given new orders, in seconds
 * @param late what it is worth that an arrival comes in time and not too late, in seconds
 * @param weights what a second counts at each level of urgency, from 1 on
 */
public record TakeOver(double gainMin, double late, List<Double> weights) {
  public TakeOver {
    weights = List.copyOf(weights);
    if (!(gainMin > 0 && late >= 0)) {
      throw new IllegalArgumentException(
          "gainMin is " + gainMin + " and late " + late + "; give a gain above 0, late from 0 up");
    }
  }

  /**
   * An hour for being in time; below level 1 a second counts a third; a minute at least. Found by
   * simulation on the model of Auckland, see docs/figures.md.
   */
  public static TakeOver defaults() {
    return new TakeOver(60, 3_600, List.of(1.0, 0.3, 0.3, 0.3));
  }

  /**
   * What one case gains by another unit, in seconds of level 1; below 0 when it loses.
   *
   * @param level urgency of the case
   * @param left seconds until the unit that has it arrives
   * @param instead seconds until the other would
   * @param limit seconds from now at which an arrival is too late; below 0 when it is already
   */
  public double saved(int level, double left, double instead, double limit) {
    double inTime = (instead <= limit ? late : 0) - (left <= limit ? late : 0);
    return weights.get(Math.min(level, weights.size()) - 1) * (left - instead + inTime);
  }
}
