package se.dirigent.optimiser.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When a tour's stops begin. Whether a tour can be timed is a system of differences: each rule says
 * that one time is at least another plus a figure. Such a system has a solution exactly when its
 * longest paths are finite (Bellman and Ford); they are found by plain repetition, without any of
 * the search's shortcuts. Of all solutions this is the one in which everybody is left, every rest
 * taken and the vehicle home as early as possible, and everybody is fetched and the vehicle sent
 * out as late as that allows: nobody sits on board longer than need be.
 *
 * @param leave when the vehicle leaves the place where its shift begins
 * @param begin when service begins, stop by stop of the tour
 * @param home when it is where its shift ends
 */
public record Timetable(double leave, List<Double> begin, double home) {
  private static final double TOLERANCE = PlanChecker.TOLERANCE;

  public Timetable {
    begin = List.copyOf(begin);
  }

  /**
   * The times of a tour that keep every window, ride time and the shift; empty when there are none.
   *
   * @param tour with each delivery after its pick-up
   */
  public static Optional<Timetable> of(RideProblem problem, Plan.Tour tour) {
    return of(problem, List.of(tour)).map(List::getFirst);
  }

  /**
   * The times of several tours, in their order. Tours in which linked rides are handed over wait
   * for each other; a link to a ride that none of the tours serves binds nothing.
   */
  public static Optional<List<Timetable>> of(RideProblem problem, List<Plan.Tour> tours) {
    List<Rule> rules = new ArrayList<>();
    int variables = 1;
    Map<Integer, Integer> variableOf = new HashMap<>();
    for (Plan.Tour tour : tours) {
      rules(rules, problem, tour, variables);
      for (int k = 0; k < tour.stops().size(); k++) {
        variableOf.put(tour.stops().get(k), variables + 1 + k);
      }
      variables += tour.stops().size() + 2;
    }
    int n = problem.rides().size();
    for (Link link : problem.links()) {
      Integer left = variableOf.get(n + link.before());
      Integer fetched = variableOf.get(link.after());
      if (left != null && fetched != null) {
        double service = problem.rides().get(link.before()).delivery().service();
        rules.add(new Rule(left, fetched, service + link.gap()));
      }
    }
    double[] least = least(rules, variables);
    return least.length == 0
        ? Optional.empty()
        : Optional.of(delayed(problem, tours, rules, least));
  }

  private static List<Timetable> delayed(
      RideProblem problem, List<Plan.Tour> tours, List<Rule> rules, double[] least) {
    double[] most = least.clone();
    int first = 1;
    for (Plan.Tour tour : tours) {
      most[first] = Double.POSITIVE_INFINITY;
      for (int k = 0; k < tour.stops().size(); k++) {
        if (tour.stops().get(k) < problem.rides().size()) {
          most[first + 1 + k] = Double.POSITIVE_INFINITY;
        }
      }
      first += tour.stops().size() + 2;
    }
    delay(rules, most);
    List<Timetable> times = new ArrayList<>();
    first = 1;
    for (Plan.Tour tour : tours) {
      int home = first + tour.stops().size() + 1;
      List<Double> begin = Arrays.stream(most, first + 1, home).boxed().toList();
      times.add(new Timetable(most[first], begin, most[home]));
      first = home + 1;
    }
    return times;
  }

  /** The time of variable {@code b} is at least that of {@code a} plus {@code w}. */
  private record Rule(int a, int b, double w) {}

  /** The least times that keep the rules, variable 0 being 0; none when there are none. */
  private static double[] least(List<Rule> rules, int variables) {
    double[] time = new double[variables];
    Arrays.fill(time, 1, variables, Double.NEGATIVE_INFINITY);
    for (int round = 0; round <= variables; round++) {
      boolean changed = false;
      for (Rule rule : rules) {
        double least = time[rule.a()] + rule.w();
        if (least == Double.POSITIVE_INFINITY) {
          return new double[0];
        }
        if (least > time[rule.b()] + TOLERANCE) {
          time[rule.b()] = least;
          changed = true;
        }
      }
      if (!changed) {
        return time;
      }
    }
    return new double[0];
  }

  /** Lowers times to the greatest that keep the rules; there are some. */
  private static void delay(List<Rule> rules, double[] time) {
    boolean changed = true;
    for (int round = 0; changed && round <= time.length; round++) {
      changed = false;
      for (Rule rule : rules) {
        double most = time[rule.b()] - rule.w();
        if (most < time[rule.a()] - TOLERANCE) {
          time[rule.a()] = most;
          changed = true;
        }
      }
    }
  }

  /** Variable 0 is the zero of time; from {@code leave} on the leaving, the stops, the home. */
  private static void rules(List<Rule> rules, RideProblem problem, Plan.Tour tour, int leave) {
    Vehicle vehicle = problem.vehicles().get(tour.vehicle());
    Travel travel = problem.travels().get(vehicle.travel());
    List<Integer> stops = tour.stops();
    int n = problem.rides().size();
    int home = leave + stops.size() + 1;
    int place = vehicle.start();
    double service = 0;
    between(rules, leave, vehicle.from(), vehicle.to());
    for (int k = leave + 1; k < home; k++) {
      int number = stops.get(k - leave - 1);
      Stop stop = PlanChecker.stop(problem, vehicle, number, place);
      between(rules, k, stop.earliest(), stop.latest());
      rules.add(new Rule(k - 1, k, service + travel.time(place, stop.place())));
      if (number >= n && number < 2 * n) {
        int fetched = leave + 1 + stops.indexOf(number - n);
        Ride ride = problem.rides().get(number - n);
        rules.add(new Rule(k, fetched, -ride.rideMax() - ride.pickup().service()));
      }
      place = stop.place();
      service = stop.service();
    }
    between(rules, home, vehicle.from(), vehicle.to());
    rules.add(new Rule(home - 1, home, service + travel.time(place, vehicle.end())));
    rules.add(new Rule(home, leave, -vehicle.durationMax()));
  }

  private static void between(List<Rule> rules, int k, double earliest, double latest) {
    rules.add(new Rule(0, k, earliest));
    rules.add(new Rule(k, 0, -latest));
  }
}
