package se.dirigent.simulator.ride;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.dirigent.core.fleet.Shift;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.geo.Position;
import se.dirigent.core.transport.Planned;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.TransportCommand;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.PlanBudget;
import se.dirigent.optimiser.plan.PlanChecker;
import se.dirigent.optimiser.plan.Ride;
import se.dirigent.optimiser.plan.RideProblem;
import se.dirigent.optimiser.plan.Timetable;
import se.dirigent.optimiser.plan.Vehicle;
import se.dirigent.optimiser.plan.order.Ability;
import se.dirigent.optimiser.plan.order.PlanRules;
import se.dirigent.optimiser.plan.order.RideMaker;
import se.dirigent.optimiser.plan.order.TourOrder;
import se.dirigent.optimiser.plan.order.VehicleMaker;
import se.dirigent.optimiser.plan.order.VehicleMaker.Rested;
import se.dirigent.optimiser.plan.search.PlanSearch;
import se.dirigent.simulator.ride.model.RideModel;

/**
 * The planner of a run: as the live service's it reads what the open orders say, makes a problem of
 * them by the same rules, mends the running plan, betters it now and then, and writes the
 * differences back as orders' commands. Its search is bounded by rounds, so that the same orders
 * get the same plan on every machine.
 */
final class RidePlanner {
  /** Rounds of a search; a county's plan seldom gets better after some hundred. */
  private static final long ROUNDS = 160;

  private static final long SEED = 1;
  private static final String PLANNER = "planerare";

  private final RideModel model;
  private final PlanRules rules;
  private final RidePlaces places;
  private final List<RideUnit> units;
  private final Instant beginning;
  private final Delays delays;

  private final Map<UnitKind, Long> offers = new EnumMap<>(UnitKind.class);

  /** Orders that the last plan left out, so that they are not sought again for each new one. */
  private final Set<RideOrder> leftOut = new HashSet<>();

  RidePlanner(RideModel model, RidePlaces places, List<RideUnit> units, Instant beginning) {
    this.model = model;
    this.rules = model.planning();
    this.places = places;
    this.units = units;
    this.beginning = beginning;
    this.delays = new Delays(rules.delay().rememberDays());
  }

  /** A ride has ended, in time or late. */
  void ended(RideOrder order, Instant now) {
    delays.add(order.transport(), now);
  }

  /** Where a unit of a moment can begin. */
  interface Crews {
    /** Place from which a unit can take a ride in its shift of now, or −1 when it cannot. */
    int from(RideUnit unit);

    /** When it is there, in milliseconds, not before now. */
    long at(RideUnit unit);
  }

  private record Duty(RideUnit unit, Shift shift) {}

  private record Board(
      RideProblem problem, List<RideOrder> rides, List<Duty> duties, Instant zero) {}

  /**
   * Mends the plan.
   *
   * @param open orders that no unit has set out for
   * @param heal whether orders that were left out are sought again
   * @param better whether a search follows
   */
  void look(long now, List<RideOrder> open, Crews crews, boolean heal, boolean better) {
    Instant zero = beginning.plusMillis(now);
    List<RideOrder> rides = rides(open, now, zero);
    if (rides.isEmpty()) {
      return;
    }
    Board board = board(rides, crews, now, zero);
    Plan running = running(board, heal);
    Plan plan =
        heal
            ? PlanSearch.mend(board.problem(), running, SEED)
            : PlanSearch.admit(board.problem(), running, SEED);
    if (better && rides.size() > 1) {
      plan = better(board, plan);
    }
    commit(board, plan);
  }

  private static Plan better(Board board, Plan mended) {
    Plan found =
        PlanSearch.run(
            board.problem(), mended, PlanBudget.ofRounds(SEED, 1, ROUNDS), () -> 0, _ -> true);
    // A plan must not flutter: only what is a hundredth cheaper is worth moving rides for.
    return found.cost() < mended.cost() * 0.99 ? found : mended;
  }

  private List<RideOrder> rides(List<RideOrder> open, long now, Instant zero) {
    Instant until = zero.plus(rules.horizon());
    List<RideOrder> rides = new ArrayList<>();
    for (RideOrder order : open) {
      boolean known = rules.kinds().stream().anyMatch(k -> k.modes().contains(mode(order)));
      if (known
          && order.notBefore <= now
          && !order.transport().pickupFrom().isAfter(until)
          && rides.size() < rules.ridesMax()) {
        rides.add(order);
      }
    }
    return rides;
  }

