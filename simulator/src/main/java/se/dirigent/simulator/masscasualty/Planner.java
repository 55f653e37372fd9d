package se.dirigent.simulator.masscasualty;

import se.dirigent.optimiser.distribute.Distribution;
import se.dirigent.optimiser.distribute.DistributionBudget;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.rule.Rule;
import se.dirigent.optimiser.distribute.rule.RuleDistribution;
import se.dirigent.optimiser.distribute.rule.Shares;

/** A way to plan: asked anew each time facts have changed. One is for one replication alone. */
public interface Planner {
  /**
   * A plan for those who are left.
   *
   * @param problem as it is known at this moment; minutes still count from the event
   * @param sent casualties that each hospital has been sent already
   */
  Distribution plan(DistributionProblem problem, int[] sent);

  /** Minutes that a plan is followed before changed facts are asked about. */
  int keptMinutes();

  /** A simple rule, applied at each decision. */
  static Planner of(Rule rule, Shares shares) {
    return new Planner() {
      @Override
      public Distribution plan(DistributionProblem problem, int[] sent) {
        return RuleDistribution.run(problem, rule, shares, sent);
      }

      @Override
      public int keptMinutes() {
        return 0;
      }
    };
  }

  /** Our search, which goes on from the plan as it was. */
  static Planner of(DistributionBudget budget, int keptMinutes) {
    return new Searching(budget, keptMinutes);
  }
}
