package se.dirigent.optimiser.plan;

import java.util.List;

/**
 * A vehicle with its crew for one shift.
 *
 * @param start place where the shift begins
 * @param end place where it ends
 * @param from time before which it cannot leave {@code start}
 * @param to time when it must be at {@code end}
 * @param durationMax longest time between leaving and coming home; infinite when only the shift
 *     limits it
 * @param drivingMax longest time on the move in all; infinite when nothing limits it
 * @param breaks the crew's rests, in the order they are taken
 * @param capacity most on board at once, one figure for each dimension of the rides' load
 * @param offers a bit for each ability it has
 * @param travel which of the problem's {@link Travel}s it moves by
 * @param useCost what it costs to use it at all, not negative
 */
public record Vehicle(
    int start,
    int end,
    double from,
    double to,
    double durationMax,
    double drivingMax,
    List<Break> breaks,
    List<Integer> capacity,
    long offers,
    int travel,
    double useCost) {
  public Vehicle {
    capacity = List.copyOf(capacity);
    breaks = List.copyOf(breaks);
    if (!(from <= to)) {
      throw new IllegalArgumentException("from " + from + " is after to " + to);
    }
    if (!(durationMax >= 0)) {
      throw new IllegalArgumentException("durationMax " + durationMax + ": give a time from 0");
    }
    if (!(drivingMax >= 0)) {
      throw new IllegalArgumentException("drivingMax " + drivingMax + ": give a time from 0");
    }
    if (!(useCost >= 0) || Double.isInfinite(useCost)) {
      throw new IllegalArgumentException("useCost " + useCost + ": give a finite cost from 0");
    }
  }

  /** A vehicle without breaks and without a limit to driving. */
  public static Vehicle of(
      int start, int end, double from, double to, double durationMax, List<Integer> capacity) {
    double noLimit = Double.POSITIVE_INFINITY;
    return new Vehicle(start, end, from, to, durationMax, noLimit, List.of(), capacity, 0, 0, 0);
  }

  /** The same with another limit to its driving. */
  public Vehicle driving(double most) {
    return new Vehicle(
        start, end, from, to, durationMax, most, breaks, capacity, offers, travel, useCost);
  }
}
