package se.dirigent.simulator.masscasualty;

import org.jspecify.annotations.Nullable;
import se.dirigent.optimiser.distribute.Distribution;
import se.dirigent.optimiser.distribute.DistributionBudget;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.search.DistributionSearch;

/** Our search as a planner: each change is answered from what is known. */
final class Searching implements Planner {
  private final DistributionBudget budget;
  private final int keptMinutes;
  private @Nullable DistributionSearch last;

  Searching(DistributionBudget budget, int keptMinutes) {
    this.budget = budget;
    this.keptMinutes = keptMinutes;
  }

  @Override
  public Distribution plan(DistributionProblem problem, int[] sent) {
    last = last == null ? DistributionSearch.of(problem, budget) : last.with(problem);
    return last.answer();
  }

  @Override
  public int keptMinutes() {
    return keptMinutes;
  }
}
