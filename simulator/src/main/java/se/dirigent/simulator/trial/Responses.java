package se.dirigent.simulator.trial;

/**
 * Response times of one level, in bins of five seconds up to three hours and of five minutes up to
 * ten days; what lies beyond is in the last bin. Takes the same room however long the run is.
 */
final class Responses {
  private static final double BIN_SECONDS = 5;
  private static final int FINE = 3 * 3_600 / 5;

  private static final double WIDE_SECONDS = 300;
  private static final int BINS = FINE + (240 - 3) * 3_600 / 300;

  private final int[] bins = new int[BINS];
  private long arrivals;
  private long late;
  private double seconds;

  void add(double response, double limit) {
    arrivals++;
    seconds += response;
    late += response > limit ? 1 : 0;
    double beyond = response - FINE * BIN_SECONDS;
    double bin = beyond < 0 ? response / BIN_SECONDS : FINE + beyond / WIDE_SECONDS;
    bins[(int) Math.min(BINS - 1, bin)]++;
  }

  TrialReport.Level report() {
    return new TrialReport.Level(
        arrivals,
        (double) late / Math.max(1, arrivals),
        seconds / Math.max(1, arrivals),
        quantile(0.5),
        quantile(0.9));
  }

  /** The value that this part of all lies below, evenly within its bin; 0 when there is none. */
  private double quantile(double part) {
    double left = part * arrivals;
    for (int bin = 0; bin < BINS; bin++) {
      if (bins[bin] > 0 && left <= bins[bin]) {
        double at = bin + left / bins[bin];
        return bin < FINE ? BIN_SECONDS * at : FINE * BIN_SECONDS + WIDE_SECONDS * (at - FINE);
      }
      left -= bins[bin];
    }
    return 0;
  }
}
