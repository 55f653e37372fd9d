package se.dirigent.app.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.PlanChecker;
import se.dirigent.optimiser.plan.RideProblem;

/**
 * A planning problem from a file, and how a plan of it is told in the file's own words.
 *
 * @param problem what is to be planned
 * @param mayLeaveOut whether a plan that leaves rides out answers the question
 * @param report routes, what is left out, and what else the format counts
 * @param ride the file's name of a ride, by number
 * @param vehicle the file's name of a vehicle, by number
 */
public record Instance(
    RideProblem problem,
    boolean mayLeaveOut,
    Function<Plan, Map<String, Object>> report,
    IntFunction<String> ride,
    IntFunction<String> vehicle) {

  /**
   * Reads a file of any format we know: Cordeau and Laporte's rows of numbers, the Patient
   * Transportation Problem's JSON, or our own ({@link RidesFile}); its content says which.
   *
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException naming file, place, value and remedy when it is of no format
   */
  public static Instance read(Path file) throws IOException {
    if (!Files.readString(file).strip().matches("(?s)[{#/].*")) {
      return literature(CordeauInstance.read(file));
    }
    Field root = Field.read(file);
    return root.has("patients") ? PatientInstance.read(root) : RidesFile.read(root);
  }

  /** Routes in the literature's numbering: node 0 is the depot, which is left out. */
  private static Instance literature(RideProblem problem) {
    return new Instance(
        problem,
        false,
        plan ->
            Map.of(
                "unserved",
                plan.unserved().stream().map(ride -> ride + 1).toList(),
                "routes",
                plan.tours().stream()
                    .map(tour -> tour.stops().stream().map(stop -> stop + 1).toList())
                    .toList()),
        ride -> "ride " + (ride + 1),
        vehicle -> "vehicle " + (vehicle + 1));
  }

  /**
   * Another program's plan of this problem, for the checker to judge.
   *
   * @param file JSON with {@code routes}, arrays of stop numbers from 1 with pick-ups first, and
   *     {@code vehicles}, their numbers from 1; without them the first vehicles drive
   */
  public Plan readPlan(Path file) throws IOException {
    Field root = Field.read(file);
    List<Field> routes = root.get("routes").list();
    int n = problem.rides().size();
    List<Plan.Tour> tours =
        IntStream.range(0, routes.size())
            .mapToObj(k ->
                new Plan.Tour(
                    root.has("vehicles")
                        ? root.get("vehicles").list().get(k).whole(1, problem.vehicles().size()) - 1
                        : k,
                    routes.get(k).list().stream().map(stop -> stop.whole(1, 2 * n) - 1).toList()))
            .filter(tour -> !tour.stops().isEmpty())
            .toList();
    if (tours.stream().anyMatch(tour -> tour.vehicle() >= problem.vehicles().size())) {
      throw new IllegalArgumentException(
          "%s has %d routes for %d vehicles; leave the empty ones out"
              .formatted(file, tours.size(), problem.vehicles().size()));
    }
    var served = tours.stream().flatMap(tour -> tour.stops().stream()).collect(Collectors.toSet());
    List<Integer> unserved =
        IntStream.range(0, n).filter(ride -> !served.contains(ride)).boxed().toList();
    return new Plan(cost(tours, unserved), tours, unserved);
  }

  private double cost(List<Plan.Tour> tours, List<Integer> unserved) {
    double left = unserved.stream().mapToDouble(r -> problem.rides().get(r).unservedCost()).sum();
    return left + tours.stream().mapToDouble(tour -> PlanChecker.cost(problem, tour)).sum();
  }
}
