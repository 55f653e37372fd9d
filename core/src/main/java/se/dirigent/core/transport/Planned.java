package se.dirigent.core.transport;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;

/**
 * The vehicle and the times that an order has in the plan. The plan of a region is nothing beside
 * this: what its open orders say.
 *
 * @param unit id of the unit that takes the patient
 * @param pickupAt when it is at the patient
 * @param arriveAt when the patient is there, after {@code pickupAt}
 * @param held placed by hand: the search may not give it to another unit
 * @param by user name of who planned it
 */
public record Planned(String unit, Instant pickupAt, Instant arriveAt, boolean held, String by) {
  /**
   * Checks the order of the times.
   *
   * @throws Refused {@code transport.planTimes} or of {@link Texts}
   */
  public Planned {
    unit = requireUnit(unit);
    requireOrder(pickupAt, arriveAt);
    Objects.requireNonNull(by, "by");
  }

  static String requireUnit(String unit) {
    return Texts.require("unit", unit, 1, 40);
  }

  static void requireOrder(Instant pickupAt, Instant arriveAt) {
    if (!arriveAt.isAfter(pickupAt)) {
      throw new Refused(
          "transport.planTimes",
          "arriveAt",
          Map.of("pickup", pickupAt.toString(), "arrive", arriveAt.toString()));
    }
  }

  /** Whether it says the same about the vehicle and the times. */
  boolean says(String otherUnit, Instant otherPickupAt, Instant otherArriveAt) {
    return unit.equals(otherUnit)
        && pickupAt.equals(otherPickupAt)
        && arriveAt.equals(otherArriveAt);
  }
}
