package se.dirigent.core.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.TransportCommand.Place;
import se.dirigent.core.transport.TransportCommand.Plan;
import se.dirigent.core.transport.TransportCommand.Unplan;
import se.dirigent.core.transport.TransportEvent.TransportPlanned;
import se.dirigent.core.transport.TransportEvent.TransportReleased;
import se.dirigent.core.transport.TransportEvent.TransportUnplanned;

/** The rules of an order's place in the plan: who may give it a vehicle, and until when. */
final class Planning {
  private Planning() {}

  /**
   * What is settled keeps its vehicle: placed by hand, locked, under way or on board. Its times may
   * still move, since the road decides them.
   */
  static List<TransportEvent> plan(Transport t, Plan c) {
    requirePlannable(t);
    Planned now = t.planned();
    if (now != null && now.says(c.unit(), c.pickupAt(), c.arriveAt())) {
      return List.of();
    }
    Booking booked = t.booking();
    if (booked != null && booked.live()) {
      throw Refused.state("transport.booked", "transport", Map.of("carrier", booked.carrier()));
    }
    boolean settled = now != null && (now.held() || t.ride() != Ride.APPROVED);
    if (now != null && settled && !now.unit().equals(c.unit())) {
      throw Refused.state("transport.settled", "unit", Map.of("unit", now.unit()));
    }
    boolean held = now != null && now.held();
    return List.of(new TransportPlanned(t.id(), c.unit(), c.pickupAt(), c.arriveAt(), held));
  }

  /** Whoever is on board stays there: the crew tells what becomes of the ride. */
  static List<TransportEvent> unplan(Transport t, Unplan c) {
    requirePlannable(t);
    requireNotOnBoard(t);
    Planned now = t.planned();
    return now == null
        ? Bookings.withdraw(t, c.values().getOrDefault("reason", c.code()))
        : List.of(new TransportUnplanned(t.id(), now.unit(), c.code(), c.values()));
  }

  /** A dispatcher may move what is locked, not what a vehicle is on its way to. */
  static List<TransportEvent> place(Transport t, Place c) {
    requirePlannable(t);
    requireNotOnBoard(t);
    if (t.ride() == Ride.UNDER_WAY) {
      throw Refused.state("transport.underWay", "transport", Map.of("unit", unitOf(t.planned())));
    }
    Planned now = t.planned();
    if (now != null && now.held() && now.says(c.unit(), c.pickupAt(), c.arriveAt())) {
      return List.of();
    }
    List<TransportEvent> events = new ArrayList<>(Bookings.withdraw(t, ""));
    events.add(new TransportPlanned(t.id(), c.unit(), c.pickupAt(), c.arriveAt(), true));
    return events;
  }

  static List<TransportEvent> release(Transport t) {
    requirePlannable(t);
    Planned now = t.planned();
    Booking booked = t.booking();
    if (booked != null && booked.live()) {
      requireNotOnBoard(t);
      return Bookings.withdraw(t, "");
    }
    boolean locked = t.ride() == Ride.LOCKED;
    boolean held = now != null && now.held();
    if (!locked && !held) {
      throw Refused.state("transport.notHeld", "transport", Map.of());
    }
    return List.of(new TransportReleased(t.id()));
  }

  private static String unitOf(@Nullable Planned planned) {
    return planned == null ? "" : planned.unit();
  }

  private static void requirePlannable(Transport t) {
    if (t.ride() == Ride.ORDERED) {
      throw Refused.state("transport.notApproved", "transport", Map.of());
    }
    if (!t.ride().plannable()) {
      throw Refused.state("transport.closed", "transport", Map.of("ride", t.ride().name()));
    }
  }

  private static void requireNotOnBoard(Transport t) {
    if (t.ride() == Ride.LOADED) {
      throw Refused.state("transport.onBoard", "transport", Map.of());
    }
  }
}
