package se.dirigent.simulator.service;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.dirigent.simulator.chance.Spread;

/**
 * The spread of a step, found in the earlier runs and tried on the later ones. A spread that is
 * right has half of what came later within its quartiles and eight of ten between its tenths.
 * Beside it stands what queueing models take, the exponential distribution with the same mean.
 *
 * @param found in so many runs
 * @param tried on so many later ones
 * @param spread by quantiles of the earlier runs
 * @param within50 part of the later ones within the quartiles
 * @param within80 and between the tenths
 * @param exponential50 the same of the exponential distribution
 * @param exponential80 the same
 */
public record SegmentFit(
    int found,
    int tried,
    Spread spread,
    double within50,
    double within80,
    double exponential50,
    double exponential80) {
  /** Fewer runs tell nothing of tenths. */
  public static final int RUNS_MIN = 40;

  /** Shorter was not measured but pressed twice: a second, in minutes. */
  private static final double LEAST = 1 / 60.0;

  /** Standard normal quantiles of 0.75 and 0.9. */
  private static final double Z75 = 0.6744897501960817;

  private static final double Z90 = 1.2815515655446004;

  /**
   * Finds a spread.
   *
   * @param lengths in the order of time
   * @param share of them that is held out, 0 to 1, neither included
   * @return null when there are fewer than {@link #RUNS_MIN}
   */
  public static @Nullable SegmentFit of(double[] lengths, double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share is " + share + "; give one between 0 and 1");
    }
    int found = (int) Math.round(lengths.length * (1 - share));
    if (lengths.length < RUNS_MIN || found == 0 || found == lengths.length) {
      return null;
    }
    double[] early = Arrays.copyOf(lengths, found);
    double[] late = Arrays.copyOfRange(lengths, found, lengths.length);
    double mean = Math.max(LEAST, Arrays.stream(early).average().orElse(LEAST));
    Spread spread = spread(early);
    double lower = Math.log(spread.p50() / spread.p10()) / Z90;
    double upper = Math.log(spread.p90() / spread.p50()) / Z90;
    return new SegmentFit(
        found,
        late.length,
        spread,
        within(late, spread.p50() * Math.exp(-Z75 * lower), spread.p50() * Math.exp(Z75 * upper)),
        within(late, spread.p10(), spread.p90()),
        within(late, -mean * Math.log(0.75), -mean * Math.log(0.25)),
        within(late, -mean * Math.log(0.9), -mean * Math.log(0.1)));
  }

  /** The spread of some lengths, each at least a second. */
  public static Spread spread(double[] lengths) {
    double[] sorted = Arrays.stream(lengths).map(l -> Math.max(LEAST, l)).sorted().toArray();
    return new Spread(quantile(sorted, 0.1), quantile(sorted, 0.5), quantile(sorted, 0.9));
  }

  /** By straight lines between the order statistics (Hyndman and Fan 1996, type 7). */
  private static double quantile(double[] sorted, double p) {
    double at = p * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  private static double within(double[] lengths, double from, double to) {
    return Arrays.stream(lengths).filter(l -> l >= from && l <= to).count()
        / (double) lengths.length;
  }
}
