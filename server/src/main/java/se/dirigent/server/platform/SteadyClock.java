package se.dirigent.server.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine's clock as long as that behaves, and never one that goes back. A time server, a
 * restored virtual machine or a person may set the machine's clock while the service runs:
 *
 * <ul>
 *   <li>forward: followed at once. Time that a machine slept through has passed, and a deadline
 *       that comes too early is an alarm too many;
 *   <li>back: not followed. Else an hour would pass in which no deadline lapses, no case alarms,
 *       and each report of a crew is refused as older than the one before. The clock goes on from
 *       where it was, a tenth slower than time, until the machine's has caught up; meanwhile
 *       deadlines are a tenth late, times in the journal are ahead, and {@code /health} says by how
 *       much.
 * </ul>
 *
 * Safe for use by many threads.
 */
public final class SteadyClock implements InstantSource {
  /** Below this a difference is the small correction of a time server, told to nobody. */
  private static final Duration STEP = Duration.ofSeconds(1);

  /** Of time, while the machine's clock is behind: an hour is made up in ten. */
  private static final double SLOWED = 0.9;

  private static final Logger LOG = LoggerFactory.getLogger(SteadyClock.class);

  private final InstantSource machine;
  private final LongSupplier nanos;
  private Instant shown;
  private long shownNanos;
  private boolean behind;

  /**
   * A clock.
   *
   * @param machine the clock that may jump
   * @param nanos a count of nanoseconds that never jumps
   */
  public SteadyClock(InstantSource machine, LongSupplier nanos) {
    this.machine = machine;
    this.nanos = nanos;
    this.shown = machine.instant();
    this.shownNanos = nanos.getAsLong();
  }

  @Override
  public synchronized Instant instant() {
    Instant told = machine.instant();
    long now = nanos.getAsLong();
    Duration elapsed = Duration.ofNanos(now - shownNanos);
    shownNanos = now;
    Instant least = shown.plusNanos((long) (elapsed.toNanos() * SLOWED));
    if (told.isBefore(least)) {
      tellBehind(Duration.between(told, least));
      shown = least;
    } else {
      tellForward(Duration.between(shown.plus(elapsed), told));
      shown = told;
    }
    return shown;
  }

  /** How far this clock is ahead of the machine's; zero when they agree. */
  public synchronized Duration ahead() {
    Duration ahead = Duration.between(machine.instant(), instant());
    return ahead.compareTo(STEP) < 0 ? Duration.ZERO : ahead;
  }

  /** Goes on from a time that was shown before, in an earlier run of the service. */
  public synchronized void goOnFrom(Instant earlier) {
    if (earlier.isAfter(instant())) {
      shown = earlier;
    }
  }

  private void tellBehind(Duration by) {
    if (!behind && by.compareTo(STEP) >= 0) {
      behind = true;
      LOG.warn("The machine's clock was set back by {}; the service's goes on, a tenth slower", by);
    }
  }

  private void tellForward(Duration by) {
    if (behind) {
      behind = false;
      LOG.info("The machine's clock has caught up with the service's");
    } else if (by.compareTo(STEP) >= 0) {
      LOG.warn("The machine's clock went forward by {}; the service's follows", by);
    }
  }
}
