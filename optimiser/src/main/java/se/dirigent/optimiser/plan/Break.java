package se.dirigent.optimiser.plan;

/**
 * A rest that a crew must have, where the vehicle stands and with nobody on board: a meal, or the
 * pause after hours at the wheel.
 *
 * @param earliest time before which it cannot begin
 * @param latest time after which it may not begin
 * @param duration how long it lasts, not negative
 */
public record Break(double earliest, double latest, double duration) {
  public Break {
    if (!(earliest <= latest)) {
      throw new IllegalArgumentException(
          "earliest " + earliest + " is after latest " + latest + ": widen the window");
    }
    if (!(duration >= 0) || Double.isInfinite(duration)) {
      throw new IllegalArgumentException("duration " + duration + ": give a finite time from 0");
    }
  }
}
