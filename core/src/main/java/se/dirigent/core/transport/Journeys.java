package se.dirigent.core.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.transport.AirRequest.Slot;
import se.dirigent.core.transport.Leg.Part;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.TransportCommand.OrderReturn;
import se.dirigent.core.transport.TransportEvent.AirAnswered;
import se.dirigent.core.transport.TransportEvent.RideAdvanced;
import se.dirigent.core.transport.TransportEvent.TransportApproved;
import se.dirigent.core.transport.TransportEvent.TransportCancelled;
import se.dirigent.core.transport.TransportEvent.TransportChanged;
import se.dirigent.core.transport.TransportEvent.TransportModeChosen;
import se.dirigent.core.transport.TransportEvent.TransportOrdered;
import se.dirigent.core.transport.TransportEvent.TransportRefused;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.core.transport.mode.ModeAdvice;
import se.dirigent.core.transport.mode.ModeAdvice.Option;

/**
 * The legs of an order. Which legs an order should have follows from what it says: the way back
 * when the ward wants one and knows when, the ways to and from the aeroplane when there is a
 * flight. What differs is ordered, changed or taken back with the order.
 */
public final class Journeys {
  /** A patient in an aeroplane that has landed binds it; the ambulance is there by then. */
  private static final Duration MET_WITHIN = Duration.ofMinutes(30);

  /** Most legs of one part: an order changed more often is a loop in a peer's software. */
  private static final int OF_PART_MAX = 99;

  /** Codes of why a leg does not go as is advised, in place of a person's words. */
  private static final String RETURN_WITHOUT_FLIGHT = "RETURN_WITHOUT_FLIGHT";

  private static final String PART_OF_FLIGHT = "PART_OF_FLIGHT";

  private Journeys() {}

  /**
   * A leg that an order should have.
   *
   * @param slot the flight it is for, or null
   */
  public record Wish(Part part, Request request, @Nullable Slot slot) {}

  /** A leg, and which mode is advised for it. */
  public record Advised(Wish wish, ModeAdvice advice) {}

  /** Whether the events may change which legs the order should have. */
  public static boolean concern(List<TransportEvent> events) {
    return events.stream()
        .anyMatch(e ->
            e instanceof TransportOrdered
                || e instanceof TransportChanged
                || e instanceof TransportModeChosen
                || e instanceof AirAnswered);
  }

  /**
   * The legs that an order should have.
   *
   * @param airway of its flight, or null when it has none
   */
  public static List<Wish> wishes(Transport order, @Nullable Airway airway) {
    List<Wish> wishes = new ArrayList<>();
    if (order.leg() != null || !order.ride().open()) {
      return wishes;
    }
    Slot slot = order.air() == null ? null : order.air().slot();
    Request asked = order.request();
    if (slot != null && airway != null) {
      Instant boards = slot.departAt().minus(AirRequest.BOARDING);
      Instant ready = asked.timing().readyAt();
      Instant from = slot.pickupFrom().isBefore(ready) ? ready : slot.pickupFrom();
      Timing there = new Timing(from, boards, null, false, null);
      Timing onward = new Timing(slot.arriveAt(), null, null, false, null);
      wishes.add(
          new Wish(Part.TO_AIRCRAFT, with(asked, asked.from(), airway.board(), there), slot));
      wishes.add(
          new Wish(Part.FROM_AIRCRAFT, with(asked, airway.land(), asked.to(), onward), slot));
    }
    Instant back = asked.timing().returnReadyAt();
    if (back != null) {
      wishes.add(new Wish(Part.RETURN, back(asked, back), null));
    }
    return wishes;
  }

  /** The request of the way back. */
  public static Request back(Request there, Instant readyAt) {
    return with(there, there.to(), there.from(), new Timing(readyAt, null, null, false, null));
  }

  private static Request with(Request r, Stop from, Stop to, Timing timing) {
    return new Request(
        from,
        to,
        timing,
        r.needs(),
        r.urgency(),
        r.resuscitation(),
        r.ordainedBy(),
        r.reason(),
        r.note());
  }

