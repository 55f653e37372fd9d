package se.dirigent.optimiser.plan;

/**
 * One end of a ride: where, when it may begin and how long it takes.
 *
 * @param place index of a place in the problem's {@link Travel}, from 0
 * @param earliest time before which service cannot begin; a vehicle that comes earlier waits
 * @param latest time after which service may not begin
 * @param service how long the vehicle stands there, not negative
 */
public record Stop(int place, double earliest, double latest, double service) {
  public Stop {
    if (place < 0) {
      throw new IllegalArgumentException("place " + place + ": give an index from 0");
    }
    if (!(earliest <= latest)) {
      throw new IllegalArgumentException(
          "earliest " + earliest + " is after latest " + latest + ": widen the window");
    }
    if (!(service >= 0) || Double.isInfinite(service)) {
      throw new IllegalArgumentException("service " + service + ": give a finite time from 0");
    }
  }
}
