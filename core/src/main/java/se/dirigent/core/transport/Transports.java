package se.dirigent.core.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.transport.Transport.Reception;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.TransportCommand.Advance;
import se.dirigent.core.transport.TransportCommand.Answer;
import se.dirigent.core.transport.TransportCommand.AnswerAir;
import se.dirigent.core.transport.TransportCommand.AnswerBooking;
import se.dirigent.core.transport.TransportCommand.Approve;
import se.dirigent.core.transport.TransportCommand.Book;
import se.dirigent.core.transport.TransportCommand.Cancel;
import se.dirigent.core.transport.TransportCommand.Change;
import se.dirigent.core.transport.TransportCommand.ChooseMode;
import se.dirigent.core.transport.TransportCommand.End;
import se.dirigent.core.transport.TransportCommand.GiveBack;
import se.dirigent.core.transport.TransportCommand.Offer;
import se.dirigent.core.transport.TransportCommand.Order;
import se.dirigent.core.transport.TransportCommand.OrderReturn;
import se.dirigent.core.transport.TransportCommand.Place;
import se.dirigent.core.transport.TransportCommand.Plan;
import se.dirigent.core.transport.TransportCommand.Refuse;
import se.dirigent.core.transport.TransportCommand.Release;
import se.dirigent.core.transport.TransportCommand.RequestAir;
import se.dirigent.core.transport.TransportCommand.Take;
import se.dirigent.core.transport.TransportCommand.Unplan;
import se.dirigent.core.transport.TransportEvent.ReceiverAnswered;
import se.dirigent.core.transport.TransportEvent.RideAdvanced;
import se.dirigent.core.transport.TransportEvent.TransportApproved;
import se.dirigent.core.transport.TransportEvent.TransportCancelled;
import se.dirigent.core.transport.TransportEvent.TransportChanged;
import se.dirigent.core.transport.TransportEvent.TransportEnded;
import se.dirigent.core.transport.TransportEvent.TransportModeChosen;
import se.dirigent.core.transport.TransportEvent.TransportOrdered;
import se.dirigent.core.transport.TransportEvent.TransportRefused;
import se.dirigent.core.transport.TransportEvent.TransportResembled;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.core.transport.mode.ModeAdvice;
import se.dirigent.core.transport.mode.ModeAdvice.Option;

/** The rules of orders: which command leads to which events. */
public final class Transports {
  /** A ready time this long ago is the time it took to fill in the order, not yesterday. */
  public static final Duration PAST_MAX = Duration.ofMinutes(30);

  /** Further ahead nobody knows; a return visit in a year is ordered when it comes. */
  public static final Duration AHEAD_MAX = Duration.ofDays(190);

  /** A ride's time reported later than this is a mistake. */
  private static final Duration REPORT_AGE_MAX = Duration.ofDays(2);

  /** Most happenings kept with an order: one with more is a loop in a peer's software. */
  private static final int CHANGES_MAX = 200;

  /** Most orders named as alike; beyond it the list of the patient's orders says it better. */
  private static final int RESEMBLING_MAX = 20;

  private Transports() {}

  /**
   * Decides a command. The events of an order are those of the orders it resembles too.
   *
   * @param transport as it is, or null when there is none of that name
   * @throws Refused when the command may not be carried out; nothing has changed
   */
  public static List<TransportEvent> decide(
      @Nullable Transport transport, TransportCommand command, Circumstances known, Stamp stamp) {
    if (command instanceof Order c) {
      return order(transport, c, known, stamp);
    }
    if (command instanceof Take c) {
      return take(transport, c);
    }
    Transport t = known(transport, command.transport());
    requireOwn(t, command);
    return switch (command) {
      case Order c -> order(t, c, known, stamp);
      case Take c -> take(t, c);
      case GiveBack c -> giveBack(t, c);
      case Change c -> change(notFull(changeable(t, known)), c, known, stamp);
      case Cancel c -> List.of(new TransportCancelled(changeable(t, known).id(), c.reason()));
      case Approve c -> approve(asSeen(open(t), c.seen()));
      case ChooseMode c -> chooseMode(asSeen(t, c.seen()), c, known);
      case Refuse c ->
          List.of(new TransportRefused(asSeen(changeable(t, known), c.seen()).id(), c.reason()));
      case Answer c -> answer(t, c);
      case Advance c -> advance(t, c, stamp);
      case Plan c -> Planning.plan(t, c);
      case Unplan c -> Planning.unplan(t, c);
      case Place c -> Planning.place(notFull(open(t)), c);
      case Release _ -> Planning.release(notFull(open(t)));
      case Book c -> Bookings.book(notFull(open(t)), c);
      case Offer c -> Bookings.offer(notFull(open(t)), c);
      case AnswerBooking c -> Bookings.answer(notFull(open(t)), c, stamp);
      case RequestAir c -> Flights.request(notFull(open(t)), c);
      case AnswerAir c -> Flights.answer(notFull(open(t)), c, known.toAircraft(), stamp);
      case OrderReturn c -> orderReturn(t, c, known, stamp);
      case End c -> end(t, c);
    };
  }

