package se.dirigent.optimiser.plan.why;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.PlanChecker;
import se.dirigent.optimiser.plan.Ride;
import se.dirigent.optimiser.plan.RideProblem;
import se.dirigent.optimiser.plan.Settlement;
import se.dirigent.optimiser.plan.Stop;
import se.dirigent.optimiser.plan.Timetable;
import se.dirigent.optimiser.plan.Travel;
import se.dirigent.optimiser.plan.Vehicle;

/**
 * Why a vehicle does not take a ride, or does not take it earlier: the first rule, in the order
 * below, without which it could. First the vehicle is asked with nothing else to do: bound,
 * ability, room, readiness, way, shift, window, ride time, driving, rests. Then with the rides it
 * has, in the order it has them: room, shift, driving, rests, another ride's promise. What nothing
 * forbids is {@link Obstacle.Possible} with its price. Where several rules bind at once, the one is
 * named that has to be lifted last in that order.
 *
 * <p>For a dispatcher's question about an order, call {@link #answers} with the running plan and
 * the time its pick-up should come before; for the trial of one move by hand, {@link #answer} with
 * no such time: {@link Obstacle.Possible#tour} and {@link Timetable} of the old and the new tour
 * give the times and how much the others are delayed. Where a ride goes on from another, the time
 * of their hand-over is taken as it is planned.
 */
public final class WhyNot {
  /** Any time will do. */
  public static final double WHENEVER = Double.POSITIVE_INFINITY;

  /** Time to spare at a hand-over is shared alike. */
  private static final double EVEN = 0.5;

  private final RideProblem problem;
  private final Plan plan;
  private final int number;
  private final Ride ride;
  private final double before;

  private WhyNot(RideProblem problem, Plan plan, int number, double before) {
    this.problem = Settlement.of(problem, plan, EVEN);
    this.plan = plan;
    this.number = number;
    this.ride = this.problem.rides().get(number);
    this.before = before;
  }

  /**
   * An answer for each vehicle, in the problem's order.
   *
   * @param plan the running plan; the ride may be in it or not
   * @param ride number of the ride
   * @param before time the pick-up should begin at or before, or {@link #WHENEVER}
   */
  public static List<Obstacle> answers(RideProblem problem, Plan plan, int ride, double before) {
    WhyNot question = new WhyNot(problem, plan, ride, before);
    return IntStream.range(0, problem.vehicles().size()).mapToObj(question::of).toList();
  }

  /** The answer for one vehicle; see {@link #answers}. */
  public static Obstacle answer(
      RideProblem problem, Plan plan, int ride, int vehicle, double before) {
    return new WhyNot(problem, plan, ride, before).of(vehicle);
  }

  private Obstacle of(int v) {
    Vehicle vehicle = problem.vehicles().get(v);
    if (ride.only() != Ride.ANY && ride.only() != v) {
      return new Obstacle.Bound(ride.only());
    }
    if ((ride.needs() & ~vehicle.offers()) != 0) {
      return new Obstacle.Lacks(ride.needs() & ~vehicle.offers());
    }
    for (int d = 0; d < ride.load().size(); d++) {
      if (ride.load().get(d) > vehicle.capacity().get(d)) {
        return new Obstacle.TooSmall(d, vehicle.capacity().get(d), ride.load().get(d));
      }
    }
    if (ride.pickup().earliest() > before) {
      return new Obstacle.NotReady(ride.pickup().earliest());
    }
    if (Double.isInfinite(approach(vehicle) + direct(vehicle) + homeward(vehicle))) {
      return new Obstacle.NoWay();
    }
    List<Integer> stops = stopsOf(v);
    Trial trial = trial(v, stops);
    Optional<Plan.Tour> tour = trial.cheapest();
    if (tour.isPresent()) {
      return possible(v, trial, tour.get(), ridesOf(stops));
    }
    Trial alone = trial(v, List.of());
    return alone.isPossible()
        ? withOthers(trial, vehicle, ridesOf(stops))
        : tooLate(vehicle).orElseGet(() -> alone(alone, vehicle));
  }

