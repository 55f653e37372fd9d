package se.dirigent.benchmarks.engine;

import java.util.Arrays;

/**
 * A line before some counters, first come first served: the state of the small model, the same
 * whichever kernel moves its clock. Interarrival and service times are exponential (M/M/c).
 */
final class Line {
  /** Part of the counters' time that is used. */
  private static final double LOAD = 0.9;

  private final Delays delays = new Delays(u -> -Math.log(1 - u));

  /** A ring: when those waiting came. */
  private double[] waiting = new double[1024];

  private int first;
  private int length;
  private final double serviceScale;
  private final long customers;
  private int free;
  private long came;
  private long left;
  private double waited;

  Line(int counters, long customers) {
    this.serviceScale = LOAD * counters;
    this.customers = customers;
    this.free = counters;
  }

  /** Time until the next customer comes. */
  double untilNext() {
    return delays.next();
  }

  /** Time that a service takes. */
  double service() {
    return Math.floor(delays.next() * serviceScale);
  }

  /** Whether more are to come after this one. */
  boolean more() {
    return ++came < customers;
  }

  /** A customer comes; whether a service begins. */
  boolean comes(double now) {
    if (free > 0) {
      free--;
      return true;
    }
    if (length == waiting.length) {
      double[] longer = Arrays.copyOfRange(waiting, first, first + 2 * length);
      System.arraycopy(waiting, 0, longer, length - first, first);
      waiting = longer;
      first = 0;
    }
    waiting[first + length++ & waiting.length - 1] = now;
    return false;
  }

  /** A customer leaves; whether another service begins. */
  boolean leaves(double now) {
    left++;
    if (length == 0) {
      free++;
      return false;
    }
    waited += now - waiting[first];
    first = first + 1 & waiting.length - 1;
    length--;
    return true;
  }

  /**
   * Mean wait, in the time between two customers.
   *
   * @throws IllegalStateException when some of the customers have not left
   */
  double meanWait() {
    if (left != customers) {
      throw new IllegalStateException("%d of %d customers left".formatted(left, customers));
    }
    return waited / customers / 1e6;
  }
}
