package se.dirigent.app.masscasualty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import se.dirigent.optimiser.distribute.DistributionBudget;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.rule.Rule;
import se.dirigent.optimiser.distribute.rule.Shares;
import se.dirigent.simulator.chance.Interval;
import se.dirigent.simulator.masscasualty.MassStudy;
import se.dirigent.simulator.masscasualty.Outcome;
import se.dirigent.simulator.masscasualty.Planner;

/** Our distribution beside simple rules in the simulator, under the same chance, with intervals. */
public final class DistributionComparison {
  private static final String OURS = "dirigent";
  private static final String BESIDE = name(Rule.START_NEAREST);

  /** Minutes between two plans of ours: facts change all the time, people need to follow. */
  private static final int KEPT_MINUTES = 5;

  private static final int NEAR_MINUTES = 120;

  /** The published curve in the middle, by which the share of deaths is told. */
  private static final int MIDDLE = 2;

  private final MassStudy study;
  private final int replications;
  private final int critical;

  private DistributionComparison(MassStudy study, int replications, int critical) {
    this.study = study;
    this.replications = replications;
    this.critical = critical;
  }

  /**
   * Runs it.
   *
   * @param key shares of the key that one of the rules follows
   */
  public static DistributionComparison run(
      DistributionProblem problem, Shares key, long seed, int replications) {
    Map<String, Supplier<Planner>> planners = new LinkedHashMap<>();
    for (Rule rule : Rule.values()) {
      planners.put(name(rule), () -> Planner.of(rule, key));
    }
    planners.put(OURS, () -> Planner.of(DistributionBudget.standard(seed), KEPT_MINUTES));
    int critical = (int) problem.casualties().stream().filter(one -> one.category() <= 1).count();
    return new DistributionComparison(
        MassStudy.run(_ -> problem, planners, replications), replications, critical);
  }

  /**
   * Shares for an event that has no key: what hospitals within two hours by road take of critical
   * casualties in an hour, once they have called in staff.
   */
  public static Shares sharesByIntake(DistributionProblem problem) {
    int hospitals = problem.hospitals().size();
    double[] intake = new double[hospitals];
    for (int h = 0; h < hospitals; h++) {
      for (int[] out : problem.ways().getFirst().out()) {
        if (out[h] <= NEAR_MINUTES) {
          List<Integer> hour = problem.hospitals().get(h).hours().getLast().categories();
          intake[h] = hour.get(0) + hour.get(1);
        }
      }
    }
    double sum = Arrays.stream(intake).sum();
    return sum == 0
        ? Shares.equal(hospitals)
        : new Shares(Arrays.stream(intake).mapToObj(one -> one / sum).toList());
  }

  private static String name(Rule rule) {
    return rule.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, ToDoubleFunction<Outcome>> measures() {
    Map<String, ToDoubleFunction<Outcome>> measures = new LinkedHashMap<>();
    measures.put("deaths", outcome -> outcome.deaths().get(MIDDLE));
    measures.put("lateSurgery", Outcome::lateSurgery);
    measures.put("overloadHours", Outcome::overloadHours);
    measures.put("waitedAtDoor", Outcome::waitedAtDoor);
    measures.put("lastImmediateMinute", Outcome::lastImmediate);
    measures.put("left", Outcome::left);
    return measures;
  }

  /** A table, and what it says. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        text(
            "In %d simulated courses, the same for all; mean and 95 %% interval. Of %d critical"
                + " casualties:",
            replications, critical));
    lines.add(
        text(
            "%-14s %14s %14s %14s %14s %14s %10s",
            "", "deaths", "surgery > 2 h", "overload h", "at the door", "last red min", "left"));
    for (String planner : study.outcomes().keySet()) {
      StringBuilder line = new StringBuilder(text("%-14s", planner));
      measures()
          .forEach((name, measure) -> {
            Interval one = study.of(planner, measure);
            String value = text("%.1f ± %.1f", one.mean(), one.half());
            line.append(text(name.equals("left") ? " %10s" : " %14s", value));
          });
      lines.add(line.toString());
    }
    lines.add("");
    lines.add("Fewer critical deaths than " + BESIDE + ", by the five published curves:");
    for (int i = 0; i < curves(); i++) {
      int curve = i;
      Interval less = study.less(OURS, BESIDE, outcome -> outcome.deaths().get(curve));
      lines.add(text("  %d: %.1f ± %.1f %%", i + 1, 100 * less.mean(), 100 * less.half()));
    }
    lines.add(
        "Curves: Mills, Argon and Ziya 2013, from the gravest to the mildest; the table's is the"
            + " third. Overload: hours of hospitals in which somebody waits for room.");
    return lines;
  }

  private int curves() {
    return Objects.requireNonNull(study.outcomes().get(OURS)).getFirst().deaths().size();
  }

  /** For programs. */
  public Map<String, Object> map() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("replications", replications);
    map.put("criticalCasualties", critical);
    study
        .outcomes()
        .keySet()
        .forEach(planner -> {
          Map<String, Object> one = new LinkedHashMap<>();
          measures().forEach((name, measure) -> one.put(name, map(study.of(planner, measure))));
          map.put(planner, one);
        });
    List<Object> fewer = new ArrayList<>();
    for (int i = 0; i < curves(); i++) {
      int curve = i;
      fewer.add(map(study.less(OURS, BESIDE, outcome -> outcome.deaths().get(curve))));
    }
    map.put("fewerDeathsShare", fewer);
    return map;
  }

  private static Map<String, Object> map(Interval interval) {
    return Map.of("mean", interval.mean(), "half", interval.half());
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