  /** Orders the way back when it is known at last when. */
  static List<TransportEvent> orderReturn(Transport t, OrderReturn c, Circumstances known) {
    boolean made = t.ride().open() || t.ride() == Ride.ARRIVED;
    if (t.leg() != null || !made) {
      throw Refused.state("transport.noReturn", "transport", Map.of("ride", t.ride().name()));
    }
    if (open(known.journey(), Part.RETURN) != null) {
      throw Refused.state("transport.returnOrdered", "transport", Map.of());
    }
    if (!c.readyAt().isAfter(t.request().timing().readyAt())) {
      throw new Refused(
          "transport.returnBefore", "readyAt", Map.of("value", c.readyAt().toString()));
    }
    Wish wish = new Wish(Part.RETURN, back(t.request(), c.readyAt()), null);
    ModeAdvice advice = Objects.requireNonNull(known.advice(), "advice");
    return List.of(ordered(t, known.journey(), new Advised(wish, advice)));
  }

  /** Refuses to change an order whose way to the flight is settled, or that way by itself. */
  static void requireChangeable(Transport t, List<Transport> journey) {
    if (t.leg() != null && t.leg().part().flies()) {
      throw Refused.state("transport.leg", "transport", Map.of("order", t.leg().of().value()));
    }
    for (Transport leg : journey) {
      boolean settled = leg.ride().open() && !leg.ride().changeable();
      if (settled && belongs(leg, t) && flies(leg)) {
        throw Refused.state("transport.locked", "transport", Map.of("ride", leg.ride().name()));
      }
    }
  }

  /**
   * What follows for the rest of a journey from what has happened to an order of it.
   *
   * @param before the order before it; null when it is new
   * @param order the order after it
   * @param journey the other orders of the journey: of an order its legs, of a leg its order
   * @param advised the legs that the order should have; none unless the events {@link #concern}
   *     them
   */
  public static List<TransportEvent> follow(
      @Nullable Transport before,
      Transport order,
      List<Transport> journey,
      List<Advised> advised,
      List<TransportEvent> events) {
    List<TransportEvent> follow = new ArrayList<>();
    for (TransportEvent event : events) {
      if (event.transport().equals(order.id())) {
        follow.addAll(follow(order, journey, event));
      }
    }
    if (order.leg() == null && order.ride().open() && concern(events)) {
      reconcile(follow, before, order, journey, advised);
    }
    return follow;
  }

  private static List<TransportEvent> follow(
      Transport order, List<Transport> journey, TransportEvent event) {
    return switch (event) {
      case TransportCancelled e ->
          each(order, journey, leg -> new TransportCancelled(leg, e.reason()));
      case TransportRefused e -> each(order, journey, leg -> new TransportRefused(leg, e.reason()));
      case TransportApproved _, TransportModeChosen _ ->
          journey.stream()
              .filter(leg -> belongs(leg, order) && leg.ride() == Ride.ORDERED)
              .<TransportEvent>map(leg -> new TransportApproved(leg.id()))
              .toList();
      case RideAdvanced e -> flown(order, journey, e);
      default -> List.of();
    };
  }

  private static boolean belongs(Transport leg, Transport order) {
    return leg.leg() != null && leg.leg().of().equals(order.id());
  }

  private static boolean flies(Transport leg) {
    return leg.leg() != null && leg.leg().part().flies();
  }

  private interface OfLeg {
    TransportEvent event(TransportId leg);
  }

  private static List<TransportEvent> each(Transport order, List<Transport> journey, OfLeg made) {
    return journey.stream()
        .filter(leg -> belongs(leg, order) && leg.ride().open() && leg.ride() != Ride.LOADED)
        .map(leg -> made.event(leg.id()))
        .toList();
  }

  /** The patient has set out when the first leg has, and is there when the last one is. */
  private static List<TransportEvent> flown(
      Transport leg, List<Transport> journey, RideAdvanced step) {
    Leg of = leg.leg();
    if (of == null || !of.part().flies()) {
      return List.of();
    }
    Ride reached = of.part() == Part.TO_AIRCRAFT ? Ride.LOADED : Ride.ARRIVED;
    boolean there =
        of.part() == Part.TO_AIRCRAFT
            ? step.ride().compareTo(Ride.LOADED) >= 0
            : step.ride() == Ride.ARRIVED;
    return journey.stream()
        .filter(order -> order.id().equals(of.of()) && there)
        .filter(order -> order.ride().open() && order.ride().compareTo(reached) < 0)
        .<TransportEvent>map(order -> new RideAdvanced(order.id(), reached, step.reachedAt()))
        .toList();
  }