  private static Mode mode(RideOrder order) {
    return order.transport().choice().mode();
  }

  private Board board(List<RideOrder> orders, Crews crews, long now, Instant zero) {
    RideMaker maker =
        new RideMaker(
            rules,
            model.rules().receiving(),
            RideModel.CLOCK,
            zero,
            places.grid(),
            List.of(),
            delays.suffered(zero)::minutes);
    List<Duty> duties = new ArrayList<>();
    List<Vehicle> vehicles = new ArrayList<>();
    List<Ride> free = orders.stream().map(o -> free(maker, o)).toList();
    for (RideUnit unit : units) {
      vehicles(unit, free, crews, now, zero, duties, vehicles);
    }
    if (vehicles.isEmpty()) {
      vehicles.add(
          new VehicleMaker(rules, zero, places.grid()).none(places.position(places.hospital(0))));
    }
    List<Ride> rides = new ArrayList<>();
    for (int r = 0; r < orders.size(); r++) {
      rides.add(ride(maker, orders.get(r), free.get(r), duties));
    }
    return new Board(new RideProblem(rides, vehicles, places.travels()), orders, duties, zero);
  }

  private Ride free(RideMaker maker, RideOrder o) {
    return maker.free(
        o.transport(), places.position(o.from), places.position(o.to), o.advice.outside());
  }

  private Ride ride(RideMaker maker, RideOrder o, Ride free, List<Duty> duties) {
    int duty = duty(o, duties);
    return duty < 0 || o.transport().ride() != Transport.Ride.LOCKED
        ? free
        : maker.settled(
            o.transport(),
            places.position(o.from),
            places.position(o.to),
            o.advice.outside(),
            duty,
            false);
  }

  /** A unit's shifts in which it could take any of the rides. */
  private void vehicles(
      RideUnit unit,
      List<Ride> rides,
      Crews crews,
      long now,
      Instant zero,
      List<Duty> duties,
      List<Vehicle> vehicles) {
    PlanRules.Kind kind = rules.kind(unit.kind());
    if (kind == null) {
      return;
    }
    long offers = offers(unit.kind(), kind);
    Instant until = zero.plus(rules.horizon());
    VehicleMaker maker = new VehicleMaker(rules, zero, places.grid());
    int travel = rules.kinds().indexOf(kind);
    Position home = places.position(unit.home());
    for (Shift shift : unit.from(zero)) {
      if (!shift.start().isBefore(until)) {
        return;
      }
      boolean current = !shift.start().isAfter(zero);
      int from = current ? crews.from(unit) : unit.home();
      if (from >= 0 && wanted(shift, rides, offers, zero)) {
        Vehicle v =
            maker.vehicle(
                shift, kind, travel, offers, places.position(from), home, false, Rested.NONE, 0);
        double ready = current ? (crews.at(unit) - now) / 1000.0 : v.from();
        if (ready <= v.to()) {
          duties.add(new Duty(unit, shift));
          vehicles.add(later(v, ready, places.seconds(from, unit.home())));
        }
      }
    }
  }

  private long offers(UnitKind of, PlanRules.Kind kind) {
    return offers.computeIfAbsent(
        of, k -> Ability.offers(RideUnit.capabilities(k), Set.copyOf(RideUnit.crew(k)), kind));
  }

  private static boolean wanted(Shift shift, List<Ride> rides, long offers, Instant zero) {
    double from = shift.start().getEpochSecond() - zero.getEpochSecond();
    double to = shift.end().getEpochSecond() - zero.getEpochSecond();
    for (Ride r : rides) {
      boolean able = (r.needs() & ~offers) == 0;
      if (able && r.pickup().earliest() < to && r.pickup().latest() >= from) {
        return true;
      }
    }
    return false;
  }

  /** A vehicle that is not where it begins until later, and has no meal it would miss by that. */
  private static Vehicle later(Vehicle v, double from, double homeward) {
    return new Vehicle(
        v.start(),
        v.end(),
        Math.max(v.from(), from),
        Math.max(v.to(), Math.max(v.from(), from) + homeward),
        v.durationMax(),
        v.drivingMax(),
        v.breaks().stream().filter(b -> b.latest() >= from + homeward).toList(),
        v.capacity(),
        v.offers(),
        v.travel(),
        v.useCost());
  }

