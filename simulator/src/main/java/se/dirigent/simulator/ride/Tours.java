package se.dirigent.simulator.ride;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.transport.Planned;

/** What a unit is to drive next, by what the open orders say. */
final class Tours {
  private Tours() {}

  static boolean has(RideOrder order, String unit) {
    Planned planned = order.planned();
    return planned != null && planned.unit().equals(unit);
  }

  private static Instant pickup(RideOrder order) {
    return Objects.requireNonNull(order.planned()).pickupAt();
  }

  /** The unit's first order, or null when it has none. */
  static @Nullable RideOrder next(List<RideOrder> open, String unit) {
    return open.stream()
        .filter(o -> has(o, unit))
        .min(Comparator.comparing(Tours::pickup))
        .orElse(null);
  }

  /** The unit's next orders that overlap: they are driven together. */
  static List<RideOrder> block(List<RideOrder> open, String unit) {
    List<RideOrder> mine =
        open.stream()
            .filter(o -> has(o, unit))
            .sorted(Comparator.comparing(Tours::pickup))
            .toList();
    List<RideOrder> block = new ArrayList<>();
    Instant until = Instant.MIN;
    for (RideOrder order : mine) {
      Planned planned = Objects.requireNonNull(order.planned());
      if (!block.isEmpty() && !planned.pickupAt().isBefore(until)) {
        break;
      }
      block.add(order);
      until = planned.arriveAt().isAfter(until) ? planned.arriveAt() : until;
    }
    return block;
  }
}
