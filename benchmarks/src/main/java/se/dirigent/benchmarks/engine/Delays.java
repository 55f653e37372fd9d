package se.dirigent.benchmarks.engine;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** Delays drawn beforehand, so that no kernel is measured with a generator of chance in it. */
final class Delays {
  private static final int COUNT = 1 << 16;
  private final double[] delay = new double[COUNT];
  private int next;

  /**
   * Delays with a mean of about a million.
   *
   * @param inverse of the distribution
   */
  Delays(DoubleUnaryOperator inverse) {
    SplittableRandom chance = new SplittableRandom(20260203);
    for (int i = 0; i < COUNT; i++) {
      delay[i] = Math.floor(1e6 * inverse.applyAsDouble(chance.nextDouble()));
    }
  }

  double next() {
    return delay[next++ & (COUNT - 1)];
  }
}
