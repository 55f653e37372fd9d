package se.dirigent.optimiser.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
    List<Rule> rules = rules(problem, tour);
    int stops = tour.stops().size();
    double[] least = least(rules, stops + 3);
    if (least.length == 0) {
      return Optional.empty();
    }
    int n = problem.rides().size();
    double[] most = least.clone();
    most[0] = Double.POSITIVE_INFINITY;
    IntStream.range(0, stops)
        .filter(k -> tour.stops().get(k) < n)
        .forEach(k -> most[k + 1] = Double.POSITIVE_INFINITY);
    delay(rules, most);
    List<Double> begin = new ArrayList<>();
    Arrays.stream(most, 1, stops + 1).forEach(begin::add);
    return Optional.of(new Timetable(most[0], begin, most[stops + 1]));
  }

  /** The time of variable {@code b} is at least that of {@code a} plus {@code w}. */
  private record Rule(int a, int b, double w) {}

  /** The least times that keep the rules, the last variable being 0; none when there are none. */
  private static double[] least(List<Rule> rules, int variables) {
    double[] time = new double[variables];
    Arrays.fill(time, 0, variables - 1, Double.NEGATIVE_INFINITY);
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

  /** Variable 0 is the leaving, then the stops, then the coming home, and last the zero of time. */
  private static List<Rule> rules(RideProblem problem, Plan.Tour tour) {
    List<Rule> rules = new ArrayList<>();
    Vehicle vehicle = problem.vehicles().get(tour.vehicle());
    Travel travel = problem.travels().get(vehicle.travel());
    List<Integer> stops = tour.stops();
    int n = problem.rides().size();
    int home = stops.size() + 1;
    int zero = home + 1;
    int place = vehicle.start();
    double service = 0;
    between(rules, zero, 0, vehicle.from(), vehicle.to());
    for (int k = 1; k < home; k++) {
      int number = stops.get(k - 1);
      Stop stop = PlanChecker.stop(problem, vehicle, number, place);
      between(rules, zero, k, stop.earliest(), stop.latest());
      rules.add(new Rule(k - 1, k, service + travel.time(place, stop.place())));
      if (number >= n && number < 2 * n) {
        int fetched = 1 + stops.indexOf(number - n);
        Ride ride = problem.rides().get(number - n);
        rules.add(new Rule(k, fetched, -ride.rideMax() - ride.pickup().service()));
      }
      place = stop.place();
      service = stop.service();
    }
    between(rules, zero, home, vehicle.from(), vehicle.to());
    rules.add(new Rule(home - 1, home, service + travel.time(place, vehicle.end())));
    rules.add(new Rule(home, 0, -vehicle.durationMax()));
    return rules;
  }

  private static void between(List<Rule> rules, int zero, int k, double earliest, double latest) {
    rules.add(new Rule(zero, k, earliest));
    rules.add(new Rule(k, zero, -latest));
  }
}