  private static Transport known(@Nullable Transport transport, TransportId id) {
    if (transport == null) {
      throw Refused.unknown("transport.unknown", "transport", Map.of("transport", id.value()));
    }
    return transport;
  }

  /**
   * What is decided is decided of the order as it was read. That it was planned meanwhile is the
   * planner's: what people do with it is among its happenings, and only that is a new order.
   */
  private static Transport asSeen(Transport t, @Nullable Integer seen) {
    if (seen != null && seen != t.changes().size()) {
      throw Refused.state("transport.decidedUnseen", "seen", Map.of());
    }
    return t;
  }

  private static Transport open(Transport t) {
    if (!t.ride().open()) {
      throw Refused.state("transport.closed", "transport", Map.of("ride", t.ride().name()));
    }
    return t;
  }

  /** What may be done again and again has an end; to take back, say no, drive and end has none. */
  private static Transport notFull(Transport t) {
    if (t.changes().size() >= CHANGES_MAX) {
      throw Refused.state("transport.full", "transport", Map.of("max", "" + CHANGES_MAX));
    }
    return t;
  }

  private static Transport changeable(Transport t, Circumstances known) {
    Journeys.requireChangeable(t, known.journey());
    return beforeLock(t);
  }

  private static Transport beforeLock(Transport t) {
    if (!open(t).ride().changeable()) {
      throw Refused.state("transport.locked", "transport", Map.of("ride", t.ride().name()));
    }
    return t;
  }

  private static List<TransportEvent> order(
      @Nullable Transport before, Order c, Circumstances known, Stamp stamp) {
    if (before != null) {
      throw Refused.state(
          "transport.exists", "transport", Map.of("transport", c.transport().value()));
    }
    requireWhen(c.request(), stamp);
    Choice choice = choose(c.request(), c.mode(), c.modeReason(), known);
    List<TransportEvent> events = new ArrayList<>();
    events.add(
        new TransportOrdered(
            c.transport(), c.region(), c.careUnit(), c.patient(), c.request(), choice, null, null));
    if (!choice.approval()) {
      events.addAll(Flights.asked(c.transport(), choice, null));
    }
    known.others().stream()
        .filter(other -> other.ride().open() && Likeness.alike(c.request(), other.request()))
        .limit(RESEMBLING_MAX)
        .forEach(other -> {
          events.add(new TransportResembled(c.transport(), other.id()));
          if (other.changes().size() < CHANGES_MAX) {
            events.add(new TransportResembled(other.id(), c.transport()));
          }
        });
    return events;
  }

  /** What another region offers is here once, and goes by what was promised there. */
  private static List<TransportEvent> take(@Nullable Transport before, Take c) {
    if (before != null) {
      return List.of();
    }
    Transport order = c.order();
    return List.of(
        new TransportOrdered(
            c.transport(),
            c.region(),
            c.careUnit(),
            c.patient(),
            OnBehalf.request(order.request()),
            OnBehalf.choice(order.choice()),
            null,
            new OnBehalf(order.region(), order.id(), c.kronor())));
  }

  private static List<TransportEvent> giveBack(Transport t, GiveBack c) {
    if (!t.ride().open() || t.ride() == Ride.LOADED || t.onBehalf() == null) {
      return List.of();
    }
    return List.of(new TransportCancelled(t.id(), c.reason()));
  }

  /** What is asked for is the other region's to change, where the ward that asks is. */
  private static void requireOwn(Transport t, TransportCommand command) {
    boolean others =
        switch (command) {
          case Change _, ChooseMode _, Cancel _, OrderReturn _, Book _, Offer _, End _ -> true;
          default -> false;
        };
    if (t.onBehalf() != null && others) {
      throw Refused.state("transport.onBehalf", "transport", Map.of("careUnit", t.careUnit()));
    }
  }

  private static void requireWhen(Request request, Stamp stamp) {
    Instant ready = request.timing().readyAt();
    if (ready.isBefore(stamp.at().minus(PAST_MAX))) {
      throw new Refused("transport.past", "readyAt", Map.of("value", ready.toString()));
    }
    if (ready.isAfter(stamp.at().plus(AHEAD_MAX))) {
      throw new Refused(
          "transport.far",
          "readyAt",
          Map.of("value", ready.toString(), "max", "" + AHEAD_MAX.toDays()));
    }
  }

  private static Choice choose(
      Request request, @Nullable Mode mode, String reason, Circumstances known) {
    if (request.from().same(request.to())) {
      throw new Refused("transport.samePlace", "to", Map.of());
    }
    ModeAdvice advice = Objects.requireNonNull(known.advice(), "advice");
    requirePossible(request, advice);
    return Choice.of(mode == null ? advice.mode() : mode, reason, advice);
  }

  /** A window is impossible when not even the quickest mode, waiting at the door, makes it. */
  private static void requirePossible(Request request, ModeAdvice advice) {
    Instant arriveBy = request.timing().mustArriveBy();
    Instant ready = request.timing().readyAt();
    int quickest = advice.options().stream().mapToInt(Option::tripMinutes).min().orElseThrow();
    if (arriveBy != null && ready.plus(Duration.ofMinutes(quickest)).isAfter(arriveBy)) {
      throw new Refused(
          "transport.impossible",
          "arriveBy",
          Map.of(
              "minutes", "" + quickest,
              "given", "" + Duration.between(ready, arriveBy).toMinutes()));
    }
  }

