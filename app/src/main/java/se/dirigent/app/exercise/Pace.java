package se.dirigent.app.exercise;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import se.dirigent.app.demo.Part;
import se.dirigent.app.demo.ScaledClock;

/**
 * The clock of an exercise: as fast as whoever leads it wants, and no faster than those who are
 * played keep up with, so that a slow machine never makes a casualty wait. It can stand still, and
 * stands still for good when the exercise is over. Safe for use by many threads.
 */
final class Pace {
  /** As long as one turn of somebody played may take, by the clock of the exercise. */
  static final Duration TURN_MAX = Duration.ofMinutes(2);

  /** So long it goes at a lower speed before a higher is tried. */
  private static final Duration TRY_FASTER = Duration.ofSeconds(10);

  private final ScaledClock clock;
  private final long beatMillis;
  private final LongSupplier nanos;
  private final Map<String, Long> turnMillis = new HashMap<>();
  private double wanted;
  private long changedNanos;
  private boolean frozen;
  private boolean over;

  /**
   * @param clock that goes, or stands still until a speed is set
   * @param wanted speed when it goes
   * @param beatMillis rest between two turns, by the machine's clock
   * @param nanos a count of nanoseconds that never jumps
   */
  Pace(ScaledClock clock, double wanted, long beatMillis, LongSupplier nanos) {
    this.clock = clock;
    this.beatMillis = beatMillis;
    this.nanos = nanos;
    this.changedNanos = nanos.getAsLong();
    this.wanted = ScaledClock.require(wanted);
    this.frozen = clock.speed() == 0;
  }

  /** The speed that is wanted; the clock may go slower, or stand still. */
  synchronized double wanted() {
    return wanted;
  }

  synchronized boolean frozen() {
    return frozen;
  }

  /**
   * Sets the speed; a clock that stood still goes on.
   *
   * @throws IllegalArgumentException when no clock of ours can run at it
   */
  synchronized void setSpeed(double speed) {
    wanted = ScaledClock.require(speed);
    frozen = over;
    if (frozen) {
      clock.freeze();
    } else {
      set(Math.min(wanted, kept()));
    }
  }

  /** Stops the clock until a speed is set. */
  synchronized void freeze() {
    frozen = true;
    clock.freeze();
  }

  /** Stops the clock for good: nobody who is played acts any more. */
  synchronized void end() {
    over = true;
    freeze();
  }

  /** The part as it acts while the exercise goes on, with its turns measured. */
  Part of(String name, Part part) {
    return () -> {
      if (over()) {
        return;
      }
      long began = nanos.getAsLong();
      try {
        part.act();
      } finally {
        took(name, (nanos.getAsLong() - began) / 1_000_000);
      }
    };
  }

  private synchronized boolean over() {
    return over;
  }

  synchronized void took(String name, long millis) {
    turnMillis.put(name, millis + beatMillis);
    if (frozen) {
      return;
    }
    double kept = kept();
    boolean settled = nanos.getAsLong() - changedNanos > TRY_FASTER.toNanos();
    if (kept < clock.speed() || kept > clock.speed() && settled) {
      set(kept);
    }
  }

  /**
   * What all keep up with: the wanted speed, or that halved so many times, so that it seldom
   * changes. Whoever acts guesses the clock between two words of the service about it.
   */
  private double kept() {
    long slowest = turnMillis.values().stream().mapToLong(m -> m).max().orElse(beatMillis);
    double most = TURN_MAX.toMillis() / (double) slowest;
    double speed = wanted;
    while (speed > most && speed / 2 >= ScaledClock.SPEED_MIN) {
      speed /= 2;
    }
    return speed;
  }

  private void set(double speed) {
    if (speed != clock.speed()) {
      clock.setSpeed(speed);
      changedNanos = nanos.getAsLong();
    }
  }
}
