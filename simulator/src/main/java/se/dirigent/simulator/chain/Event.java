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

  /** Calls come more often, or more seldom, everywhere. */
  record MoreCalls(Span span, double factor) implements Event {}

  /**
   * People are hurt: so many, evenly over the time, where people live in some areas. All of them
   * are taken to hospital.
   *
   * @param count how many
   * @param areas names; empty for everywhere
   * @param shares part of them of each level from 1, sum 1
   */
  record Casualties(Span span, int count, List<String> areas, List<Double> shares)
      implements Event {
    public Casualties {
      areas = List.copyOf(areas);
      shares = List.copyOf(shares);
      double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
      if (Math.abs(sum - 1) > 1e-6 || shares.stream().anyMatch(share -> !(share >= 0))) {
        throw new IllegalArgumentException(
            "shares are %s and sum to %s; give some from 0 that sum to 1".formatted(shares, sum));
      }
    }
  }

  /**
   * Units are out of service: broken, taken or lost. One on its way to a call turns back and the
   * call gets another; one with a patient finishes [assumption].
   *
   * @param units identities
   */
  record UnitsLost(Span span, List<String> units) implements Event {
    public UnitsLost {
      units = List.copyOf(units);
    }
  }

  /** A station cannot be used; its units stand at the nearest other. */
  record StationLost(Span span, String station) implements Event {}

  /** A hospital receives nobody by ambulance; who is on the way there is still received. */
  record HospitalClosed(Span span, String hospital) implements Event {}

  /**
   * Driving takes longer: weather, or roads that are lost and ways round.
   *
   * @param factor of the time
   * @param areas where the call is; empty for everywhere
   */
  record SlowerRoads(Span span, double factor, List<String> areas) implements Event {
    public SlowerRoads {
      areas = List.copyOf(areas);
    }
  }

  /**
   * Nobody drives to a call alone: units wait for the next convoy.
   *
   * @param every how often a convoy leaves
   * @param areas where the call is; empty for everywhere
   */
  record Convoys(Span span, Duration every, List<String> areas) implements Event {
    public Convoys {
      areas = List.copyOf(areas);
    }
  }

  /**
   * Communications are cut: some units cannot be reached and get no calls, and every decision takes
   * longer by the routine that one falls back on.
   *
   * @param share part of all units that cannot be reached, drawn once for the event
   * @param later how much longer a decision takes
   */
  record CutOff(Span span, double share, Duration later) implements Event {}
}
