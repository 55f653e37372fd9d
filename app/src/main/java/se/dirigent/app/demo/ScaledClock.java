package se.dirigent.app.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import se.dirigent.core.Refused;

/**
 * A clock that can run faster than the machine's and never goes back. Safe for use by many threads.
 */
public final class ScaledClock implements InstantSource {
  /** Slower than this a second is never over for the one who watches. */
  public static final double SPEED_MIN = 0.1;

  /** A day in a minute and a half: beyond this, deadlines pass faster than anybody can answer. */
  public static final double SPEED_MAX = 1_000;

  private Instant base;
  private long baseNanos;
  private double speed;

  /**
   * A clock.
   *
   * @param start what it shows now
   * @param speed seconds it counts per second, {@link #SPEED_MIN} to {@link #SPEED_MAX}
   */
  public ScaledClock(Instant start, double speed) {
    this.base = start;
    this.baseNanos = System.nanoTime();
    this.speed = require(speed);
  }

  @Override
  public synchronized Instant instant() {
    double nanos = (System.nanoTime() - baseNanos) * speed;
    // Microseconds, as PostgreSQL keeps them.
    return base.plusNanos((long) nanos).truncatedTo(TimeUnit.MICROSECONDS.toChronoUnit());
  }

  public synchronized double speed() {
    return speed;
  }

  /** Stands still until a speed is set; {@link #speed} is 0 meanwhile. */
  public synchronized void freeze() {
    base = instant();
    baseNanos = System.nanoTime();
    speed = 0;
  }

  /** Changes the speed from now on. */
  public synchronized void setSpeed(double wanted) {
    require(wanted);
    base = instant();
    baseNanos = System.nanoTime();
    speed = wanted;
  }

  /**
   * Returns the speed.
   *
   * @throws IllegalArgumentException when no clock of ours can run at it
   */
  public static double require(double speed) {
    // Written so that NaN is refused too.
    if (!(speed >= SPEED_MIN && speed <= SPEED_MAX)) {
      throw new IllegalArgumentException(
          "speed is %s; give a number from %s to %.0f".formatted(speed, SPEED_MIN, SPEED_MAX));
    }
    return speed;
  }

  /**
   * Returns a speed that somebody asks for over HTTP.
   *
   * @throws Refused {@code number.range} when no clock of ours can run at it
   */
  public static double requireAsked(double speed) {
    try {
      return require(speed);
    } catch (IllegalArgumentException e) {
      throw new Refused(
          "number.range",
          "speed",
          Map.of("value", "" + speed, "min", "" + SPEED_MIN, "max", "%.0f".formatted(SPEED_MAX)));
    }
  }
}
