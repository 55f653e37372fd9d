package se.dirigent.simulator.chain;

import java.time.Duration;
import java.util.List;

/** Something that happens at a given time of a run, and may be over at another. */
public sealed interface Event {
  /** When it begins and ends. */
  Span span();

  /**
   * From when and until when, from the midnight with which the first day begins; that day is not
   * counted.
   *
   * @param from when it begins
   * @param until when it is over; after the run when it lasts
   */
  record Span(Duration from, Duration until) {
    public Span {
      if (from.isNegative() || until.compareTo(from) <= 0) {
        throw new IllegalArgumentException(
            "from is %s and until %s; give a later end".formatted(from, until));
      }
    }

    /** Whether a moment in milliseconds lies within. */
    public boolean holds(long moment) {
      return moment >= from.toMillis() && moment < until.toMillis();
    }
  }

  /**
   * A centre answers nobody. Callers whose talk is cut off, and those in its queues, are put
   * through to the other centre when that has taken over.
   *
   * @param centre name of the lost one
   * @param other name of the one that takes its calls
   * @param takesOverAfter how long nobody answers
   */
  record CentreLost(Span span, String centre, String other, Duration takesOverAfter)
      implements Event {}

  /**
   * A centre takes the calls of some areas from another: a step of taking over dispatch.
   *
   * @param areas names
   * @param centre name of the one that has them from then on
   */
  record AreasTaken(Span span, List<String> areas, String centre) implements Event {
    public AreasTaken {
      areas = List.copyOf(areas);
    }
  }
}
