package se.dirigent.optimiser.distribute;

/**
 * How long to search. The answer depends on nothing but the problem and these figures: no clock is
 * read, so it is the same everywhere.
 *
 * @param seed of all chance
 * @param coarseRounds rounds of finding prices in steps of five minutes
 * @param fineRounds rounds of finding them in minutes; the bound is proven by these
 * @param rebuilds times that a part of the plan is torn up and built again
 * @param gap share above the proven bound at which the search ends early
 */
public record DistributionBudget(
    long seed, int coarseRounds, int fineRounds, int rebuilds, double gap) {
  private static final int ROUNDS_MAX = 10_000_000;

  public DistributionBudget {
    require("coarseRounds", coarseRounds);
    require("fineRounds", fineRounds);
    require("rebuilds", rebuilds);
    if (!(gap >= 0)) {
      throw new IllegalArgumentException("gap is " + gap + "; give a share from 0");
    }
  }

  private static void require(String name, int rounds) {
    if (rounds < 0 || rounds > ROUNDS_MAX) {
      throw new IllegalArgumentException(name + " is " + rounds + "; give 0 to 10 million");
    }
  }

  /** For hundreds of casualties and vehicles: about a second of one core. */
  public static DistributionBudget standard(long seed) {
    return new DistributionBudget(seed, 800, 600, 3_000, 0.001);
  }
}
