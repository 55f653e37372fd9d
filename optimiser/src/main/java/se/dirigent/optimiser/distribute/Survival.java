package se.dirigent.optimiser.distribute;

import java.util.List;

/**
 * Chance to survive by the minutes from the event until treatment begins, for immediate and delayed
 * casualties: {@code b0 / ((t / b1)^b2 + 1)}.
 *
 * <p>Source: A. Mills, N. Argon and S. Ziya, Resource-based patient prioritization in mass-casualty
 * incidents, Manufacturing &amp; Service Operations Management 15, 2013, pp. 361–377: curves fitted
 * to the scores of Sacco and others, five from the gravest assumption to the mildest.
 *
 * @param immediate of the first category
 * @param delayed of the second
 */
public record Survival(Curve immediate, Curve delayed) {
  /**
   * One category's curve.
   *
   * @param b0 chance at once
   * @param b1 minutes after which half of it is left
   * @param b2 how suddenly it falls
   */
  public record Curve(double b0, double b1, double b2) {
    /** Chance to survive when treatment begins at a minute after the event. */
    public double at(double minute) {
      return b0 / (StrictMath.pow(minute / b1, b2) + 1);
    }
  }

  /** The five published, from the gravest to the mildest. */
  public static List<Survival> published() {
    return List.of(
        new Survival(new Curve(0.09, 17, 1.01), new Curve(0.57, 61, 2.03)),
        new Survival(new Curve(0.15, 28, 1.38), new Curve(0.65, 86, 2.11)),
        new Survival(new Curve(0.24, 47, 1.30), new Curve(0.76, 138, 2.17)),
        new Survival(new Curve(0.40, 59, 1.47), new Curve(0.77, 140, 2.29)),
        new Survival(new Curve(0.56, 91, 1.58), new Curve(0.81, 160, 2.41)));
  }
}