  private Obstacle alone(Trial alone, Vehicle vehicle) {
    Map<Obstacle, UnaryOperator<Trial>> rules = new LinkedHashMap<>();
    rules.put(new Obstacle.Shift(vehicle.from(), vehicle.to()), Trial::withoutShift);
    rules.put(rideTooLong(vehicle), Trial::withoutRideLimit);
    double driving = approach(vehicle) + direct(vehicle) + homeward(vehicle);
    rules.put(
        new Obstacle.DrivesTooLong(driving, vehicle.drivingMax()), Trial::withoutDrivingLimit);
    if (!vehicle.breaks().isEmpty()) {
      rules.put(new Obstacle.Rest(vehicle.breaks().getFirst()), Trial::withoutRests);
    }
    return lifted(alone, rules).orElseGet(Obstacle.NoWay::new);
  }

  /** The first rule without which it is possible; else the one that has to be lifted last. */
  private static Optional<Obstacle> lifted(Trial trial, Map<Obstacle, UnaryOperator<Trial>> rules) {
    for (Map.Entry<Obstacle, UnaryOperator<Trial>> rule : rules.entrySet()) {
      if (rule.getValue().apply(trial).isPossible()) {
        return Optional.of(rule.getKey());
      }
    }
    Trial without = trial;
    for (Map.Entry<Obstacle, UnaryOperator<Trial>> rule : rules.entrySet()) {
      without = rule.getValue().apply(without);
      if (without.isPossible()) {
        return Optional.of(rule.getKey());
      }
    }
    return Optional.empty();
  }

  private Obstacle withOthers(Trial trial, Vehicle vehicle, List<Integer> others) {
    if (trial.withoutRoom().isPossible()) {
      return new Obstacle.Full();
    }
    if (trial.withoutShift().isPossible()) {
      return new Obstacle.Shift(vehicle.from(), vehicle.to());
    }
    Optional<Plan.Tour> driven = trial.withoutDrivingLimit().cheapest();
    if (driven.isPresent()) {
      return new Obstacle.DrivesTooLong(trial.driving(driven.get()), vehicle.drivingMax());
    }
    if (!vehicle.breaks().isEmpty() && trial.withoutRests().isPossible()) {
      return new Obstacle.Rest(vehicle.breaks().getFirst());
    }
    return promised(trial, others);
  }

  private Obstacle promised(Trial trial, List<Integer> others) {
    Obstacle least = new Obstacle.SeveralRides(others.size());
    double latest = Double.POSITIVE_INFINITY;
    for (int k = 0; k < others.size(); k++) {
      Trial without = trial.withoutPromise(k);
      Optional<Plan.Tour> tour = without.cheapest();
      if (tour.isPresent()) {
        double late = late(trial, without, k, tour.get());
        if (late < latest) {
          latest = late;
          least = new Obstacle.AnotherRide(others.get(k), late);
        }
      }
    }
    return least;
  }

  /** By how much a ride is kept too late or too long in a tour of the trial without its promise. */
  private static double late(Trial trial, Trial without, int k, Plan.Tour tour) {
    RideProblem free =
        new RideProblem(without.rides(), List.of(without.vehicle()), trial.travels());
    Timetable times = Timetable.of(free, tour).orElseThrow();
    Ride kept = trial.rides().get(k);
    double fetched = times.begin().get(tour.stops().indexOf(k));
    double left = times.begin().get(tour.stops().indexOf(trial.rides().size() + k));
    double rode = left - fetched - kept.pickup().service();
    return Math.max(
        0,
        Math.max(
            rode - kept.rideMax(),
            Math.max(fetched - kept.pickup().latest(), left - kept.delivery().latest())));
  }

  private Obstacle possible(int v, Trial trial, Plan.Tour tour, List<Integer> others) {
    double now = 0;
    double then = trial.cost(tour);
    boolean served = false;
    for (Plan.Tour one : plan.tours()) {
      boolean has = one.stops().contains(number);
      served |= has;
      now += has || one.vehicle() == v ? PlanChecker.cost(problem, one) : 0;
      if (has && one.vehicle() != v) {
        then += PlanChecker.cost(problem, new Plan.Tour(one.vehicle(), without(one.stops())));
      }
    }
    now += served ? 0 : ride.unservedCost();
    return new Obstacle.Possible(then - now, named(v, tour, others));
  }

