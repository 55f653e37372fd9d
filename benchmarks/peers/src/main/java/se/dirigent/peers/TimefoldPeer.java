package se.dirigent.peers;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Timefold's free edition with a list of visits for each vehicle, its default moves and phases, and
 * a plain calculator of the score that times a route exactly. The free edition searches on one
 * thread.
 */
public final class TimefoldPeer {
  private TimefoldPeer() {}

  /** Arguments: file, seconds, seed, file to write routes to. */
  public static void main(String[] arguments) throws IOException {
    RideFile file = RideFile.read(Path.of(arguments[0]));
    TourPlan plan = new TourPlan();
    plan.file = file;
    plan.visits = IntStream.range(1, file.nodes().size()).mapToObj(TourVisit::new).toList();
    plan.tours = IntStream.range(0, file.vehicles()).mapToObj(TourVehicle::new).toList();
    long millis = (long) (Double.parseDouble(arguments[1]) * 1_000);
    SolverConfig config =
        new SolverConfig()
            .withSolutionClass(TourPlan.class)
            .withEntityClasses(TourVehicle.class)
            .withEasyScoreCalculatorClass(TourScore.class)
            .withRandomSeed(Long.parseLong(arguments[2]))
            .withTerminationConfig(new TerminationConfig().withMillisecondsSpentLimit(millis));
    TourPlan best = SolverFactory.<TourPlan>create(config).buildSolver().solve(plan);
    List<List<Integer>> routes =
        best.tours.stream()
            .map(tour -> tour.visits.stream().map(TourVisit::node).toList())
            .toList();
    RideFile.write(Path.of(arguments[3]), routes);
  }
}
