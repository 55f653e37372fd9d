package se.dirigent.simulator.trial;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.dirigent.simulator.trial.TrialReport.Level;

/**
 * Response times of one level, in bins of five seconds up to three hours and of five minutes up to
 * ten days; what lies beyond is in the last bin. Takes the same room however long the run is. A
 * wait that had not ended when the run did is counted as what it had come to, which is the least
 * that it was.
 */
final class Responses {
  private static final double BIN_SECONDS = 5;
  private static final int FINE = 3 * 3_600 / 5;

  private static final double WIDE_SECONDS = 300;
  private static final int BINS = FINE + (240 - 3) * 3_600 / 300;

  private final int[] bins = new int[BINS];
  private long calls;
  private long unreached;
  private long late;
  private double seconds;

  /** Of the bins, waits that had not ended; null until there is one. */
  private int @Nullable [] unended;

  void add(double response, double limit) {
    late += response > limit ? 1 : 0;
    bins[count(response)]++;
  }

  /** A wait that had not ended; it is late when it had come to the limit. */
  void unended(double waited, double limit) {
    unreached++;
    late += waited >= limit ? 1 : 0;
    int bin = count(waited);
    bins[bin]++;
    unended = unended == null ? new int[BINS] : unended;
    unended[bin]++;
  }

  private int count(double response) {
    calls++;
    seconds += response;
    double beyond = response - FINE * BIN_SECONDS;
    double bin = beyond < 0 ? response / BIN_SECONDS : FINE + beyond / WIDE_SECONDS;
    return (int) Math.min(BINS - 1, bin);
  }

  TrialReport.Level report() {
    return new TrialReport.Level(
        calls,
        unreached,
        (double) late / Math.max(1, calls),
        seconds / Math.max(1, calls),
        quantile(0.5),
        quantile(0.9));
  }

  /** The value that this part of all lies below, evenly within its bin; 0 when there is none. */
  private TrialReport.Quantile quantile(double part) {
    double left = part * calls;
    for (int bin = 0; bin < BINS; bin++) {
      if (bins[bin] > 0 && left <= bins[bin]) {
        double at = bin + left / bins[bin];
        double value =
            bin < FINE ? BIN_SECONDS * at : FINE * BIN_SECONDS + WIDE_SECONDS * (at - FINE);
        return new TrialReport.Quantile(value, unendedUpTo(bin) > Level.UNREACHED_MAX * calls);
      }
      left -= bins[bin];
    }
    return new TrialReport.Quantile(0, false);
  }

  /** Had those gone on that lie below a quantile, it would lie higher. */
  private int unendedUpTo(int bin) {
    return unended == null ? 0 : Arrays.stream(unended, 0, bin + 1).sum();
  }
}
