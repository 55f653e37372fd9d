package se.dirigent.benchmarks.distribute;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.HdrHistogram.Histogram;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.dirigent.optimiser.distribute.CategoryRule;
import se.dirigent.optimiser.distribute.Distribution;
import se.dirigent.optimiser.distribute.DistributionBudget;
import se.dirigent.optimiser.distribute.DistributionChecker;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.rule.Rule;
import se.dirigent.optimiser.distribute.rule.RuleDistribution;
import se.dirigent.optimiser.distribute.rule.Shares;
import se.dirigent.optimiser.distribute.search.DistributionSearch;

/** Distribution of casualties: gap to the proven bound, time to answer and to answer a change. */
@Command(
    name = "distribute-bench",
    mixinStandardHelpOptions = true,
    version = "0.1",
    description = {
      "Distribution of casualties: proven gap, time, time after a changed fact;",
      "with --oracle small events beside an exact solver"
    })
public final class DistributeBench implements Callable<Integer> {
  private static final double MILLION = 1e6;

  @Option(
      names = "--size",
      defaultValue = "500x80x300",
      description = "casualties x hospitals x vehicles (${DEFAULT-VALUE})")
  private String size = "";

  @Option(names = "--places", defaultValue = "1", description = "(${DEFAULT-VALUE})")
  private int places;

  @Option(names = "--hours", defaultValue = "8", description = "horizon (${DEFAULT-VALUE})")
  private int hours;

  @Option(
      names = "--ready-minutes",
      defaultValue = "40",
      description = "casualties become ready within so many minutes (${DEFAULT-VALUE})")
  private int readyMinutes;

  @Option(
      names = "--kilometres",
      defaultValue = "250",
      description = "side of the square of country (${DEFAULT-VALUE})")
  private double kilometres;

  @Option(names = "--day", description = "10000x73x2000 over 24 hours")
  private boolean day;

  @Option(
      names = "--survival",
      description = "waiting costs chances to survive, not minutes and more after 10-1-2")
  private boolean survival;

  @Option(
      names = "--budget",
      split = ",",
      defaultValue = "800,600,3000",
      description = "coarse rounds, fine rounds, rebuilds (${DEFAULT-VALUE})")
  private List<Integer> budget = List.of();

  @Option(names = "--events", defaultValue = "20", description = "(${DEFAULT-VALUE})")
  private int events;

  @Option(names = "--warm", defaultValue = "3", description = "not counted (${DEFAULT-VALUE})")
  private int warm;

  @Option(
      names = "--oracle",
      defaultValue = "0",
      paramLabel = "EVENTS",
      description = "instead so many small events beside an exact solver (${DEFAULT-VALUE})")
  private int oracle;

  @Option(
      names = "--seconds",
      defaultValue = "120",
      description = "most for the exact solver, each event (${DEFAULT-VALUE})")
  private double seconds;

  private final Histogram whole = new Histogram(3);
  private final Histogram change = new Histogram(3);
  private final Histogram gaps = new Histogram(3);
  private final Histogram changeGaps = new Histogram(3);

  // The processor's own time: on a machine that others use too it says more than the clock.
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Histogram wholeWork = new Histogram(3);
  private final Histogram changeWork = new Histogram(3);

