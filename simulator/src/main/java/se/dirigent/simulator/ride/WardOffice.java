package se.dirigent.simulator.ride;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.transport.Circumstances;
import se.dirigent.core.transport.Request;
import se.dirigent.core.transport.Stop;
import se.dirigent.core.transport.Timing;
import se.dirigent.core.transport.TransportCommand;
import se.dirigent.core.transport.mode.Facts;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.core.transport.mode.ModeAdvice;
import se.dirigent.core.transport.mode.ModeAdvisor;
import se.dirigent.core.transport.mode.Needs;
import se.dirigent.core.transport.mode.Needs.Care;
import se.dirigent.core.transport.mode.Urgency;
import se.dirigent.core.transport.mode.Ways;
import se.dirigent.optimiser.plan.order.Doorsteps;
import se.dirigent.optimiser.plan.order.PlanRules;
import se.dirigent.simulator.chance.Spread;
import se.dirigent.simulator.chance.Streams;
import se.dirigent.simulator.ride.model.Policy;
import se.dirigent.simulator.ride.model.RideModel;
import se.dirigent.simulator.ward.WardDemand;
import se.dirigent.simulator.ward.Wish;

/**
 * What wards order and inner command makes of it. Orders are drawn before anybody decides, with the
 * same draws for each, so that scenarios meet the same patients.
 */
final class WardOffice {
  /** Minutes at a door, about the ten that planning reckons with [assumption]. */
  private static final Spread DOOR = new Spread(6, 9, 14);

  /** Bought cars come evenly within this after the window opens, in seconds [assumption]. */
  private static final double COMES_WITHIN = 1_800;

  private static final RegionCode REGION = new RegionCode("tvilling");
  private static final String WARD = "avdelning";

  /** Wards that order, each as much as the next [assumption]. */
  private static final int WARDS = 20;

  private static final String COMMAND = "inre-ledning";

  private final RideModel model;
  private final RidePlaces places;
  private final RideTally tally;
  private final Instant beginning;
  private final ModeAdvisor advisor;
  private final WardDemand demand;
  private final RandomGenerator chance;
  private Wish next;

  WardOffice(
      RideModel model, RidePlaces places, RideTally tally, Streams streams, Instant beginning) {
    this.model = model;
    this.places = places;
    this.tally = tally;
    this.beginning = beginning;
    this.advisor = new ModeAdvisor(model.rules(), RideModel.CLOCK);
    this.demand = new WardDemand(model.wards(), model.mix(), streams, beginning);
    this.chance = streams.of("ride.order");
    this.next = demand.next();
  }

  /** When the next order comes, in milliseconds. */
  long nextAt() {
    return Duration.between(beginning, next.orderedAt()).toMillis();
  }

  /** What was drawn for one order. */
  private record Drawn(double asks, double fetching, double leaving, double comes) {}

  /** Takes the next order; null when no mode can take the patient there. */
  @Nullable RideOrder take() {
    Wish wish = next;
    // The twin's clock counts milliseconds.
    Instant now = beginning.plusMillis(nextAt());
    next = demand.next();
    Drawn drawn =
        new Drawn(
            chance.nextDouble(),
            60 * DOOR.draw(chance),
            60 * DOOR.draw(chance),
            COMES_WITHIN * chance.nextDouble());
    Request request = request(wish);
    try {
      return order(wish, request, now, drawn);
    } catch (Refused none) {
      tally.refused(now);
      return null;
    }
  }

  /**
   * An ambulance to or from an aeroplane; null when the patient needs none and goes by taxi, which
   * the price of the flight holds.
   */
  @Nullable RideOrder leg(RideOrder of, int from, int to, Timing timing, Instant now) {
    Request was = of.transport().request();
    if (was.needs().careNeeded() == Care.NONE && was.needs().posture() == Needs.Posture.SITS) {
      return null;
    }
    Request request =
        new Request(
            stop(from),
            stop(to),
            timing,
            was.needs(),
            was.urgency(),
            was.resuscitation(),
            was.ordainedBy(),
            was.reason(),
            "");
    ModeAdvice advice = advice(from, to, request, now);
    RideOrder leg =
        new RideOrder(of.number + 1, from, to, true, advice, of.fetching, of.leaving, of.comes);
    place(leg, of.transport().careUnit(), of.transport().patient(), request, null, now);
    return leg;
  }

  private RideOrder order(Wish wish, Request request, Instant now, Drawn drawn) {
    int from = from(wish);
    int to = to(wish);
    ModeAdvice advice = advice(from, to, request, now);
    PlanRules.Service service = model.planning().service();
    double floors = Doorsteps.pickupSeconds(service, request) - 60.0 * service.pickupMinutes();
    double after = Doorsteps.deliverySeconds(service, request) - 60.0 * service.deliveryMinutes();
    RideOrder order =
        new RideOrder(
            2 * wish.number(), // An odd number is that of its way to or from an aeroplane.
            from,
            to,
            false,
            advice,
            drawn.fetching() + floors,
            drawn.leaving() + after,
            drawn.comes());
    Mode asked = asked(advice, drawn.asks());
    boolean seen = model.command().onDuty(Duration.between(beginning, now).toMillis());
    boolean steered = seen && asked != advice.mode() && steerable(asked, advice);
    tally.ordered(asked == advice.mode(), steered, seen && secondary(asked, advice), now);
    String ward = WARD + "-" + wish.place() % WARDS;
    place(order, ward, patient(wish), request, asked == advice.mode() ? null : asked, now);
    if (steered) {
      order.decide(
          new TransportCommand.ChooseMode(order.id(), advice.mode(), "Enligt beslut", null),
          known(advice),
          now,
          COMMAND);
    }
    return order;
  }

