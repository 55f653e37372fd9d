package se.dirigent.core.transport;

import java.time.Duration;

/** When two orders of one patient may be the same trip ordered twice. */
final class Likeness {
  /** Pick-ups of two trips the same way on one day lie further apart than this. [assumption] */
  private static final Duration SAME_WAY = Duration.ofHours(12);

  /** Nobody is ready to leave two places, or for two places, within this time. [assumption] */
  private static final Duration SAME_END = Duration.ofHours(2);

  private Likeness() {}

  static boolean alike(Request a, Request b) {
    Duration apart = Duration.between(a.timing().readyAt(), b.timing().readyAt()).abs();
    boolean from = a.from().same(b.from());
    boolean to = a.to().same(b.to());
    return from && to && apart.compareTo(SAME_WAY) <= 0
        || (from || to) && apart.compareTo(SAME_END) <= 0;
  }
}
