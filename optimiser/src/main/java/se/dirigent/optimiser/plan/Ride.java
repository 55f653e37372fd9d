package se.dirigent.optimiser.plan;

import java.util.List;

/**
 * Somebody to be fetched at one stop and left at another, by the same vehicle.
 *
 * @param pickup where the ride begins
 * @param delivery where it ends
 * @param rideMax longest time from the end of service at the pick-up to the beginning of service at
 *     the delivery; infinite when nothing limits it
 * @param load what is taken up on board, one figure for each dimension of the vehicles' capacity
 * @param needs a bit for each ability the vehicle must have
 * @param unservedCost what it costs to leave the ride out, in the cost's own unit
 * @param only number of the one vehicle that may take it, or {@link #ANY}: for what is promised,
 *     under way or on board. It may still be left out where that is cheaper or nothing else is
 *     possible, so a promise has an {@code unservedCost} above all others. Who is on board is
 *     fetched where the vehicle starts, when it starts, without service
 */
public record Ride(
    Stop pickup,
    Stop delivery,
    double rideMax,
    List<Integer> load,
    long needs,
    double unservedCost,
    int only) {
  /** Any vehicle that can. */
  public static final int ANY = -1;

  public Ride {
    load = List.copyOf(load);
    if (!(rideMax >= 0)) {
      throw new IllegalArgumentException("rideMax " + rideMax + ": give a time from 0");
    }
    if (load.stream().anyMatch(amount -> amount < 0)) {
      throw new IllegalArgumentException("load " + load + ": give figures from 0");
    }
    if (!(unservedCost > 0) || Double.isInfinite(unservedCost)) {
      throw new IllegalArgumentException(
          "unservedCost " + unservedCost + ": give a finite cost above 0");
    }
    if (only < ANY) {
      throw new IllegalArgumentException(
          "only " + only + ": give a vehicle's number from 0, or " + ANY + " for any");
    }
  }

  /** A ride for any vehicle that can. */
  public Ride(
      Stop pickup,
      Stop delivery,
      double rideMax,
      List<Integer> load,
      long needs,
      double unservedCost) {
    this(pickup, delivery, rideMax, load, needs, unservedCost, ANY);
  }

  /** The same ride for this vehicle alone. */
  public Ride onlyBy(int vehicle) {
    return new Ride(pickup, delivery, rideMax, load, needs, unservedCost, vehicle);
  }
}