  private static Circumstances known(ModeAdvice advice) {
    return new Circumstances(advice, List.of());
  }

  /** The order as the core decides it; outside inner command's hours it goes as it was asked. */
  private void place(
      RideOrder order,
      String ward,
      PatientId patient,
      Request request,
      @Nullable Mode mode,
      Instant now) {
    order.decide(
        new TransportCommand.Order(
            order.id(), REGION, ward, patient, request, mode, mode == null ? "" : "Som vanligt"),
        known(order.advice),
        now,
        WARD);
    if (order.transport().choice().approval()) {
      order.decide(new TransportCommand.Approve(order.id(), null), now, COMMAND);
    }
  }

  /** What the ward asks for: as the table says, or as it always did. */
  private Mode asked(ModeAdvice advice, double drawn) {
    Policy policy = Policy.of(advice.rule()).orElse(null);
    double wrong = Policy.habit(advice.rule());
    if (policy == null || model.inForce().contains(policy)) {
      wrong *= 1 - model.right();
    }
    Mode instead = advice.instead();
    return instead != null && drawn < wrong ? instead : advice.mode();
  }

  /** Inner command sees what needs its approval, and puts right what has been decided. */
  private boolean steerable(Mode asked, ModeAdvice advice) {
    Policy policy = Policy.of(advice.rule()).orElse(null);
    return advice.get(asked).approval() && (policy == null || model.inForce().contains(policy));
  }

  private static boolean secondary(Mode asked, ModeAdvice advice) {
    return advice.outside() && advice.get(asked).approval();
  }

  private ModeAdvice advice(int from, int to, Request request, Instant now) {
    boolean outside = places.outside(from) || places.outside(to);
    Ways ways = places.ways(from, to);
    Facts facts =
        new Facts(request.needs(), request.urgency(), outside, request.to().isHome(), ways);
    var when =
        new ModeAdvisor.When(now, request.timing().readyAt(), request.timing().mustArriveBy());
    return advisor.advise(facts, when);
  }

  /** Who comes again and again is known again: dialysis, from the same home; others are new. */
  private static PatientId patient(Wish wish) {
    boolean again = wish.reason().equals(WardDemand.DIALYSIS);
    return new PatientId(again ? new UUID(1, wish.place()) : new UUID(0, wish.number()));
  }

  private int from(Wish wish) {
    return switch (wish.trip()) {
      case WARD_TO_HOME, WARD_TO_WARD, WARD_TO_OTHER_REGION -> places.hospital(wish.place());
      case HOME_TO_WARD -> places.zone(wish.place());
      case OTHER_REGION_TO_HOME -> places.receiver(wish.place());
    };
  }

  /** Who needs care comes home from another region to the hospital, the others to their homes. */
  private int to(Wish wish) {
    return switch (wish.trip()) {
      case WARD_TO_HOME, WARD_TO_WARD -> places.zone(wish.place());
      case HOME_TO_WARD -> places.hospital(wish.place());
      case WARD_TO_OTHER_REGION -> places.receiver(wish.place());
      case OTHER_REGION_TO_HOME ->
          wish.needs().careNeeded() == Care.NONE
              ? places.zone(wish.place())
              : places.hospital(wish.place());
    };
  }

  private Request request(Wish wish) {
    boolean home =
        switch (wish.trip()) {
          case WARD_TO_HOME -> true;
          case OTHER_REGION_TO_HOME -> wish.needs().careNeeded() == Care.NONE;
          case HOME_TO_WARD, WARD_TO_WARD, WARD_TO_OTHER_REGION -> false;
        };
    Stop to = home ? home(to(wish), wish.carried()) : ward(to(wish), "mottagande");
    Stop from =
        wish.trip() == Wish.Trip.HOME_TO_WARD
            ? home(from(wish), wish.carried())
            : ward(from(wish), "avsändande");
    return new Request(
        from,
        to,
        new Timing(wish.readyAt(), null, null, false, null),
        wish.needs(),
        wish.urgency(),
        Request.Resuscitation.UNDECIDED,
        "Ansvarig läkare",
        wish.reason(),
        "");
  }

  private Stop stop(int place) {
    return home(place, false);
  }

  private Stop home(int place, boolean carried) {
    return Stop.home("Plats " + place, places.position(place), carried ? 2 : 0, !carried);
  }

  private static Stop ward(int place, String department) {
    return Stop.at("plats-" + place, department);
  }

  /** Whether a ride may wait for the county's sake. */
  static boolean canWait(RideOrder order) {
    return order.transport().request().urgency().compareTo(Urgency.HOURS) > 0;
  }
}
