package se.dirigent.benchmarks.plan;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.PlanBudget;
import se.dirigent.optimiser.plan.PlanChecker;
import se.dirigent.optimiser.plan.RideProblem;
import se.dirigent.optimiser.plan.Vehicle;
import se.dirigent.optimiser.plan.search.PlanSearch;
import se.dirigent.routing.network.NationalNetwork;
import se.dirigent.routing.network.NetworkTravelTimes;
import se.dirigent.server.platform.json.JsonConfiguration;
import se.dirigent.server.platform.region.RegionPack;

/** A day of care transports: the first plan, the search, one more order, a vehicle lost. */
@Command(
    name = "day-bench",
    mixinStandardHelpOptions = true,
    version = "0.1",
    description = "Planning of a region's or the nation's day of care transports")
public final class DayBench implements Callable<Integer> {
  @Option(names = "--region", description = "code of a region; all regions when not given")
  private List<String> codes = new ArrayList<>();

  @Option(names = "--orders", defaultValue = "4000", description = "(${DEFAULT-VALUE})")
  private int orders;

  @Option(names = "--vehicles", defaultValue = "900", description = "(${DEFAULT-VALUE})")
  private int vehicles;

  @Option(names = "--seconds", defaultValue = "60", description = "of search (${DEFAULT-VALUE})")
  private double seconds;

  @Option(names = "--threads", defaultValue = "2", description = "(${DEFAULT-VALUE})")
  private int threads;

  @Option(
      names = "--insertions",
      defaultValue = "200",
      description = "single orders put into the plan (${DEFAULT-VALUE})")
  private int insertions;

  @Option(names = "--seed", defaultValue = "1")
  private long seed;

  /** Exit code 0 when it could be measured and every plan was found right. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new DayBench()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    var roads = NetworkTravelTimes.sweden(NationalNetwork.load().network(), List.of());
    List<RegionPack> packs = new ArrayList<>();
    for (String code : codes.isEmpty() ? all() : codes) {
      packs.add(pack(code));
    }
    RideProblem problem = new TransportDay(packs, roads, seed).problem(orders, vehicles);
    Plan first = first(problem);
    Plan plan = search(problem, first);
    insert(problem, plan);
    lose(problem, plan);
    return 0;
  }

  private static List<String> all() throws IOException {
    List<String> codes = new ArrayList<>();
    try (InputStream in = RegionPack.class.getResourceAsStream("/regions/index.json")) {
      JsonConfiguration.mapper()
          .readTree(Objects.requireNonNull(in, "index").readAllBytes())
          .forEach(region -> codes.add(region.get("code").asString()));
    }
    return codes;
  }

  private static RegionPack pack(String code) throws IOException {
    try (InputStream in = RegionPack.class.getResourceAsStream("/regions/" + code + ".json")) {
      return JsonConfiguration.mapper()
          .readValue(Objects.requireNonNull(in, code).readAllBytes(), RegionPack.class);
    }
  }

  private Plan first(RideProblem problem) {
    long begun = System.nanoTime();
    Plan first = PlanSearch.mend(problem, new Plan(0, List.of(), List.of()), seed);
    say(problem, first, "first plan", begun);
    return first;
  }

  private Plan search(RideProblem problem, Plan first) {
    long begun = System.nanoTime();
    double[] said = {0};
    Plan plan =
        PlanSearch.run(
            problem,
            first,
            PlanBudget.ofSeconds(seed, threads, seconds),
            System::nanoTime,
            stands -> {
              if (stands.seconds() - said[0] >= Math.min(10, seconds / 6)) {
                said[0] = stands.seconds();
                System.out.printf(
                    Locale.ROOT,
                    "  after %5.1f s: %.0f kr, %d left out, %d rounds%n",
                    stands.seconds(),
                    stands.cost(),
                    stands.unserved(),
                    stands.rounds());
              }
              return true;
            });
    say(problem, plan, "plan after search", begun);
    return plan;
  }

  /** Each order taken out of the plan and put in again as one that is new. */
  private void insert(RideProblem problem, Plan plan) {
    Histogram nanos = new Histogram(3);
    Histogram worked = new Histogram(3);
    ThreadMXBean processor = ManagementFactory.getThreadMXBean();
    SplittableRandom chance = new SplittableRandom(seed);
    int n = problem.rides().size();
    for (int k = -insertions / 4; k < insertions; k++) {
      int ride = chance.nextInt(n);
      Plan without = without(plan, ride, n);
      long before = processor.getCurrentThreadCpuTime();
      long begun = System.nanoTime();
      Plan with = PlanSearch.admit(problem, without, k);
      if (k >= 0) {
        nanos.recordValue(System.nanoTime() - begun);
        worked.recordValue(processor.getCurrentThreadCpuTime() - before);
      }
      check(problem, with);
    }
    System.out.printf(
        Locale.ROOT,
        "one more order: p50 %.1f ms, p99 %.1f ms, longest %.1f ms; of the processor's time p50"
            + " %.1f ms, p99 %.1f ms%n",
        nanos.getValueAtPercentile(50) / 1e6,
        nanos.getValueAtPercentile(99) / 1e6,
        nanos.getMaxValue() / 1e6,
        worked.getValueAtPercentile(50) / 1e6,
        worked.getValueAtPercentile(99) / 1e6);
  }

