package se.dirigent.optimiser.recommend;

/**
 * What was found about one unit, before it is put into words: thousands are judged, a few are
 * explained.
 *
 * @param index of the unit in its fleet
 * @param travelSeconds below zero when a position is missing, infinite when there is no way
 * @param waitSeconds until it is free; 0 when it can be had at once
 * @param amounts by ordinal of {@link CostPart}
 */
record Judgement(
    int index,
    String unit,
    Means means,
    boolean lost,
    double travelSeconds,
    double waitSeconds,
    double[] amounts,
    double costSeconds) {
  static final int FIT = 0;

  /** Whether its way is known. */
  boolean travels() {
    return travelSeconds >= 0 && travelSeconds < Double.POSITIVE_INFINITY;
  }

  /** The group in which it is ranked, the best first; who may be anywhere comes last. */
  int tier() {
    return tierOf(means, lost || travelSeconds == Double.POSITIVE_INFINITY);
  }

  static int tierOf(Means means, boolean lost) {
    return (lost ? 2 : 0) + (means == Means.NONE ? 1 : 0);
  }

  /** Whether it is fit, its place is known and an order now would take it. */
  boolean atOnce() {
    return tier() == FIT && means != Means.AWAIT;
  }

  double amount(CostPart part) {
    return amounts[part.ordinal()];
  }
}
