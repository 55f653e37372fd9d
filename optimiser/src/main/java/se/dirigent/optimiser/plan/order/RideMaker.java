package se.dirigent.optimiser.plan.order;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import se.dirigent.core.geo.Position;
import se.dirigent.core.transport.Leg;
import se.dirigent.core.transport.OnBehalf;
import se.dirigent.core.transport.Planned;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.mode.Hours;
import se.dirigent.core.transport.mode.Needs;
import se.dirigent.core.transport.mode.Needs.Infection;
import se.dirigent.core.transport.mode.Urgency;
import se.dirigent.optimiser.plan.Ride;
import se.dirigent.optimiser.plan.Stop;
import se.dirigent.optimiser.plan.Vehicle;

/** Puts orders as rides of a problem whose seconds count from one moment. */
public final class RideMaker {
  /** Room for one who rides alone; whoever rides with others takes one of it. */
  static final int ROOM = 100;

  private static final double EVER = Double.POSITIVE_INFINITY;

  /** A promise is worth more than any ride that is not promised yet. */
  private static final int PROMISED = 20;

  /** A ride planned late may slip by this many seconds more before it is sought anew. */
  private static final double SLIP_SECONDS = 300;

  private final PlanRules rules;
  private final Hours receiving;
  private final ZoneId zone;
  private final Instant zero;
  private final Grid grid;
  private final List<Transport> orders;
  private final ToDoubleFunction<Transport> suffered;

  /**
   * For orders of a region.
   *
   * @param receiving when wards receive with more than on-call staff
   * @param zone whose hours those are
   * @param zero the moment from which the problem counts
   * @param orders all open ones, since a way back waits for the way there
   * @param suffered what delays an order's patient and ward have had already, in minutes, see
   *     {@link PlanRules.Delay}
   */
  public RideMaker(
      PlanRules rules,
      Hours receiving,
      ZoneId zone,
      Instant zero,
      Grid grid,
      List<Transport> orders,
      ToDoubleFunction<Transport> suffered) {
    this.rules = rules;
    this.receiving = receiving;
    this.zone = zone;
    this.zero = zero;
    this.grid = grid;
    this.orders = List.copyOf(orders);
    this.suffered = suffered;
  }

  /**
   * What it is held to cost more that a ride is left out now, in kronor: it is late all the more.
   */
  private double ofLeaving(Transport t) {
    Duration late =
        Duration.between(t.pickupUntil(), zero.plus(Duration.ofMinutes(rules.lateMinutes())));
    return rules.delay().kronor(late.toSeconds() / 60.0, suffered.applyAsDouble(t));
  }

  /** When the patient may be fetched and left, in seconds. */
  private record Windows(double earliest, double latest, double arriveFrom, double arriveBy) {}

  /** A ride that the search may give to whom it likes. */
  public Ride free(Transport t, Position from, Position to, boolean outside) {
    Windows w = windows(t, from, to);
    OnBehalf behalf = t.onBehalf();
    if (behalf != null && t.offered()) {
      // Dearer than for the region that offers it, the ride is better left to them.
      return ride(t, from, to, w, outside, Math.max(1, behalf.kronor()));
    }
    boolean buy = rules.mayBuy(t);
    boolean urgent = t.request().urgency().compareTo(Urgency.HOURS) <= 0;
    double left = buy ? Math.max(1, t.choice().kronor()) : rules.unservedKronor();
    double price = buy ? left : (urgent ? 2 * left : left) + ofLeaving(t);
    return ride(t, from, to, w, outside, price);
  }

  /**
   * A ride that keeps its vehicle.
   *
   * @param relaxed whether its times may slip as far as they must
   */
  public Ride settled(
      Transport t, Position from, Position to, boolean outside, int vehicle, boolean relaxed) {
    Windows w = windows(t, from, to);
    Windows kept = relaxed ? new Windows(w.earliest(), EVER, w.arriveFrom(), EVER) : w;
    // A dispatcher who placed it, and the crew that is on its way, know what the rules do not.
    return new Ride(
            new Stop(grid.of(from), kept.earliest(), kept.latest(), pickup(t)),
            new Stop(grid.of(to), kept.arriveFrom(), kept.arriveBy(), delivery(t)),
            relaxed ? EVER : rules.ride().most(grid.seconds(from, to)),
            load(t),
            Ability.needs(t, outside, rules.bariatricKg()),
            (double) PROMISED * rules.unservedKronor())
        .onlyBy(vehicle);
  }

  /** A patient on board: the tour begins where the vehicle is, with the patient in it. */
  public Ride onBoard(Transport t, Position to, Vehicle vehicle, int number) {
    return new Ride(
            new Stop(vehicle.start(), vehicle.from(), vehicle.from(), 0),
            new Stop(grid.of(to), 0, EVER, delivery(t)),
            EVER,
            load(t),
            0,
            (double) PROMISED * rules.unservedKronor())
        .onlyBy(number);
  }