  private static Plan without(Plan plan, int ride, int n) {
    List<Plan.Tour> tours = new ArrayList<>();
    for (Plan.Tour tour : plan.tours()) {
      List<Integer> stops =
          tour.stops().stream().filter(stop -> stop != ride && stop != n + ride).toList();
      tours.add(new Plan.Tour(tour.vehicle(), stops));
    }
    return new Plan(0, tours, plan.unserved().stream().filter(r -> r != ride).toList());
  }

  /** The vehicle with most to do breaks down: its rides go to others. */
  private void lose(RideProblem problem, Plan plan) {
    Plan.Tour longest =
        plan.tours().stream()
            .max((a, b) -> Integer.compare(a.stops().size(), b.stops().size()))
            .orElseThrow();
    List<Vehicle> left = new ArrayList<>(problem.vehicles());
    Vehicle lost = left.get(longest.vehicle());
    left.set(longest.vehicle(), broken(lost));
    RideProblem without = new RideProblem(problem.rides(), left, problem.travels());
    List<Plan.Tour> tours = plan.tours().stream().filter(t -> t != longest).toList();
    long begun = System.nanoTime();
    Plan healed = PlanSearch.mend(without, new Plan(0, tours, List.of()), seed);
    say(
        without,
        healed,
        "after the loss of a vehicle with " + longest.stops().size() + " stops",
        begun);
  }

  /** It has room for nobody. */
  private static Vehicle broken(Vehicle v) {
    List<Integer> nothing = v.capacity().stream().map(_ -> 0).toList();
    return new Vehicle(
        v.start(),
        v.end(),
        v.from(),
        v.to(),
        v.durationMax(),
        v.drivingMax(),
        v.breaks(),
        nothing,
        0,
        v.travel(),
        v.useCost());
  }

  private static void say(RideProblem problem, Plan plan, String what, long begun) {
    double took = (System.nanoTime() - begun) / 1e9;
    check(problem, plan);
    System.out.printf(
        Locale.ROOT,
        "%s: %.2f s, %.0f kr, %d tours, %d of %d orders left out%n",
        what,
        took,
        plan.cost(),
        plan.tours().size(),
        plan.unserved().size(),
        problem.rides().size());
  }

  private static void check(RideProblem problem, Plan plan) {
    List<String> faults = PlanChecker.faults(problem, plan);
    if (!faults.isEmpty()) {
      throw new IllegalStateException("the plan is wrong: " + faults);
    }
  }
}