  private static List<TransportEvent> change(
      Transport t, Change c, Circumstances known, Stamp stamp) {
    List<String> changed = new ArrayList<>(c.request().differences(t.request()));
    if (c.was() != null && !c.was().equals(t.request())) {
      throw Refused.state("transport.changedSince", "was", Map.of());
    }
    if (!c.request().timing().equals(t.request().timing())) {
      requireWhen(c.request(), stamp);
    }
    Choice choice = choose(c.request(), c.mode(), c.modeReason(), known);
    if (choice.mode() != t.choice().mode()) {
      changed.add("mode");
    }
    if (changed.isEmpty()) {
      return List.of();
    }
    TransportChanged event = new TransportChanged(t.id(), c.request(), choice, changed);
    List<TransportEvent> flight =
        choice.approval() ? List.of() : Flights.asked(t.id(), choice, Flights.after(t, event));
    return with(event, flight);
  }

  private static List<TransportEvent> orderReturn(
      Transport t, OrderReturn c, Circumstances known, Stamp stamp) {
    requireWhen(Journeys.back(t.request(), c.readyAt()), stamp);
    return Journeys.orderReturn(t, c, known);
  }

  private static List<TransportEvent> approve(Transport t) {
    if (t.ride() != Ride.ORDERED) {
      throw Refused.state("transport.approved", "transport", Map.of("ride", t.ride().name()));
    }
    return with(new TransportApproved(t.id()), Flights.asked(t.id(), t.choice(), t.air()));
  }

  private static List<TransportEvent> with(TransportEvent first, List<TransportEvent> more) {
    return Stream.concat(Stream.of(first), more.stream()).toList();
  }

  private static List<TransportEvent> chooseMode(Transport t, ChooseMode c, Circumstances known) {
    Transport _ = notFull(t.leg() == null ? changeable(t, known) : beforeLock(t));
    if (t.leg() != null && c.mode() == Mode.AEROPLANE) {
      // A flight has legs of its own, so the way by air is an order of its own.
      throw new Refused("transport.legByAir", "mode", Map.of());
    }
    if (c.mode() == t.choice().mode()) {
      throw Refused.state("transport.sameMode", "mode", Map.of("mode", c.mode().name()));
    }
    ModeAdvice advice = Objects.requireNonNull(known.advice(), "advice");
    Choice choice = Choice.of(c.mode(), c.reason(), advice);
    return with(new TransportModeChosen(t.id(), choice), Flights.asked(t.id(), choice, null));
  }

  private static List<TransportEvent> answer(Transport t, Answer c) {
    if (t.reception() == Reception.NONE) {
      throw Refused.state("transport.noReceiver", "transport", Map.of());
    }
    // Arrived is no end for the receiver: who comes late to the screen may still answer.
    if (t.ride() != Ride.ARRIVED) {
      Transport _ = open(t);
    }
    Transport _ = notFull(t);
    Reception said = c.accepted() ? Reception.ACCEPTED : Reception.DECLINED;
    if (t.reception() == said) {
      throw Refused.state("transport.answered", "transport", Map.of("reception", said.name()));
    }
    return List.of(new ReceiverAnswered(t.id(), c.accepted(), c.text()));
  }

  private static List<TransportEvent> advance(Transport t, Advance c, Stamp stamp) {
    if (t.ride() == Ride.ORDERED) {
      throw Refused.state("transport.notApproved", "transport", Map.of());
    }
    Transport _ = open(t);
    if (c.ride().compareTo(t.ride()) <= 0) {
      throw Refused.state(
          "transport.passed", "ride", Map.of("value", c.ride().name(), "ride", t.ride().name()));
    }
    if (c.ride() == Ride.LOCKED && t.awaitsFlight()) {
      throw Refused.state("transport.noFlight", "transport", Map.of());
    }
    Instant at = c.at() == null ? stamp.at() : stamp.past("at", c.at());
    if (at.isBefore(stamp.at().minus(REPORT_AGE_MAX)) || at.isBefore(t.orderedAt())) {
      throw new Refused("transport.stepTime", "at", Map.of("value", at.toString()));
    }
    return List.of(new RideAdvanced(t.id(), c.ride(), at));
  }

  /** A patient on board is on the way, whatever the ward's system says: the crew tells the rest. */
  private static List<TransportEvent> end(Transport t, End c) {
    Transport _ = open(t);
    if (t.ride() == Ride.LOADED) {
      throw Refused.state("transport.onBoard", "transport", Map.of());
    }
    return List.of(new TransportEnded(t.id(), c.fate(), c.text()));
  }

  /** The order after the event. */
  public static Transport fold(@Nullable Transport transport, TransportEvent event, Stamp stamp) {
    return TransportFold.fold(transport, event, stamp);
  }
}
