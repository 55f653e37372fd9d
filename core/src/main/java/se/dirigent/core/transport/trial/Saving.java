package se.dirigent.core.transport.trial;

import se.dirigent.core.transport.mode.ModeAdvice.Option;

/**
 * What another way saves; below zero what it costs.
 *
 * @param orders that went another way
 * @param kronor by the prices of the modes
 * @param flightMinutes in the air
 * @param awayMinutes that ambulances are out of the region
 * @param busyMinutes of vehicles and crews
 */
public record Saving(int orders, long kronor, int flightMinutes, int awayMinutes, int busyMinutes) {
  /** Nothing. */
  public static final Saving NONE = new Saving(0, 0, 0, 0, 0);

  static Saving between(Option was, Option would) {
    return new Saving(
        1,
        was.kronor() - would.kronor(),
        was.flightMinutes() - would.flightMinutes(),
        was.awayMinutes() - would.awayMinutes(),
        was.busyMinutes() - would.busyMinutes());
  }

  /** Both together. */
  public Saving plus(Saving other) {
    return new Saving(
        orders + other.orders,
        kronor + other.kronor,
        flightMinutes + other.flightMinutes,
        awayMinutes + other.awayMinutes,
        busyMinutes + other.busyMinutes);
  }
}
