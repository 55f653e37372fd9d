package se.dirigent.simulator.trial;

import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * The calls that a run's response times are of: those from the second day on whose goal has passed
 * when the run ends, reached or not. So it is known of each whether it was reached in time, and a
 * run that ends with a full waiting room does not look better than it was.
 */
final class Followed {
  private final Calls calls;
  private final CallModel model;
  private final BitSet reached = new BitSet();
  private long end = Long.MAX_VALUE;

  Followed(Calls calls, CallModel model) {
    this.calls = calls;
    this.model = model;
  }

  /** The run ends at a moment. */
  void until(long now) {
    end = now;
  }

  /** Whether a call is one of them. */
  boolean holds(int number) {
    long goal = model.levels().get(calls.level(number) - 1).within().toMillis();
    return calls.at(number) >= Tally.COUNTED_FROM && calls.at(number) <= end - goal;
  }

  /** A unit is there. */
  void reached(int number) {
    reached.set(number);
  }

  /** What is done with a call that nobody reached. */
  @FunctionalInterface
  interface Left {
    void unreached(int number, double waitedSeconds);
  }

  /** Tells of each call that nobody has reached by the end and that needs a unit. */
  void tellUnreached(IntPredicate needsUnit, Left left) {
    for (int number = reached.nextClearBit(0);
        number < calls.size();
        number = reached.nextClearBit(number + 1)) {
      if (holds(number) && needsUnit.test(number)) {
        left.unreached(number, (end - calls.at(number)) / 1000.0);
      }
    }
  }
}
