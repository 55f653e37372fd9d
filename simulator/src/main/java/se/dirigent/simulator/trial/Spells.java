package se.dirigent.simulator.trial;

import java.time.Duration;
import java.util.random.RandomGenerator;
import se.dirigent.simulator.chance.Draws;

/**
 * Something that comes and goes by chance, as weather does; asked for moments that never go back.
 */
final class Spells {
  private final double share;
  private final double meanMillis;
  private final RandomGenerator chance;
  private boolean on;
  private long changes;

  /**
   * Spells from a midnight on.
   *
   * @param share part of the time that it is there, 0 to below 1
   * @param mean how long it lasts, mean of an exponential
   */
  Spells(double share, Duration mean, RandomGenerator chance) {
    this.share = share;
    this.meanMillis = mean.toMillis();
    this.chance = chance;
    this.on = chance.nextDouble() < share;
    this.changes = share == 0 ? Long.MAX_VALUE : length();
  }

  /** How long what is now lasts. */
  private long length() {
    double mean = on ? meanMillis : meanMillis * (1 - share) / share;
    return 1 + Math.round(Draws.exponential(chance, mean));
  }

  /** Whether it is there. */
  boolean isOn(long now) {
    while (changes <= now) {
      on = !on;
      changes += length();
    }
    return on;
  }
}
