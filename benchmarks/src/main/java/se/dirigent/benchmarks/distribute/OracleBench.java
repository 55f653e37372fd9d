package se.dirigent.benchmarks.distribute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import se.dirigent.optimiser.distribute.CategoryRule;
import se.dirigent.optimiser.distribute.Distribution;
import se.dirigent.optimiser.distribute.DistributionBudget;
import se.dirigent.optimiser.distribute.DistributionChecker;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.search.DistributionSearch;

/**
 * Small drawn events beside an exact solver: how far above the true optimum our answer is, and
 * whether our bound ever is above it, which would be a fault.
 *
 * @param budget of our search
 * @param categories of the events, and what waiting costs them
 * @param seconds for the solver, each event
 */
record OracleBench(DistributionBudget budget, List<CategoryRule> categories, double seconds) {
  private static final double TOLERANCE = 1e-6;

  /** The number of faults. */
  int run(int events) throws Exception {
    Oracle oracle = new Oracle(seconds);
    List<Double> gaps = new ArrayList<>();
    List<Double> bounds = new ArrayList<>();
    int faults = 0;
    int unproven = 0;
    for (int i = 1; i <= events; i++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(i);
      DistributionProblem problem = draw(random);
      Distribution ours = DistributionSearch.run(problem, budget);
      faults += DistributionChecker.faults(problem, ours).size();
      Oracle.Found found = oracle.of(problem);
      // Scales with the harm: the solver counts in floating point too.
      double slack = TOLERANCE * (1 + found.harm());
      boolean wrong =
          found.optimal()
              && (ours.harm() < found.harm() - slack || ours.bound() > found.harm() + slack);
      faults += wrong ? 1 : 0;
      unproven += found.optimal() ? 0 : 1;
      if (found.optimal()) {
        gaps.add(100 * (ours.harm() - found.harm()) / found.harm());
        bounds.add(100 * (found.harm() - ours.bound()) / found.harm());
      }
      System.out.printf(
          Locale.ROOT,
          "event %d, %d casualties x %d hospitals x %d vehicles: ours %.1f, exact %.1f%s,"
              + " our bound %.1f, left %d%s%n",
          i,
          problem.casualties().size(),
          problem.hospitals().size(),
          problem.vehicles().size(),
          ours.harm(),
          found.harm(),
          found.optimal() ? "" : " (not proven)",
          ours.bound(),
          ours.unplaced().size(),
          wrong ? " WRONG" : "");
    }
    Collections.sort(gaps);
    Collections.sort(bounds);
    System.out.printf(
        Locale.ROOT,
        "beside the exact optimum, %d events: above it by mean %.3f %%, median %.3f %%, worst"
            + " %.3f %%; at it %d; our bound below it by median %.3f %%, worst %.3f %%;"
            + " not proven in time %d; faults %d%n",
        gaps.size(),
        gaps.stream().mapToDouble(gap -> gap).average().orElse(0),
        gaps.isEmpty() ? 0 : gaps.get(gaps.size() / 2),
        gaps.isEmpty() ? 0 : gaps.getLast(),
        gaps.stream().filter(gap -> gap < 100 * TOLERANCE).count(),
        bounds.isEmpty() ? 0 : bounds.get(bounds.size() / 2),
        bounds.isEmpty() ? 0 : bounds.getLast(),
        unproven,
        faults);
    return faults;
  }

  /** 6 to 14 casualties at one place, 2 to 4 hospitals, 2 to 5 vehicles, two and a half hours. */
  private DistributionProblem draw(RandomGenerator random) {
    return new DrawnEvent(
            random.nextInt(6, 15),
            random.nextInt(2, 5),
            random.nextInt(2, 6),
            1,
            150,
            20,
            40,
            categories)
        .draw(random);
  }
}
