package se.dirigent.optimiser.recommend;

/**
 * What the units of a fleet cost for one need, in seconds, by their index. Not for use by several
 * threads.
 */
public final class Prices {
  private final Judge judge;

  Prices(Judge judge) {
    this.judge = judge;
  }

  /**
   * The cost. Positive infinity for a unit that is unfit, cannot be had at once or cannot get
   * there; one that may be anywhere costs as if it were {@link Recommender#ANYWHERE_SECONDS} away:
   * better than nobody.
   */
  public double of(int index) {
    return judge.price(index);
  }

  /**
   * At most the cost, without asking the way.
   *
   * @param travelLeast as {@link Fleet#leastSeconds} gives it
   */
  public double atLeast(int index, double travelLeast) {
    Means means = judge.means(index);
    return means == Means.SEND || means == Means.REDIRECT
        ? judge.least(index, means, travelLeast)
        : Double.POSITIVE_INFINITY;
  }
}
