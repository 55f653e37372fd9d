package se.dirigent.optimiser.plan.search;

import java.util.SplittableRandom;

/**
 * In which order rides are put back: those with the narrowest window first, the earliest, the
 * longest, the shortest, or as it happens. Which is good changes from problem to problem.
 */
final class RideOrder {
  private final Tables t;
  private final double[] key;

  RideOrder(Tables tables) {
    t = tables;
    key = new double[t.rides];
  }

  /**
   * Sorts the first rides of a list in one of these orders, drawn anew each time; a random order is
   * drawn as often as the others together.
   */
  void sort(int[] out, int outCount, SplittableRandom chance) {
    int way = chance.nextInt(10);
    for (int k = 0; k < outCount; k++) {
      int r = out[k];
      int n = t.rides;
      key[r] =
          switch (way) {
            case 0, 1 -> Math.min(window(r), window(n + r));
            case 2, 3 -> Math.min(t.latest[r], t.latest[n + r]);
            case 4 -> -direct(r);
            case 5 -> direct(r);
            default -> chance.nextDouble();
          };
    }
    for (int k = 1; k < outCount; k++) {
      int r = out[k];
      int at = k;
      while (at > 0 && key[out[at - 1]] > key[r]) {
        out[at] = out[at - 1];
        at--;
      }
      out[at] = r;
    }
  }

  private double window(int stop) {
    return t.latest[stop] - t.earliest[stop];
  }

  private double direct(int ride) {
    return t.time[0][t.place[ride] * t.places + t.place[ride + t.rides]];
  }
}
