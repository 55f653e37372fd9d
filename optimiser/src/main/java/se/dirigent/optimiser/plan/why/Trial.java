package se.dirigent.optimiser.plan.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.dirigent.optimiser.plan.Break;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.PlanChecker;
import se.dirigent.optimiser.plan.Ride;
import se.dirigent.optimiser.plan.RideProblem;
import se.dirigent.optimiser.plan.Stop;
import se.dirigent.optimiser.plan.Travel;
import se.dirigent.optimiser.plan.Vehicle;

/**
 * One vehicle by itself: the rides it has, and as the last the one that is asked about. A rule is
 * lifted by asking the same of a trial in which it cannot bind.
 *
 * @param rides numbered for this trial alone; the one asked about is the last
 * @param row the vehicle's stops without the ride asked about
 */
record Trial(List<Ride> rides, Vehicle vehicle, List<Travel> travels, List<Integer> row) {
  private static final double EVER = Double.POSITIVE_INFINITY;

  private RideProblem problem() {
    return new RideProblem(rides, List.of(vehicle), travels);
  }

  /**
   * The cheapest tour with the ride asked about, if any is possible. The others keep their order; a
   * rest may be taken elsewhere when the ride does not fit around it.
   */
  Optional<Plan.Tour> cheapest() {
    RideProblem problem = problem();
    Optional<Plan.Tour> found = cheapest(problem, row);
    if (found.isPresent() || vehicle.breaks().isEmpty() || withoutRests().cheapest().isEmpty()) {
      return found;
    }
    List<Plan.Tour> all = new ArrayList<>();
    for (int rest = 0; rest < vehicle.breaks().size(); rest++) {
      List<Integer> others = new ArrayList<>(row);
      Integer taken = 2 * rides.size() + rest;
      others.remove(taken);
      for (int at = 0; at <= others.size(); at++) {
        others.add(at, taken);
        cheapest(problem, others).ifPresent(all::add);
        others.remove(at);
      }
    }
    return least(problem, all);
  }

  private Optional<Plan.Tour> cheapest(RideProblem problem, List<Integer> others) {
    int pickup = rides.size() - 1;
    int delivery = 2 * rides.size() - 1;
    List<Plan.Tour> possible = new ArrayList<>();
    for (int i = 0; i <= others.size(); i++) {
      for (int j = i; j <= others.size(); j++) {
        List<Integer> stops = new ArrayList<>(others);
        stops.add(i, pickup);
        stops.add(j + 1, delivery);
        Plan.Tour tour = new Plan.Tour(0, stops);
        if (inTime(problem, stops) && PlanChecker.faults(problem, tour).isEmpty()) {
          possible.add(tour);
        }
      }
    }
    return least(problem, possible);
  }

  private static Optional<Plan.Tour> least(RideProblem problem, List<Plan.Tour> tours) {
    Optional<Plan.Tour> best = Optional.empty();
    double least = EVER;
    for (Plan.Tour tour : tours) {
      double cost = PlanChecker.cost(problem, tour);
      if (cost < least) {
        least = cost;
        best = Optional.of(tour);
      }
    }
    return best;
  }

  /** Whether each stop is reached in its window when nobody is waited for: else ask no further. */
  private boolean inTime(RideProblem problem, List<Integer> stops) {
    Travel travel = travels.get(vehicle.travel());
    double time = vehicle.from();
    int place = vehicle.start();
    for (int stop : stops) {
      int rest = stop - 2 * rides.size();
      Break taken = rest < 0 ? null : vehicle.breaks().get(rest);
      Stop at =
          taken == null
              ? problem.stop(stop)
              : new Stop(place, taken.earliest(), taken.latest(), taken.duration());
      time = Math.max(time + travel.time(place, at.place()), at.earliest());
      if (time > at.latest() + 1e-6) {
        return false;
      }
      time += at.service();
      place = at.place();
    }
    return true;
  }

  boolean isPossible() {
    return cheapest().isPresent();
  }

  double cost(Plan.Tour tour) {
    return PlanChecker.cost(problem(), tour);
  }

  double driving(Plan.Tour tour) {
    return PlanChecker.driving(problem(), tour);
  }

  Trial withoutShift() {
    return with(vehicle(-EVER, EVER, EVER, vehicle.drivingMax(), vehicle.capacity()));
  }

  Trial withoutDrivingLimit() {
    Vehicle v = vehicle;
    return with(vehicle(v.from(), v.to(), v.durationMax(), EVER, v.capacity()));
  }

  Trial withoutRoom() {
    Vehicle v = vehicle;
    List<Integer> plenty = v.capacity().stream().map(_ -> Integer.MAX_VALUE / 2).toList();
    return with(vehicle(v.from(), v.to(), v.durationMax(), v.drivingMax(), plenty));
  }

  Trial withoutRests() {
    Vehicle v = vehicle;
    Vehicle restless =
        new Vehicle(
            v.start(),
            v.end(),
            v.from(),
            v.to(),
            v.durationMax(),
            v.drivingMax(),
            List.of(),
            v.capacity(),
            v.offers(),
            v.travel(),
            v.useCost());
    List<Integer> stops = row.stream().filter(stop -> stop < 2 * rides.size()).toList();
    return new Trial(rides, restless, travels, stops);
  }

  Trial withoutRideLimit() {
    Ride ride = rides.getLast();
    return with(rides.size() - 1, patient(ride, ride.pickup(), ride.delivery()));
  }

  /** Another ride may be kept waiting and on board for any time. */
  Trial withoutPromise(int ride) {
    Ride kept = rides.get(ride);
    return with(ride, patient(kept, open(kept.pickup()), open(kept.delivery())));
  }

  private static Ride patient(Ride ride, Stop pickup, Stop delivery) {
    return new Ride(pickup, delivery, EVER, ride.load(), ride.needs(), ride.unservedCost());
  }

  private static Stop open(Stop stop) {
    return new Stop(stop.place(), stop.earliest(), EVER, stop.service());
  }

  private Trial with(int number, Ride changed) {
    List<Ride> all = new ArrayList<>(rides);
    all.set(number, changed);
    return new Trial(List.copyOf(all), vehicle, travels, row);
  }

  private Trial with(Vehicle changed) {
    return new Trial(rides, changed, travels, row);
  }

  private Vehicle vehicle(
      double from, double to, double durationMax, double drivingMax, List<Integer> capacity) {
    Vehicle v = vehicle;
    return new Vehicle(
        v.start(),
        v.end(),
        from,
        to,
        durationMax,
        drivingMax,
        v.breaks(),
        capacity,
        v.offers(),
        v.travel(),
        v.useCost());
  }
}
