package se.dirigent.core.transport;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.transport.Choice.Trip;

/**
 * Whose ride an order is, when the region drives it for another: the other region has the patient
 * and the order, this one a vehicle on its way home. What is decided about the patient is decided
 * there; here it is planned, driven and given back.
 *
 * @param region the region that has the order
 * @param order the order there
 * @param kronor what it would cost that region to drive it: for more it is not worth taking
 */
public record OnBehalf(RegionCode region, TransportId order, int kronor) {
  public OnBehalf {
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(order, "order");
  }

  /** The request as the region that drives needs it: the way back is the other's to order. */
  static Request request(Request asked) {
    Timing t = asked.timing();
    return new Request(
        asked.from(),
        asked.to(),
        new Timing(t.readyAt(), t.arriveBy(), t.appointmentAt(), false, null),
        asked.needs(),
        asked.urgency(),
        asked.resuscitation(),
        asked.ordainedBy(),
        asked.reason(),
        asked.note());
  }

  /** The promise as it was given, which binds who drives; no vehicle leaves the county for it. */
  static Choice choice(Choice promised) {
    Trip trip = promised.trip();
    return promised.approved(true).by(trip == null ? null : trip.homeward());
  }

  /** Whether it is driven for another region at a price nobody has agreed to yet. */
  static boolean offered(@Nullable OnBehalf behalf, @Nullable Planned planned) {
    return behalf != null && planned == null;
  }
}
