package se.dirigent.simulator.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.dirigent.simulator.chance.Interval;
import se.dirigent.simulator.trial.TrialReport;

/**
 * What an experiment came to. Every scenario is compared with the first, seed by seed, since both
 * met the same calls; a difference is only called one when its 95 % interval does not hold zero.
 * With many measures one in twenty of those without a difference looks like one all the same.
 *
 * @param scenarios those run, the first of them what the others are compared with
 * @param experiment how they were run
 * @param measures what was measured, in at least one run
 * @param figures for each scenario, in the order of the measures
 * @param traceHashes for each scenario, one over all its runs: the same seed gives the same
 */
public record Findings(
    List<Scenario> scenarios,
    Experiment experiment,
    List<Measure> measures,
    List<List<Figure>> figures,
    List<Long> traceHashes) {
  /**
   * How measures are counted; one more when a figure of the same name comes to mean something else,
   * so that what was counted before is not read as if it were counted now. 2: calls that nobody
   * reached count, and response times are of the calls whose goal had passed.
   */
  public static final int COUNTED = 2;

  public Findings {
    scenarios = List.copyOf(scenarios);
    measures = List.copyOf(measures);
    figures = List.copyOf(figures);
    traceHashes = List.copyOf(traceHashes);
  }

  /** How a scenario stands to the first. */
  public enum Verdict {
    /** It is the first, nothing could be measured, or waits that had not ended hide which it is. */
    NONE,
    LOWER,
    HIGHER,
    /** The interval of the difference holds zero. */
    NO_DETECTABLE_DIFFERENCE
  }

  /**
   * One measure of one scenario.
   *
   * @param value over the runs; null when fewer than two runs had anything to measure
   * @param change against the first scenario, seed by seed; null for the first itself
   * @param atLeast whether the value is only known to be no less, since somebody still waited when
   *     a run ended
   */
  public record Figure(
      @Nullable Interval value,
      @Nullable Interval change,
      Verdict verdict,
      int runs,
      boolean atLeast) {}

  /** Sums runs up. */
  public static Findings of(
      List<Scenario> scenarios, Experiment experiment, List<List<RunReport>> runs) {
    TrialReport any = runs.getFirst().getFirst().trial();
    int areas = alike(scenarios, s -> s.base().areas()) ? any.areas().size() : 0;
    int regions = alike(scenarios, s -> s.base().regions()) ? any.regions().size() : 0;
    int types = alike(scenarios, s -> s.blueprint().typeNames()) ? any.types().size() : 0;
    List<Measure> measures =
        Measure.all(any.levels().size(), regions, areas, types).stream()
            .filter(
                m -> runs.stream().flatMap(List::stream).anyMatch(r -> new Measured(m, r).isTold()))
            .toList();
    List<List<Figure>> figures = new ArrayList<>();
    for (List<RunReport> of : runs) {
      boolean first = of == runs.getFirst();
      figures.add(
          measures.stream().map(m -> figure(m, of, first ? null : runs.getFirst())).toList());
    }
    List<Long> hashes =
        runs.stream()
            .map(of ->
                of.stream().mapToLong(r -> r.trial().traceHash()).reduce(1, (a, b) -> 31 * a + b))
            .toList();
    return new Findings(scenarios, experiment, measures, figures, hashes);
  }

  /** What is not alike in all scenarios cannot be told apart by. */
  private static boolean alike(List<Scenario> scenarios, Function<Scenario, Object> of) {
    return scenarios.stream().map(of).distinct().count() == 1;
  }

  private static Figure figure(
      Measure measure, List<RunReport> runs, @Nullable List<RunReport> first) {
    Interval value = interval(runs.size(), r -> value(measure, runs.get(r)));
    Interval change =
        first == null
            ? null
            : interval(
                runs.size(), r -> value(measure, runs.get(r)) - value(measure, first.get(r)));
    int measured = (int) runs.stream().filter(r -> !Double.isNaN(value(measure, r))).count();
    boolean atLeast = isAtLeast(measure, runs);
    boolean firstAtLeast = first != null && isAtLeast(measure, first);
    return new Figure(value, change, verdict(change, atLeast, firstAtLeast), measured, atLeast);
  }

  private static double value(Measure measure, RunReport run) {
    return new Measured(measure, run).value();
  }

  private static boolean isAtLeast(Measure measure, List<RunReport> runs) {
    return runs.stream().anyMatch(run -> new Measured(measure, run).isAtLeast());
  }

  private static @Nullable Interval interval(int runs, IntToDoubleFunction value) {
    double[] values =
        IntStream.range(0, runs).mapToDouble(value).filter(v -> !Double.isNaN(v)).toArray();
    return values.length < 2 ? null : Interval.of(values);
  }

  /** What is at least so much may be more: it is not said to be lower than something, or alike. */
  private static Verdict verdict(@Nullable Interval change, boolean atLeast, boolean firstAtLeast) {
    if (change == null) {
      return Verdict.NONE;
    }
    if (change.holds(0)) {
      return atLeast || firstAtLeast ? Verdict.NONE : Verdict.NO_DETECTABLE_DIFFERENCE;
    }
    boolean lower = change.mean() < 0;
    if (lower ? atLeast : firstAtLeast) {
      return Verdict.NONE;
    }
    return lower ? Verdict.LOWER : Verdict.HIGHER;
  }
}
