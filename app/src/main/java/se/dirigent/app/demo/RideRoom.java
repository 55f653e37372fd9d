package se.dirigent.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.client.ServiceRefused;
import se.dirigent.app.demo.OrderList.SeenOrder;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.travel.Travel;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Urgency;
import se.dirigent.simulator.chance.Spread;
import se.dirigent.simulator.chance.Streams;

/**
 * Plays care transports: crews drive what is planned on them, stop by stop as the plan orders them,
 * and tell each step; taxis and others take what is booked of them. Who flies is driven to and from
 * the aeroplane, and that tells how far the patient has come.
 */
final class RideRoom implements Part {
  /** Minutes at a door, about the ten that planning reckons with [assumption]. */
  private static final Spread DOOR = new Spread(6, 9, 14);

  /** A crew leaves so long before it must [assumption]. */
  private static final Duration MARGIN = Duration.ofMinutes(2);

  /** What others take without being booked for each ride. */
  private static final Set<String> OF_OTHERS = Set.of("HELICOPTER", "BOAT");

  /** So long after the window opens a taxi or aircraft sets out, and is at the patient. */
  private static final Duration OTHERS_COME = Duration.ofMinutes(15);

  /** Straight-line speed of others, in metres per second: 60 km/h with the way's bends. */
  private static final double OTHERS_SPEED = 14;

  /** Steps remembered while the list may not show them yet. */
  private static final int TOLD_MAX = 5_000;

  /** A step that was refused is tried again after this, by the service's clock. */
  private static final Duration TRY_AGAIN = Duration.ofMinutes(1);

  private final Play play;
  private final OrderList orders;
  private final CrewRoom crews;
  private final TravelTimes times;
  private final RandomGenerator chance;

  /** Where units drive for a patient; what crews look at. */
  private final Map<String, Position> errands;

  private final Map<String, Instant> done = new HashMap<>();
  private final Map<String, Instant> told = new LinkedHashMap<>();

  RideRoom(
      Play play,
      OrderList orders,
      CrewRoom crews,
      TravelTimes times,
      Map<String, Position> errands,
      long seed) {
    this.play = play;
    this.orders = orders;
    this.crews = crews;
    this.times = times;
    this.errands = errands;
    this.chance = new Streams(seed).of("doors");
  }

  /** A place to share between this and {@link CrewRoom}. */
  static Map<String, Position> errands() {
    return new ConcurrentHashMap<>();
  }

  @Override
  public void act() {
    List<SeenOrder> open = orders.list();
    if (open == null) {
      return;
    }
    Instant now = play.picture().now();
    Map<String, List<SeenOrder>> byUnit = new HashMap<>();
    for (SeenOrder order : open) {
      if (order.unit() != null) {
        byUnit.computeIfAbsent(order.unit(), _ -> new ArrayList<>()).add(order);
      } else if (order.booking().equals("CONFIRMED") || OF_OTHERS.contains(order.mode())) {
        carry(order, now);
      }
    }
    errands.keySet().retainAll(byUnit.keySet());
    for (Seen.Unit unit : play.picture().units()) {
      List<SeenOrder> rides = byUnit.getOrDefault(unit.id(), List.of());
      if (unit.assignment() != null || unit.status().equals("OFF_DUTY")) {
        errands.remove(unit.id());
      } else {
        rides.stream()
            .min(Comparator.comparing(RideRoom::nextAt))
            .ifPresent(ride -> drive(unit.id(), ride, now));
      }
    }
    done.keySet().retainAll(open.stream().map(RideRoom::stopOf).toList());
  }

  /** When the plan has the unit at the next stop of the ride. */
  private static Instant nextAt(SeenOrder ride) {
    Instant at = ride.loaded() ? ride.arriveAt() : ride.pickupAt();
    return at == null ? Instant.MAX : at;
  }

  private static String stopOf(SeenOrder ride) {
    return ride.id() + (ride.loaded() ? " to" : " from");
  }

  private void drive(String unit, SeenOrder ride, Instant now) {
    Position goal = ride.loaded() ? ride.to() : ride.from();
    if (goal == null) {
      return;
    }
    if (!ride.begun()) {
      errands.remove(unit);
      if (!now.isBefore(departure(unit, goal, nextAt(ride), now))) {
        tell(ride, "UNDER_WAY", now);
      }
      return;
    }
    errands.put(unit, goal);
    if (!crews.standsAt(unit, goal, now)) {
      return;
    }
    Instant ready = ride.loaded() || ride.readyAt().isBefore(now) ? now : ride.readyAt();
    Instant end = done.computeIfAbsent(stopOf(ride), _ -> ready.plus(DOOR.duration(chance)));
    if (!now.isBefore(end)) {
      tell(ride, ride.loaded() ? "ARRIVED" : "LOADED", now);
    }
  }

  private Instant departure(String unit, Position goal, Instant at, Instant now) {
    @Nullable Position from = crews.where(unit, now);
    Duration drive =
        from == null
            ? Duration.ZERO
            : times
                .find(from, goal, TravelMode.ROAD, Urgency.NORMAL, now)
                .map(Travel::median)
                .orElse(Duration.ZERO);
    return at.minus(drive).minus(MARGIN);
  }

  /** A taxi, or an aircraft of the federation: nobody here sees it drive. */
  private void carry(SeenOrder order, Instant now) {
    Instant underWay = order.underWayAt();
    Instant loaded = order.loadedAt();
    boolean waits = order.ride().equals("APPROVED") || order.ride().equals("LOCKED");
    if (waits && now.isAfter(order.windowAt().plus(OTHERS_COME))) {
      tell(order, "UNDER_WAY", now);
    } else if (underWay != null && !order.loaded() && now.isAfter(underWay.plus(OTHERS_COME))) {
      tell(order, "LOADED", now);
    } else if (loaded != null && order.loaded() && now.isAfter(loaded.plus(way(order)))) {
      tell(order, "ARRIVED", now);
    }
  }

  private static Duration way(SeenOrder order) {
    Position from = order.from();
    Position to = order.to();
    double metres = from == null || to == null ? 0 : from.metresTo(to);
    return OTHERS_COME.plusSeconds(Math.round(metres / OTHERS_SPEED));
  }

  /** Once: the list takes a moment to show what was told. */
  private void tell(SeenOrder order, String step, Instant now) {
    String what = order.id() + " " + step;
    Instant before = told.get(what);
    if (before != null && now.isBefore(before.plus(TRY_AGAIN))) {
      return;
    }
    told.put(what, now);
    if (told.size() > TOLD_MAX) {
      told.remove(told.keySet().iterator().next());
    }
    try {
      play.client().post(play.path("transports", order.id(), "steps"), Map.of("ride", step));
      play.count("rides." + step);
    } catch (ServiceRefused e) {
      // Called off, moved or ended meanwhile: the list will tell.
      play.refused("rideRefused", step + " of " + order.id(), e);
    }
  }
}