  /** The vehicle and its rides as a small problem of their own. */
  private Trial trial(int v, List<Integer> stops) {
    Vehicle vehicle = problem.vehicles().get(v);
    List<Integer> others = ridesOf(stops);
    int n = problem.rides().size();
    int m = others.size() + 1;
    List<Ride> rides = new ArrayList<>();
    others.forEach(other -> rides.add(problem.rides().get(other).onlyBy(Ride.ANY)));
    Stop pickup = ride.pickup();
    rides.add(
        new Ride(
            new Stop(
                pickup.place(),
                pickup.earliest(),
                Math.min(pickup.latest(), before),
                pickup.service()),
            ride.delivery(),
            ride.rideMax(),
            ride.load(),
            ride.needs(),
            ride.unservedCost()));
    List<Integer> row = new ArrayList<>();
    for (int stop : stops) {
      row.add(
          stop < n
              ? others.indexOf(stop)
              : stop < 2 * n ? m + others.indexOf(stop - n) : stop - 2 * n + 2 * m);
    }
    if (stops.isEmpty()) {
      IntStream.range(0, vehicle.breaks().size()).forEach(k -> row.add(2 * m + k));
    }
    return new Trial(List.copyOf(rides), vehicle, problem.travels(), List.copyOf(row));
  }

  /** A tour of a trial in the problem's numbers. */
  private Plan.Tour named(int v, Plan.Tour tour, List<Integer> others) {
    int n = problem.rides().size();
    int m = others.size() + 1;
    List<Integer> all = new ArrayList<>(others);
    all.add(number);
    List<Integer> stops = new ArrayList<>();
    for (int stop : tour.stops()) {
      stops.add(
          stop < m ? all.get(stop) : stop < 2 * m ? n + all.get(stop - m) : stop - 2 * m + 2 * n);
    }
    return new Plan.Tour(v, stops);
  }

  private List<Integer> stopsOf(int v) {
    return plan.tours().stream()
        .filter(tour -> tour.vehicle() == v)
        .findFirst()
        .map(tour -> without(tour.stops()))
        .orElseGet(List::of);
  }

  private List<Integer> without(List<Integer> stops) {
    int n = problem.rides().size();
    return stops.stream().filter(stop -> stop != number && stop != n + number).toList();
  }

  private List<Integer> ridesOf(List<Integer> stops) {
    return stops.stream().filter(stop -> stop < problem.rides().size()).toList();
  }

  /** Whether its shift is too late, or it too far, with nothing else to do. */
  private Optional<Obstacle> tooLate(Vehicle vehicle) {
    double latest = Math.min(ride.pickup().latest(), before);
    double fetched = Math.max(ride.pickup().earliest(), vehicle.from() + approach(vehicle));
    double left = fetched + ride.pickup().service() + direct(vehicle);
    if (vehicle.from() > latest) {
      return Optional.of(new Obstacle.Shift(vehicle.from(), vehicle.to()));
    }
    if (fetched > latest) {
      return Optional.of(new Obstacle.TooLate(false, fetched, latest));
    }
    return left > ride.delivery().latest()
        ? Optional.of(new Obstacle.TooLate(true, left, ride.delivery().latest()))
        : Optional.empty();
  }

  /** From the latest pick-up that is asked for to the earliest delivery. */
  private Obstacle rideTooLong(Vehicle vehicle) {
    double leave = Math.min(ride.pickup().latest(), before) + ride.pickup().service();
    double least = Math.max(direct(vehicle), ride.delivery().earliest() - leave);
    return new Obstacle.RideTooLong(least, ride.rideMax());
  }

  private double approach(Vehicle vehicle) {
    return travel(vehicle).time(vehicle.start(), ride.pickup().place());
  }

  private double direct(Vehicle vehicle) {
    return travel(vehicle).time(ride.pickup().place(), ride.delivery().place());
  }

  private double homeward(Vehicle vehicle) {
    return travel(vehicle).time(ride.delivery().place(), vehicle.end());
  }

  private Travel travel(Vehicle vehicle) {
    return problem.travels().get(vehicle.travel());
  }
}
