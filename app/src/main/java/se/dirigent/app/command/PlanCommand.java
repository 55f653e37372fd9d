package se.dirigent.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.dirigent.app.plan.Instance;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.PlanBudget;
import se.dirigent.optimiser.plan.PlanChecker;
import se.dirigent.optimiser.plan.PlanProgress;
import se.dirigent.optimiser.plan.RideProblem;
import se.dirigent.optimiser.plan.search.PlanSearch;
import se.dirigent.optimiser.plan.why.Obstacle;
import se.dirigent.optimiser.plan.why.WhyNot;

/** Plans the rides of a file, and has the plan judged by the checker before it is shown. */
@Command(
    name = "plan",
    description = {
      "Plan rides: which vehicle takes whom, in which order.",
      "Reads our own format (docs/rides.md), the literature's dial-a-ride instances (Cordeau and",
      "Laporte) and the Patient Transportation Problem (CSPLib 82); the content says which."
    })
final class PlanCommand implements Callable<Integer> {
  private static final int BAR_STEPS = 100;

  /** Rides whose reasons are told, and vehicles that are named: what a screen holds. */
  private static final int EXPLAINED_MAX = 10;

  private static final int NAMED_MAX = 4;

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

  @Option(
      names = "--until",
      paramLabel = "COST",
      defaultValue = "-Infinity",
      description = "End the search early with a plan that serves all for this cost or less")
  private double until;

  @Option(
      names = "--check",
      paramLabel = "ROUTES",
      description = {
        "Plan nothing: judge another program's routes, JSON with arrays of stop numbers from 1,",
        "pick-ups first"
      })
  private @Nullable Path check;

  @Override
  public Integer call() throws IOException {
    Instance asked = Instance.read(instance);
    RideProblem problem = asked.problem();
    if (check != null) {
      return finish(asked, asked.readPlan(check), 0);
    }
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
    return finish(asked, plan, (System.nanoTime() - begun) / 1e9);
  }

  private int finish(Instance asked, Plan plan, double took) {
    List<String> faults = PlanChecker.faults(asked.problem(), plan);
    boolean feasible = faults.isEmpty() && (plan.unserved().isEmpty() || asked.mayLeaveOut());
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("cost", plan.cost());
    map.put("feasible", feasible);
    map.put("seconds", took);
    map.put("rides", asked.problem().rides().size());
    map.put("served", asked.problem().rides().size() - plan.unserved().size());
    map.put("faults", faults);
    map.putAll(asked.report().apply(plan));
    if (!report.takesOutput()) {
      print(asked, plan, faults, took);
    }
    report.write(map);
    return feasible ? Exit.DONE : Exit.NOT_DONE;
  }

  /** Whether the search goes on. */
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
    return stands.unserved() > 0 || stands.cost() > until;
  }

  private static void print(Instance asked, Plan plan, List<String> faults, double took) {
    RideProblem problem = asked.problem();
    System.out.printf(
        Locale.ROOT,
        "Cost %.2f with %d of %d rides in %d vehicles, found in %.1f s%n",
        plan.cost(),
        problem.rides().size() - plan.unserved().size(),
        problem.rides().size(),
        plan.tours().size(),
        took);
    plan.unserved().stream()
        .limit(EXPLAINED_MAX)
        .forEach(ride ->
            System.out.println("Left out: " + asked.ride().apply(ride) + why(asked, plan, ride)));
    if (plan.unserved().size() > EXPLAINED_MAX) {
      System.out.println("and " + (plan.unserved().size() - EXPLAINED_MAX) + " more");
    }
    faults.forEach(fault -> System.out.println("The checker refuses the plan: " + fault));
  }

  /** What speaks against each vehicle, vehicles with the same answer together. */
  private static String why(Instance asked, Plan plan, int ride) {
    Map<String, List<String>> vehicles = new LinkedHashMap<>();
    List<Obstacle> answers = WhyNot.answers(asked.problem(), plan, ride, WhyNot.WHENEVER);
    for (int v = 0; v < answers.size(); v++) {
      vehicles
          .computeIfAbsent(words(asked, answers.get(v)), _ -> new ArrayList<>())
          .add(asked.vehicle().apply(v));
    }
    StringBuilder text = new StringBuilder();
    vehicles.forEach((answer, names) ->
        text.append(System.lineSeparator())
            .append("  ")
            .append(
                names.size() > NAMED_MAX ? names.size() + " vehicles" : String.join(", ", names))
            .append(": ")
            .append(answer));
    return text.toString();
  }

  private static String words(Instance asked, Obstacle obstacle) {
    return switch (obstacle) {
      case Obstacle.Bound(int vehicle) -> "it is for " + asked.vehicle().apply(vehicle);
      case Obstacle.Lacks ignored -> "lacks an ability";
      case Obstacle.TooSmall(int _, int room, int load) ->
          "room for " + room + " and " + load + " needed";
      case Obstacle.NoWay() -> "no way there";
      case Obstacle.NotReady(double earliest) -> figure("not ready before %.0f", earliest);
      case Obstacle.Shift(double from, double to) ->
          figure("the shift is from %.0f to %.0f", from, to);
      case Obstacle.TooLate(boolean _, double reached, double latest) ->
          figure("is there at %.0f at the earliest, %.0f is the latest", reached, latest);
      case Obstacle.RideTooLong(double least, double most) ->
          figure("%.0f on board, %.0f is the most", least, most);
      case Obstacle.DrivesTooLong(double driving, double most) ->
          figure("would drive %.0f, %.0f is the most", driving, most);
      case Obstacle.Rest ignored -> "a rest would fall away";
      case Obstacle.Full() -> "others are on board then";
      case Obstacle.AnotherRide(int ride, double late) ->
          asked.ride().apply(ride) + figure(" would be %.0f late", late);
      case Obstacle.SeveralRides(int rides) -> "has " + rides + " other rides";
      case Obstacle.Possible(double dearer, Plan.Tour ignored) ->
          figure("possible, %.0f dearer", dearer);
    };
  }

  private static String figure(String text, Object... figures) {
    return String.format(Locale.ROOT, text, figures);
  }
}
