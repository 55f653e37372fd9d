package se.dirigent.server.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.dirigent.core.Refused;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.transport.Planned;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.TransportCommand;
import se.dirigent.core.transport.TransportId;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.Ride;
import se.dirigent.optimiser.plan.RideProblem;
import se.dirigent.optimiser.plan.Timetable;
import se.dirigent.optimiser.plan.why.Obstacle;
import se.dirigent.optimiser.plan.why.WhyNot;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.plan.Board.Reason;
import se.dirigent.server.plan.Planner.Looked;
import se.dirigent.server.platform.region.Regions;
import se.dirigent.server.transport.PlannedOrders;

/** What a dispatcher asks about a ride, and the dispatcher's hand in the plan. */
@Service
class RideQuestions {
  /** Earlier means by as much as a ward would notice, in seconds. */
  private static final double EARLIER_SECONDS = 300;

  private final Planner planner;
  private final PlannedOrders orders;
  private final Regions regions;

  RideQuestions(Planner planner, PlannedOrders orders, Regions regions) {
    this.planner = planner;
    this.orders = orders;
    this.regions = regions;
  }

  /**
   * Why a ride is not fetched earlier, or by whom it could be at all.
   *
   * @param plannedPickupAt as the order says, or null
   * @param answers one for each shift of each unit that takes planned rides
   */
  record Why(
      TransportId transport, @Nullable Instant plannedPickupAt, List<VehicleAnswer> answers) {}

  /**
   * Why a unit does not.
   *
   * @param from when that shift begins
   * @param code of the words; {@code possible} when nothing speaks against it
   */
  record VehicleAnswer(
      String unit, String callSign, Instant from, String code, Map<String, String> values) {}

  /** A move to try. */
  record TrialBody(String transport, String unit) {}

  /**
   * What a move would mean.
   *
   * @param faults why it cannot be made
   * @param kronor what the plan would cost more; negative for less
   * @param pickupAt null when it cannot be made
   * @param delays others that would be left later
   */
  record Trial(
      boolean feasible,
      List<Against> faults,
      long kronor,
      @Nullable Instant pickupAt,
      @Nullable Instant arriveAt,
      List<Delay> delays) {}

  /** What speaks against it. */
  record Against(String code, Map<String, String> values) {}

  /** Another ride, and by how much later it would arrive. */
  record Delay(TransportId transport, long minutes) {}

  /**
   * The answers.
   *
   * @throws Refused {@code transport.unknown}
   */
  Why why(RegionCode region, TransportId id) {
    regions.getServed(region);
    Transport t = orders.get(region, id);
    Planned planned = t.planned();
    Instant at = planned == null ? null : planned.pickupAt();
    Looked looked = planner.now(region);
    int ride = looked.board().ride(id);
    if (ride < 0) {
      Reason left = looked.board().left().getOrDefault(id, Reason.of("closed"));
      return new Why(
          id,
          at,
          List.of(new VehicleAnswer("", "", looked.board().zero(), left.code(), left.values())));
    }
    double before =
        at == null ? WhyNot.WHENEVER : Board.seconds(looked.board().zero(), at) - EARLIER_SECONDS;
    List<Obstacle> all = WhyNot.answers(looked.board().problem(), looked.plan(), ride, before);
    List<VehicleAnswer> answers = new ArrayList<>();
    for (int v = 0; v < looked.board().duties().size(); v++) {
      Duty duty = looked.board().duties().get(v);
      Reason reason = Reasons.of(looked.board(), all.get(v));
      answers.add(
          new VehicleAnswer(
              duty.unit().id().value(),
              duty.unit().callSign(),
              duty.shift().start(),
              reason.code(),
              reason.values()));
    }
    return new Why(id, at, answers);
  }

