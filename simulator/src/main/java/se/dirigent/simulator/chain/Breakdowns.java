package se.dirigent.simulator.chain;

import java.time.Duration;

/**
 * Units that break down by chance, each by itself.
 *
 * @param between mean time from being in order to breaking down, exponential
 * @param repair how long it is out of service
 */
public record Breakdowns(Duration between, Duration repair) {
  public Breakdowns {
    if (!between.isPositive() || !repair.isPositive()) {
      throw new IllegalArgumentException(
          "between is %s and repair %s; give more than nothing".formatted(between, repair));
    }
  }
}
