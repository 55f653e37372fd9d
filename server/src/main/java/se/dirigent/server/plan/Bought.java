package se.dirigent.server.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.TransportCommand.Book;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.order.PlanRules;
import se.dirigent.server.plan.Board.Reason;
import se.dirigent.server.transport.PlannedOrders.OrderChange;

/** Which rides others are asked to drive, now that the plan leaves them to others. */
final class Bought {
  /** Code of a ride that begins where another region's units are; with the one to ask. */
  static final String OF_OTHERS = "ofOthers";

  private Bought() {}

  /**
   * The questions to carriers. A taxi is asked so late that the ride has had its chance with the
   * region's own vehicles, and so early that there is time for another answer than yes.
   */
  static List<List<OrderChange>> of(Board board, Plan plan, PlanRules rules) {
    List<List<OrderChange>> groups = new ArrayList<>();
    Instant due = board.zero().plus(Duration.ofMinutes(rules.booking().minutesBefore()));
    for (int r : plan.unserved()) {
      Transport t = board.rides().get(r);
      if (rules.mayBuy(t) && !t.pickupFrom().isAfter(due)) {
        ask(groups, t, rules.booking().carrier());
      }
    }
    for (Map.Entry<se.dirigent.core.transport.TransportId, Reason> one : board.left().entrySet()) {
      Transport t = board.leftOrders().get(one.getKey());
      if (t != null && one.getValue().code().equals(OF_OTHERS)) {
        ask(groups, t, one.getValue().values().getOrDefault("carrier", ""));
      }
    }
    return groups;
  }

  private static void ask(List<List<OrderChange>> groups, Transport t, String carrier) {
    if (t.ride() == Ride.APPROVED && t.planned() == null) {
      groups.add(List.of(new OrderChange(t.id(), t.version(), List.of(new Book(t.id(), carrier)))));
    }
  }
}