  private Ride ride(
      Transport t, Position from, Position to, Windows w, boolean outside, double unserved) {
    return new Ride(
        new Stop(grid.of(from), w.earliest(), w.latest(), pickup(t)),
        new Stop(grid.of(to), w.arriveFrom(), w.arriveBy(), delivery(t)),
        rules.ride().most(grid.seconds(from, to)),
        load(t),
        Ability.needs(t, outside, rules.bariatricKg()),
        unserved);
  }

  private double pickup(Transport t) {
    return Doorsteps.pickupSeconds(rules.service(), t.request());
  }

  private double delivery(Transport t) {
    return Doorsteps.deliverySeconds(rules.service(), t.request());
  }

  /** Seats, wheelchairs, stretchers, and room for one who rides alone. */
  private static List<Integer> load(Transport t) {
    Needs n = t.request().needs();
    int along = n.companions() + (n.escort() == Needs.Escort.NONE ? 0 : 1);
    boolean lies = Ability.lies(t);
    boolean rolls = Ability.rollsOn(t);
    boolean alone = n.alone() || n.infection() != Infection.NONE;
    return List.of(along + (lies || rolls ? 0 : 1), rolls ? 1 : 0, lies ? 1 : 0, alone ? ROOM : 1);
  }

  /** A return waits for who is late there; the beginning of time when it waits for nobody. */
  private Instant followed(Transport t) {
    Leg leg = t.leg();
    if (leg == null || leg.part() != Leg.Part.RETURN) {
      return Instant.MIN;
    }
    return orders.stream()
        .filter(order -> order.id().equals(leg.of()))
        .map(Transport::planned)
        .filter(Objects::nonNull)
        .map(Planned::arriveAt)
        .findFirst()
        .map(at -> at.plusMillis(Math.round(delivery(t) * 1000)))
        .orElse(Instant.MIN);
  }

  private double seconds(Instant at) {
    return VehicleMaker.seconds(zero, at);
  }

  private Windows windows(Transport t, Position from, Position to) {
    Instant ready = t.request().timing().readyAt();
    Instant over = followed(t);
    Instant asked = t.pickupFrom().isAfter(ready) ? t.pickupFrom() : ready;
    Instant first = over.isAfter(asked) ? over : asked;
    double earliest = Math.max(0, seconds(first));
    double latest = Math.max(latest(t), earliest);
    double there = earliest + pickup(t) + grid.seconds(from, to);
    Instant by = t.request().timing().mustArriveBy();
    // What cannot be met any more is met as soon as may be.
    double arriveBy = by == null || seconds(by) < there ? EVER : seconds(by);
    double most = latest + pickup(t) + rules.ride().most(grid.seconds(from, to));
    Windows wanted = new Windows(earliest, latest, 0, arriveBy);
    return receiving(t, wanted, there, Math.min(most, arriveBy));
  }

  /**
   * The end of the window promised. A ride that nobody could take in it, or that slips out of it,
   * is taken as soon as may be rather than not at all.
   */
  private double latest(Transport t) {
    double latest = seconds(t.pickupUntil());
    double soon = 60.0 * rules.lateMinutes();
    Planned planned = t.planned();
    boolean promised = planned != null && !planned.pickupAt().isAfter(t.pickupUntil());
    if (planned != null && !promised) {
      double told = seconds(planned.pickupAt());
      return Math.max(latest, told < 0 ? soon : told + SLIP_SECONDS);
    }
    return latest < 0 || !promised && latest < soon ? soon : latest;
  }

  /**
   * A planned arrival falls when the ward has more than its on-call staff, where it can.
   *
   * @param there when the patient is there at the earliest
   * @param last and at the latest
   */
  private Windows receiving(Transport t, Windows w, double there, double last) {
    boolean canWait = t.request().urgency().compareTo(Urgency.HOURS) > 0;
    Instant appointment = t.request().timing().appointmentAt();
    // Whoever gives an appointment in on-call hours is there to keep it.
    boolean awaited = appointment != null && !receiving.open(appointment, zone);
    if (t.request().to().isHome() || !canWait || awaited) {
      return w;
    }
    Instant earliest = zero.plusMillis(Math.round(there * 1000));
    double opens = seconds(receiving.next(earliest, zone));
    if (opens > last) {
      return w;
    }
    Instant open = zero.plusMillis(Math.round(Math.max(there, opens) * 1000));
    double closes = Math.min(Math.max(closes(open), there), w.arriveBy());
    return new Windows(w.earliest(), w.latest(), Math.max(0, opens), closes);
  }

  private double closes(Instant open) {
    Instant midnight = open.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    Instant last = receiving.last(midnight.minus(Duration.ofMillis(1)), zone);
    return seconds(last);
  }
}