  private static void reconcile(
      List<TransportEvent> events,
      @Nullable Transport before,
      Transport order,
      List<Transport> journey,
      List<Advised> advised) {
    boolean timing = before == null || !before.request().timing().equals(order.request().timing());
    for (Advised wanted : advised) {
      Part part = wanted.wish().part();
      Transport leg = open(journey, part);
      boolean taken = journey.stream().anyMatch(l -> of(l) == part);
      // Who waits at the aeroplane when its flight is moved is not fetched at the ward again.
      boolean driven =
          part.flies() && journey.stream().anyMatch(l -> of(l) == part && l.ride() == Ride.ARRIVED);
      if (leg == null && !driven && (!taken || part.flies() || timing)) {
        events.add(ordered(order, journey, wanted));
      } else if (leg != null) {
        change(events, leg, wanted, timing || part.flies());
      }
    }
    boolean wasBack = before != null && before.request().timing().returnTrip();
    for (Part part : Part.values()) {
      Transport leg = open(journey, part);
      boolean wanted = advised.stream().anyMatch(a -> a.wish().part() == part);
      boolean drop = part.flies() || wasBack && !order.request().timing().returnTrip();
      if (leg != null && !wanted && drop && leg.ride() != Ride.LOADED) {
        events.add(new TransportCancelled(leg.id(), ""));
      }
    }
  }

  /** A leg follows what the ward changes of its order, until the vehicle is on its way. */
  private static void change(
      List<TransportEvent> events, Transport leg, Advised wanted, boolean timing) {
    Request wish = wanted.wish().request();
    Request request = timing ? wish : with(wish, wish.from(), wish.to(), leg.request().timing());
    List<String> changed = request.differences(leg.request());
    if (!changed.isEmpty() && leg.ride().compareTo(Ride.UNDER_WAY) < 0) {
      boolean approval = leg.ride() == Ride.ORDERED;
      Choice choice = choice(leg.choice(), wanted).approved(!approval);
      events.add(new TransportChanged(leg.id(), request, choice, changed));
    }
  }

  private static TransportOrdered ordered(
      Transport order, List<Transport> journey, Advised wanted) {
    Part part = wanted.wish().part();
    long before = journey.stream().filter(leg -> of(leg) == part).count();
    if (before >= OF_PART_MAX) {
      throw Refused.state("transport.full", "transport", Map.of("max", "" + OF_PART_MAX));
    }
    Choice choice = choice(order.choice(), wanted);
    // Whoever approves an order approves its legs with it.
    boolean asked = order.choice().approval();
    boolean approval = asked ? order.ride() == Ride.ORDERED : choice.approval() && !part.flies();
    return new TransportOrdered(
        part.name(order.id(), (int) before + 1),
        order.region(),
        order.careUnit(),
        order.patient(),
        wanted.wish().request(),
        choice.approved(!approval),
        new Leg(order.id(), part),
        null);
  }

  /** As advised; a mode that somebody chose for a reason there is chosen for it back too. */
  private static Choice choice(Choice there, Advised wanted) {
    ModeAdvice advice = wanted.advice();
    List<Mode> modes =
        advice.options().stream().map(Option::mode).filter(m -> m != Mode.AEROPLANE).toList();
    if (modes.isEmpty()) {
      throw Refused.state("transport.noMode", "to", Map.of());
    }
    if (wanted.wish().part() == Part.RETURN) {
      boolean chosen = there.mode() != there.recommended() && modes.contains(there.mode());
      Mode mode = chosen ? there.mode() : modes.getFirst();
      String reason = chosen ? there.reason() : RETURN_WITHOUT_FLIGHT;
      return Choice.of(mode, mode == advice.mode() ? "" : reason, advice);
    }
    Mode mode =
        modes.stream()
            .filter(m -> m.compareTo(Mode.HELICOPTER) < 0)
            .findFirst()
            .orElse(modes.getFirst());
    Slot slot = Objects.requireNonNull(wanted.wish().slot());
    Choice choice = Choice.of(mode, PART_OF_FLIGHT, advice);
    return wanted.wish().part() == Part.TO_AIRCRAFT
        ? choice.within(slot.pickupFrom(), slot.pickupUntil())
        : choice.within(slot.arriveAt(), slot.arriveAt().plus(MET_WITHIN));
  }

  private static @Nullable Part of(Transport leg) {
    return leg.leg() == null ? null : leg.leg().part();
  }

  private static @Nullable Transport open(List<Transport> journey, Part part) {
    return journey.stream()
        .filter(leg -> of(leg) == part && leg.ride().open())
        .max(Comparator.comparing(Transport::id))
        .orElse(null);
  }
}