  /**
   * Tries a move; changes nothing.
   *
   * @throws Refused {@code transport.unknown}
   */
  Trial trial(RegionCode region, TransportId id, String unit) {
    regions.getServed(region);
    Transport t = orders.get(region, id);
    Looked looked = planner.now(region);
    int ride = looked.board().ride(id);
    if (ride < 0) {
      Reason left = looked.board().left().getOrDefault(id, Reason.of("closed"));
      return cannot(left);
    }
    Reason out = Reason.of("outsideShifts");
    Unit known = planner.unit(region, unit);
    if (known == null) {
      out = Reason.of("unknownUnit", "unit", unit);
    } else if (Duty.out(known) != null) {
      out = Reason.of(Objects.requireNonNull(Duty.out(known)));
    }
    boolean moves = t.ride().changeable() || t.ride() == Transport.Ride.LOCKED;
    for (int v = 0; v < looked.board().duties().size(); v++) {
      if (looked.board().duties().get(v).unit().id().value().equals(unit)) {
        RideProblem asked =
            moves ? freed(looked.board().problem(), ride) : looked.board().problem();
        Obstacle answer = WhyNot.answer(asked, looked.plan(), ride, v, WhyNot.WHENEVER);
        if (answer instanceof Obstacle.Possible possible) {
          return told(looked, asked, ride, possible);
        }
        out = Reasons.of(looked.board(), answer);
      }
    }
    return cannot(out);
  }

  private static Trial cannot(Reason reason) {
    Against fault = new Against(reason.code(), reason.values());
    return new Trial(false, List.of(fault), 0, null, null, List.of());
  }

  /** What was placed by hand or locked may be placed anew by hand. */
  private static RideProblem freed(RideProblem problem, int ride) {
    List<Ride> rides = new ArrayList<>(problem.rides());
    rides.set(ride, rides.get(ride).onlyBy(Ride.ANY));
    return new RideProblem(rides, problem.vehicles(), problem.travels(), problem.links());
  }

  private static Trial told(
      Looked looked, RideProblem problem, int ride, Obstacle.Possible possible) {
    Board board = looked.board();
    int n = board.rides().size();
    Plan.Tour tour = possible.tour();
    Timetable times = Timetable.of(problem, tour).orElseThrow();
    List<Delay> delays = new ArrayList<>();
    for (int k = 0; k < tour.stops().size(); k++) {
      int other = tour.stops().get(k) - n;
      if (other >= 0 && other < n && other != ride) {
        Planned was = board.rides().get(other).planned();
        Instant then = board.at(times.begin().get(k));
        if (was != null && then.isAfter(was.arriveAt())) {
          long minutes = Duration.between(was.arriveAt(), then).toMinutes();
          delays.add(new Delay(board.rides().get(other).id(), minutes));
        }
      }
    }
    return new Trial(
        true,
        List.of(),
        Math.round(possible.dearer()),
        board.at(times.begin().get(tour.stops().indexOf(ride))),
        board.at(times.begin().get(tour.stops().indexOf(n + ride))),
        delays.stream().filter(d -> d.minutes() > 0).toList());
  }

  /**
   * Places a ride by hand.
   *
   * @throws Refused {@code plan.impossible} when no times allow it
   */
  Answer place(CommandOrigin origin, TransportId id, String unit) {
    record Placing(TransportId transport, String unit) {}
    Transport seen = orders.get(origin.region(), id);
    Trial trial = trial(origin.region(), id, unit);
    Instant pickupAt = trial.pickupAt();
    Instant arriveAt = trial.arriveAt();
    if (pickupAt == null || arriveAt == null) {
      Planned now = seen.planned();
      if (now == null || !now.held() || !now.unit().equals(unit)) {
        throw Refused.state(
            "plan.impossible",
            "unit",
            Map.of("unit", unit, "why", trial.faults().getFirst().code()));
      }
      pickupAt = now.pickupAt();
      arriveAt = now.arriveAt();
    }
    return orders.run(
        origin,
        new Placing(id, unit),
        seen,
        new TransportCommand.Place(id, unit, pickupAt, arriveAt));
  }

  /** Asks somebody else to drive a ride; the region's own carrier when none is named. */
  Answer book(CommandOrigin origin, TransportId id, @Nullable String carrier) {
    record Asking(TransportId transport, @Nullable String carrier) {}
    Transport seen = orders.get(origin.region(), id);
    String asked = carrier == null ? planner.rules(origin.region()).booking().carrier() : carrier;
    return orders.run(origin, new Asking(id, carrier), seen, new TransportCommand.Book(id, asked));
  }

  /** Leaves a ride to the planner again. */
  Answer release(CommandOrigin origin, TransportId id) {
    record Releasing(TransportId transport) {}
    Transport seen = orders.get(origin.region(), id);
    return orders.run(origin, new Releasing(id), seen, new TransportCommand.Release(id));
  }
}