  private Plan running(Board board, boolean heal) {
    List<Transport> transports = board.rides().stream().map(RideOrder::transport).toList();
    List<List<Integer>> byDuty = new ArrayList<>();
    board.duties().forEach(_ -> byDuty.add(new ArrayList<>()));
    List<Integer> unserved = new ArrayList<>();
    for (int r = 0; r < board.rides().size(); r++) {
      int duty = duty(board.rides().get(r), board.duties());
      if (duty >= 0) {
        byDuty.get(duty).add(r);
      } else if (!heal && leftOut.contains(board.rides().get(r))) {
        unserved.add(r);
      }
    }
    List<Plan.Tour> tours = new ArrayList<>();
    for (int v = 0; v < byDuty.size(); v++) {
      if (!byDuty.get(v).isEmpty()) {
        tours.add(TourOrder.of(board.problem(), v, byDuty.get(v), transports));
      }
    }
    return new Plan(0, tours, unserved);
  }

  private static int duty(RideOrder order, List<Duty> duties) {
    Planned planned = order.planned();
    for (int v = 0; planned != null && v < duties.size(); v++) {
      Duty duty = duties.get(v);
      if (duty.unit().id().equals(planned.unit())
          && !planned.pickupAt().isBefore(duty.shift().start())
          && planned.pickupAt().isBefore(duty.shift().end())) {
        return v;
      }
    }
    return -1;
  }

  private void commit(Board board, Plan plan) {
    List<String> faults = PlanChecker.faults(board.problem(), plan);
    if (!faults.isEmpty()) {
      throw new IllegalStateException("the plan has faults: " + faults);
    }
    Set<RideOrder> served = new HashSet<>();
    for (Plan.Tour tour : plan.tours()) {
      Timetable times = Timetable.of(board.problem(), tour).orElseThrow();
      String unit = board.duties().get(tour.vehicle()).unit().id();
      for (int k = 0; k < tour.stops().size(); k++) {
        int stop = tour.stops().get(k);
        if (stop < board.rides().size()) {
          RideOrder order = board.rides().get(stop);
          int left = tour.stops().indexOf(board.rides().size() + stop);
          served.add(order);
          tell(board, order, unit, times.begin().get(k), times.begin().get(left));
        }
      }
    }
    leftOut.clear();
    for (RideOrder order : board.rides()) {
      if (!served.contains(order)) {
        leftOut.add(order);
        unplan(order, board.zero());
      }
    }
  }

  private void tell(Board board, RideOrder order, String unit, double pickup, double delivery) {
    Instant pickupAt = board.zero().plusSeconds((long) Math.ceil(pickup - 1e-6));
    Instant arriveAt = board.zero().plusSeconds((long) Math.ceil(delivery - 1e-6));
    Planned now = order.planned();
    Duration least = Duration.ofMinutes(rules.tellMinutes());
    boolean same =
        now != null
            && now.unit().equals(unit)
            && Duration.between(now.pickupAt(), pickupAt).abs().compareTo(least) < 0
            && Duration.between(now.arriveAt(), arriveAt).abs().compareTo(least) < 0;
    if (!same && arriveAt.isAfter(pickupAt)) {
      if (now != null && !now.unit().equals(unit)) {
        unplan(order, board.zero());
      }
      var told = new TransportCommand.Plan(order.id(), unit, pickupAt, arriveAt);
      order.decide(told, board.zero(), PLANNER);
    }
    Instant freeze = board.zero().plus(Duration.ofMinutes(rules.freezeMinutes()));
    if (!pickupAt.isAfter(freeze) && order.transport().ride() == Transport.Ride.APPROVED) {
      var locked = new TransportCommand.Advance(order.id(), Transport.Ride.LOCKED, null);
      order.decide(locked, board.zero(), PLANNER);
    }
  }

  /** Takes an order's unit from it, if it has one. */
  static void unplan(RideOrder order, Instant at) {
    if (order.planned() != null) {
      var lost = new TransportCommand.Unplan(order.id(), "dear", Map.of());
      order.decide(lost, at, PLANNER);
    }
  }
}
