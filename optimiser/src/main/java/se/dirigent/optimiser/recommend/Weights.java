package se.dirigent.optimiser.recommend;

import java.util.Map;

/**
 * What one unit of each part's amount counts as, in seconds of later arrival. Arrival itself counts
 * as it is.
 *
 * @param perUnit from zero up; a part that is not named counts for nothing
 */
public record Weights(Map<CostPart, Double> perUnit) {
  public Weights {
    perUnit = Map.copyOf(perUnit);
    perUnit.forEach((part, weight) -> {
      if (!(weight >= 0 && weight <= 1e6)) {
        throw new IllegalArgumentException(
            "the weight of " + part + " is " + weight + "; give a number from 0 to 1 000 000");
      }
    });
    if (perUnit.containsKey(CostPart.ARRIVAL)) {
      throw new IllegalArgumentException(
          "ARRIVAL has a weight; it is what the others are measured in, so leave it out");
    }
  }

  /** The weight of a part. */
  public double of(CostPart part) {
    return part == CostPart.ARRIVAL ? 1 : perUnit.getOrDefault(part, 0.0);
  }

  /**
   * The weights used until a region brings its own, all [assumption].
   *
   * <ul>
   *   <li>Level 1: the nearest suitable unit. Only what makes its arrival doubtful counts, and a
   *       redirect: it must save two minutes, shared by the levels between.
   *   <li>Levels 2 to 4: the less urgent, the more the cover left behind, the crew's day and the
   *       right sort of vehicle count. A call of the next hour reached too late counts as 50
   *       minutes of waiting at level 2, 100 at level 3 and 200 at level 4.
   * </ul>
   *
   * @param level urgency, 1 to 4
   */
  public static Weights defaults(int level) {
    return switch (level) {
      case 1 ->
          new Weights(
              Map.of(
                  CostPart.UNCERTAINTY, 0.25,
                  CostPart.REDIRECT, 120.0,
                  CostPart.OLD_POSITION, 0.1));
      case 2 -> common(0.25, 60, 3_000, 0.1, 0.05, 600, 300);
      case 3 -> common(0.1, 300, 6_000, 0.5, 0.2, 1_800, 900);
      case 4 -> common(0.1, 600, 12_000, 1, 0.5, 3_600, 1_800);
      default -> throw new IllegalArgumentException("level is " + level + "; give 1 to 4");
    };
  }

  /**
   * Weights that take cover into account at every level, found by simulation on the model of
   * Auckland (docs/figures.md, {@code ./bench policy}): a fifth fewer late arrivals of level 1 at
   * no longer mean response. Being too late counts an hour, a call of the next hour lost 12 minutes
   * at level 1 and 23 below, a redirect ten minutes shared by the levels between. A region that
   * wants them puts them into its pack: they send a farther unit in time so that the next caller
   * too is reached, which is a medical decision.
   *
   * @param level urgency, 1 to 4
   */
  public static Weights balanced(int level) {
    return new Weights(
        Map.of(
            CostPart.LATE, 3_600.0,
            CostPart.COVER, level == 1 ? 700.0 : 1_400.0,
            CostPart.REDIRECT, 600.0));
  }

  private static Weights common(
      double uncertainty,
      double overqualified,
      double cover,
      double overtime,
      double meal,
      double redirect,
      double neighbour) {
    return new Weights(
        Map.of(
            CostPart.UNCERTAINTY, uncertainty,
            CostPart.OVERQUALIFIED, overqualified,
            CostPart.COVER, cover,
            CostPart.OVERTIME, overtime,
            CostPart.MEAL, meal,
            CostPart.HOME, meal / 2,
            CostPart.REDIRECT, redirect,
            CostPart.NEIGHBOUR, neighbour,
            CostPart.OLD_POSITION, 0.1));
  }
}
