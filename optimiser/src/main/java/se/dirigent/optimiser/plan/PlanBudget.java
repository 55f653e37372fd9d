package se.dirigent.optimiser.plan;

/**
 * How long to search. With {@code secondsMax} infinite the answer depends on nothing but the
 * problem, the seed, the threads and the rounds: the same everywhere.
 *
 * @param seed of all chance
 * @param threads chains that search at once, 1 to 64
 * @param secondsMax time after which the best plan so far is the answer
 * @param roundsMax rounds of each chain after which it is
 */
public record PlanBudget(long seed, int threads, double secondsMax, long roundsMax) {
  private static final int THREADS_MAX = 64;

  public PlanBudget {
    if (threads < 1 || threads > THREADS_MAX) {
      throw new IllegalArgumentException("threads " + threads + ": give 1 to " + THREADS_MAX);
    }
    if (!(secondsMax > 0)) {
      throw new IllegalArgumentException("secondsMax " + secondsMax + ": give a time above 0");
    }
    if (roundsMax < 1) {
      throw new IllegalArgumentException("roundsMax " + roundsMax + ": give at least 1");
    }
    if (Double.isInfinite(secondsMax) && roundsMax == Long.MAX_VALUE) {
      throw new IllegalArgumentException("neither secondsMax nor roundsMax is finite: give one");
    }
  }

  /** One of so many equal parts. */
  public PlanBudget part(int parts) {
    return new PlanBudget(
        seed,
        threads,
        secondsMax / parts,
        roundsMax == Long.MAX_VALUE ? roundsMax : Math.max(1, roundsMax / parts));
  }

  /** As good as it gets in this time. */
  public static PlanBudget ofSeconds(long seed, int threads, double seconds) {
    return new PlanBudget(seed, threads, seconds, Long.MAX_VALUE);
  }

  /** The same answer each time. */
  public static PlanBudget ofRounds(long seed, int threads, long rounds) {
    return new PlanBudget(seed, threads, Double.POSITIVE_INFINITY, rounds);
  }
}
