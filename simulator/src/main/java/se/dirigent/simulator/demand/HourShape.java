package se.dirigent.simulator.demand;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * How the day's calls spread over its hours.
 *
 * @param share 24 shares of a day, by local hour, that sum to 1
 * @param zone whose local hours
 */
public record HourShape(List<Double> share, ZoneId zone) {
  /**
   * A + B runs by hour of all Denmark 2021–2025, 1 712 557 runs: public figures of the Danish
   * regions.
   */
  private static final List<Double> DENMARK =
      List.of(
          0.0282, 0.0258, 0.0232, 0.0210, 0.0193, 0.0199, 0.0237, 0.0318, 0.0553, 0.0605, 0.0619,
          0.0630, 0.0598, 0.0535, 0.0542, 0.0497, 0.0478, 0.0484, 0.0486, 0.0469, 0.0452, 0.0424,
          0.0383, 0.0316);

  public HourShape {
    share = List.copyOf(share);
    double sum = share.stream().mapToDouble(Double::doubleValue).sum();
    if (share.size() != 24 || Math.abs(sum - 1) > 0.01) {
      throw new IllegalArgumentException(
          "share has " + share.size() + " hours that sum to " + sum + "; give 24 that sum to 1");
    }
  }

  /** The Danish day, for a region that has no shape of its own. */
  public static HourShape danish(ZoneId zone) {
    return new HourShape(DENMARK, zone);
  }

  /** Share of the day's calls that the hour around this instant has. */
  public double at(Instant instant) {
    return share.get(instant.atZone(zone).getHour());
  }

  /** The largest share of any hour. */
  public double highest() {
    return share.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }
}
