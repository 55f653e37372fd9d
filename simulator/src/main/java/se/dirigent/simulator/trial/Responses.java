package se.dirigent.simulator.trial;

/**
 * Response times of one level, in bins of five seconds up to three hours; what lies beyond is in
 * the last bin. Takes the same room however long the run is.
 */
final class Responses {
  private static final double BIN_SECONDS = 5;
  private static final int BINS = 3 * 3_600 / 5;

  private final int[] bins = new int[BINS];
  private long arrivals;
  private long late;
  private double seconds;

  void add(double response, double limit) {
    arrivals++;
    seconds += response;
    late += response > limit ? 1 : 0;
    bins[(int) Math.min(BINS - 1, response / BIN_SECONDS)]++;
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
        return BIN_SECONDS * (bin + left / bins[bin]);
      }
      left -= bins[bin];
    }
    return 0;
  }
}
