package se.dirigent.optimiser.cover;

import java.util.Arrays;

/** Finds who is near enough, in order of nearness. */
final class Nearest {
  /**
   * More choices than this are never needed: with all of them busy half the time, one call in four
   * thousand gets so far.
   */
  private static final int CHOICES_MAX = 12;

  private Nearest() {}

  /** How far away a unit is. */
  @FunctionalInterface
  interface Away {
    /** Seconds; more than any limit when it does not count. */
    float seconds(int unit);
  }

  /**
   * Those of the first {@code count} units at most {@code most} seconds away, the nearest first.
   */
  static int[] within(int count, Away away, double most) {
    int[] near = new int[CHOICES_MAX];
    float[] seconds = new float[CHOICES_MAX];
    int found = 0;
    for (int unit = 0; unit < count; unit++) {
      float s = away.seconds(unit);
      if (s <= most && (found < CHOICES_MAX || s < seconds[found - 1])) {
        int at = found < CHOICES_MAX ? found++ : found - 1;
        while (at > 0 && seconds[at - 1] > s) {
          seconds[at] = seconds[at - 1];
          near[at] = near[at - 1];
          at--;
        }
        seconds[at] = s;
        near[at] = unit;
      }
    }
    return Arrays.copyOf(near, found);
  }
}
