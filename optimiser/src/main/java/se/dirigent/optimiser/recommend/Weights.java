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
   * The weights used until a region brings its own. Late, cover and redirect at levels 2 to 4 were
   * found by simulation and are measured in docs/figures.md ({@code ./bench policy}); the others
   * are [assumption].
   *
   * <ul>
   *   <li>Level 1: the nearest suitable unit. Only what makes its arrival doubtful counts, and a
   *       redirect: it must save two minutes, shared by the levels between.
   *   <li>Levels 2 to 4: being too late counts an hour and a call of the next hour lost 23 minutes
   *       at level 2, twice that at each level below, so that cover decides mostly among those that
   *       are in time; a redirect ten minutes, shared by the levels between. The less urgent, the
   *       more the crew's day and the right sort of vehicle count too.
   *   <li>A care transport called off counts a minute at level 1: between two that are as near the
   *       one goes that has promised nobody. At levels 2 to 4 it counts 5, 30 and 60 minutes.
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
                  CostPart.PROMISE, 60.0,
                  CostPart.OLD_POSITION, 0.1));
      case 2 -> common(0.25, 60, 1_400, 0.1, 0.05, 300, 300);
      case 3 -> common(0.1, 300, 2_800, 0.5, 0.2, 900, 1_800);
      case 4 -> common(0.1, 600, 5_600, 1, 0.5, 1_800, 3_600);
      default -> throw new IllegalArgumentException("level is " + level + "; give 1 to 4");
    };
  }

  private static Weights common(
      double uncertainty,
      double overqualified,
      double cover,
      double overtime,
      double meal,
      double neighbour,
      double promise) {
    return new Weights(
        Map.ofEntries(
            Map.entry(CostPart.UNCERTAINTY, uncertainty),
            Map.entry(CostPart.LATE, 3_600.0),
            Map.entry(CostPart.OVERQUALIFIED, overqualified),
            Map.entry(CostPart.COVER, cover),
            Map.entry(CostPart.OVERTIME, overtime),
            Map.entry(CostPart.MEAL, meal),
            Map.entry(CostPart.HOME, meal / 2),
            Map.entry(CostPart.REDIRECT, 600.0),
            Map.entry(CostPart.NEIGHBOUR, neighbour),
            Map.entry(CostPart.PROMISE, promise),
            Map.entry(CostPart.OLD_POSITION, 0.1)));
  }
}
