package se.dirigent.simulator.chance;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * A distribution given by three of its quantiles, in minutes: a two-piece log-normal that has
 * exactly these quantiles. Drawn values are cut at the 1st and 99th percentile, since a published
 * quantile says nothing about what lies far beyond it.
 *
 * @param p10 one in ten is below; above 0
 * @param p50 median; at least p10
 * @param p90 one in ten is above; at least p50
 */
public record Spread(double p10, double p50, double p90) {
  /** Standard normal quantile of 0.9. */
  private static final double Z90 = 1.2815515655446004;

  /** Standard normal quantile of 0.99. */
  private static final double Z99 = 2.3263478740408408;

  public Spread {
    if (!(p10 > 0 && p10 <= p50 && p50 <= p90 && p90 < 1e6)) {
      throw new IllegalArgumentException(
          "quantiles are %s, %s, %s; give 0 < p10 <= p50 <= p90".formatted(p10, p50, p90));
    }
  }

  /** A value, in minutes. */
  public double draw(RandomGenerator chance) {
    double z = Math.clamp(Draws.normal(chance), -Z99, Z99);
    double ratio = z < 0 ? p50 / p10 : p90 / p50;
    return p50 * StrictMath.exp(z / Z90 * StrictMath.log(ratio));
  }

  /** A value as a duration, to the millisecond. */
  public Duration duration(RandomGenerator chance) {
    return Duration.ofMillis(Math.round(draw(chance) * 60_000));
  }
}
