package se.dirigent.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.dirigent.app.plan.CordeauInstance;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.PlanBudget;
import se.dirigent.optimiser.plan.PlanChecker;
import se.dirigent.optimiser.plan.PlanProgress;
import se.dirigent.optimiser.plan.RideProblem;
import se.dirigent.optimiser.plan.search.PlanSearch;

/** Plans the rides of a file, and has the plan judged by the checker before it is shown. */
@Command(
    name = "plan",
    description = {
      "Plan rides: which vehicle takes whom, in which order.",
      "Reads the literature's dial-a-ride instances (Cordeau and Laporte)."
    })
final class PlanCommand implements Callable<Integer> {
  private static final int BAR_STEPS = 100;

  @Mixin private final JsonReport report = new JsonReport();

  @Parameters(index = "0", paramLabel = "INSTANCE", description = "The file with the rides")
  private Path instance = Path.of("");

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "How long to search (default: ${DEFAULT-VALUE})")
  private double seconds;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "0",
      description = "Search this many rounds a thread instead of a time: the same answer each time")
  private long rounds;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of all chance (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "T",
      defaultValue = "0",
      description = "Chains that search at once (default: one for each core)")
  private int threads;

  @Override
  public Integer call() throws IOException {
    RideProblem problem = CordeauInstance.read(instance);
    int chains = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    PlanBudget budget =
        rounds > 0
            ? PlanBudget.ofRounds(seed, chains, rounds)
            : PlanBudget.ofSeconds(seed, chains, seconds);
    long begun = System.nanoTime();
    Plan plan;
    try (Progress bar = Progress.of("Planning", BAR_STEPS)) {
      plan = PlanSearch.run(problem, budget, System::nanoTime, stands -> show(bar, stands));
    }
    double took = (System.nanoTime() - begun) / 1e9;
    List<String> faults = PlanChecker.faults(problem, plan);
    boolean feasible = faults.isEmpty() && plan.unserved().isEmpty();
    if (!report.takesOutput()) {
      print(problem, plan, faults, took);
    }
    report.write(map(problem, plan, feasible, took));
    return feasible ? Exit.DONE : Exit.NOT_DONE;
  }

  private boolean show(Progress bar, PlanProgress stands) {
    bar.to((long) (BAR_STEPS * Math.min(1, stands.share())));
    if (!report.takesOutput()) {
      System.out.printf(
          Locale.ROOT,
          "%7.1f s  cost %.2f  left out %d%n",
          stands.seconds(),
          stands.cost(),
          stands.unserved());
    }
    return true;
  }

  private static void print(RideProblem problem, Plan plan, List<String> faults, double took) {
    System.out.printf(
        Locale.ROOT,
        "Cost %.2f with %d of %d rides in %d vehicles, found in %.1f s%n",
        plan.cost(),
        problem.rides().size() - plan.unserved().size(),
        problem.rides().size(),
        plan.tours().size(),
        took);
    plan.unserved().forEach(ride -> System.out.println("Left out: ride " + (ride + 1)));
    faults.forEach(fault -> System.out.println("The checker refuses the plan: " + fault));
  }

  /** Routes in the literature's numbering: node 0 is the depot, which is left out. */
  private static Map<String, Object> map(
      RideProblem problem, Plan plan, boolean feasible, double took) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("cost", plan.cost());
    map.put("feasible", feasible);
    map.put("seconds", took);
    map.put("rides", problem.rides().size());
    map.put("unserved", plan.unserved().stream().map(ride -> ride + 1).toList());
    map.put(
        "routes",
        plan.tours().stream()
            .map(tour -> tour.stops().stream().map(stop -> stop + 1).toList())
            .toList());
    return map;
  }
}