  /** Exit code 0 when the checker refuses no answer. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new DistributeBench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (oracle > 0) {
      return new OracleBench(search(), rules(), seconds).run(oracle) == 0 ? 0 : 1;
    }
    if (day) {
      size = "10000x73x2000";
      hours = 24;
    }
    int[] of = List.of(size.split("x", -1)).stream().mapToInt(Integer::parseInt).toArray();
    DrawnEvent event =
        new DrawnEvent(of[0], of[1], of[2], places, 60 * hours, readyMinutes, kilometres, rules());
    int faults = 0;
    double[] rules = new double[Rule.values().length];
    for (int i = -warm; i < events; i++) {
      // Events that are counted have seeds 1 and up.
      RandomGenerator random =
          RandomGeneratorFactory.of("L64X128MixRandom").create(i < 0 ? 1000 - i : 1 + i);
      faults += measure(event.draw(random), i, rules);
    }
    System.out.printf(
        Locale.ROOT,
        "%s in %d places, %d events: ms p50 %.0f p99 %.0f max %.0f; after a closed hospital"
            + " p50 %.0f p99 %.0f; proven gap median %.2f %% worst %.2f %%, after it median %.2f %%"
            + " worst %.2f %%; processor ms p50 %.0f p99 %.0f, after it p50 %.0f p99 %.0f; refused"
            + " %d%n",
        size,
        places,
        events,
        whole.getValueAtPercentile(50) / MILLION,
        whole.getValueAtPercentile(99) / MILLION,
        whole.getMaxValue() / MILLION,
        change.getValueAtPercentile(50) / MILLION,
        change.getValueAtPercentile(99) / MILLION,
        gaps.getValueAtPercentile(50) / 1e4,
        gaps.getMaxValue() / 1e4,
        changeGaps.getValueAtPercentile(50) / 1e4,
        changeGaps.getMaxValue() / 1e4,
        wholeWork.getValueAtPercentile(50) / MILLION,
        wholeWork.getValueAtPercentile(99) / MILLION,
        changeWork.getValueAtPercentile(50) / MILLION,
        changeWork.getValueAtPercentile(99) / MILLION,
        faults);
    for (Rule rule : Rule.values()) {
      System.out.printf(
          Locale.ROOT, "  %s: harm %.2f times ours%n", rule, rules[rule.ordinal()] / events);
    }
    return faults == 0 ? 0 : 1;
  }

  private List<CategoryRule> rules() {
    return survival ? CategoryRule.bySurvival() : CategoryRule.byDeadline();
  }

  private DistributionBudget search() {
    return new DistributionBudget(1, budget.get(0), budget.get(1), budget.get(2), 0.001);
  }

  private int measure(DistributionProblem problem, int number, double[] rules) {
    long work = threads.getCurrentThreadCpuTime();
    long begun = System.nanoTime();
    DistributionSearch search = DistributionSearch.of(problem, search());
    long found = System.nanoTime();
    long foundWork = threads.getCurrentThreadCpuTime();
    DistributionProblem closed = Closing.most(problem, search.answer());
    long askedWork = threads.getCurrentThreadCpuTime();
    long asked = System.nanoTime();
    DistributionSearch after = search.with(closed);
    long answered = System.nanoTime();
    long answeredWork = threads.getCurrentThreadCpuTime();
    Distribution answer = search.answer();
    if (number >= 0) {
      whole.recordValue(found - begun);
      change.recordValue(answered - asked);
      wholeWork.recordValue(foundWork - work);
      changeWork.recordValue(answeredWork - askedWork);
      gaps.recordValue(Math.round(1e6 * Math.clamp(answer.gap(), 0, 10)));
      changeGaps.recordValue(Math.round(1e6 * Math.clamp(after.answer().gap(), 0, 10)));
      for (Rule rule : Rule.values()) {
        Shares shares = Shares.equal(problem.hospitals().size());
        rules[rule.ordinal()] += RuleDistribution.run(problem, rule, shares).harm() / answer.harm();
      }
      System.out.printf(
          Locale.ROOT,
          "event %d: harm %.0f, gap %.2f %%, left %d, trips %d, %.0f ms; closed: harm %.0f,"
              + " gap %.2f %%, %.0f ms%n",
          number,
          answer.harm(),
          100 * answer.gap(),
          answer.unplaced().size(),
          answer.trips().size(),
          (found - begun) / MILLION,
          after.answer().harm(),
          100 * after.answer().gap(),
          (answered - asked) / MILLION);
    }
    return DistributionChecker.faults(problem, answer).size()
        + DistributionChecker.faults(closed, after.answer()).size();
  }
}
