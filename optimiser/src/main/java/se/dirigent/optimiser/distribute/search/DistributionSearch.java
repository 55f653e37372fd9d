package se.dirigent.optimiser.distribute.search;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import se.dirigent.optimiser.distribute.Distribution;
import se.dirigent.optimiser.distribute.DistributionBudget;
import se.dirigent.optimiser.distribute.DistributionProblem;

/** Finds a distribution of little harm, and proves how little harm there can be. */
public final class DistributionSearch {
  /** Minutes of a step of time in which prices are found first, quickly. */
  private static final int COARSE_STEP = 5;

  // Steps of prices as shares of their measure: coarse from the first to the second, then fine.
  private static final double SHARE_FIRST = 0.1;
  private static final double SHARE_FINE = 0.01;
  private static final double SHARE_LAST = 0.0005;

  /** Rebuilds between two looks at the gap. */
  private static final int REBUILDS_BETWEEN = 100;

  private final Grid grid;
  private final RouteValues values;
  private final Dispatch dispatch;
  private final DistributionBudget budget;
  private final RandomGenerator random;

  private DistributionSearch(DistributionProblem problem, DistributionBudget budget) {
    this.grid = new Grid(problem, 1);
    this.values = new RouteValues(grid);
    this.dispatch = new Dispatch(grid, values);
    this.budget = budget;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(budget.seed());
  }

  /** The best distribution found, with its proven bound. */
  public static Distribution run(DistributionProblem problem, DistributionBudget budget) {
    return new DistributionSearch(problem, budget).search();
  }

  private Distribution search() {
    Prices prices = coarse().on(grid, values);
    prices.run(budget.fineRounds(), SHARE_FINE, SHARE_LAST);
    prices.settle();
    Tours tours = plan(grid, dispatch);
    improve(tours, prices.bound());
    return new Answer(grid).of(tours, prices.bound());
  }

  private void improve(Tours tours, double bound) {
    Rebuild rebuild = new Rebuild(grid, values, dispatch, tours, random);
    for (int i = 0; i < budget.rebuilds(); i++) {
      if (i % REBUILDS_BETWEEN == 0 && tours.harm() <= bound * (1 + budget.gap())) {
        return;
      }
      rebuild.once();
    }
  }

  /** Prices in coarse time, from a first plan that fetches those first who lose most. */
  private Prices coarse() {
    Grid coarse = new Grid(grid.problem, COARSE_STEP);
    RouteValues coarseValues = new RouteValues(coarse);
    double[] worths = new double[coarse.groupClass.length];
    Arrays.setAll(worths, g -> coarse.unplacedHarm[coarse.category(coarse.groupClass[g])]);
    Prices.of(coarse, coarseValues, worths).settle();
    Tours plan = plan(coarse, new Dispatch(coarse, coarseValues));
    double[] sum = new double[coarse.classPlace.length];
    int[] count = new int[sum.length];
    for (int v = 0; v < coarse.fleet.vehicleKind.length; v++) {
      for (Run run : plan.runs(v)) {
        for (int g : run.groups()) {
          int k = coarse.groupClass[g];
          int type = coarse.classType[k];
          int treated = run.arrival() + coarse.typeDelay[type][run.hospital()];
          sum[k] += coarse.harm[coarse.typeCategory[type]][treated];
          count[k]++;
        }
      }
    }
    for (int g = 0; g < worths.length; g++) {
      int k = coarse.groupClass[g];
      worths[g] = count[k] == 0 ? worths[g] : sum[k] / count[k];
    }
    Prices prices = Prices.of(coarse, coarseValues, worths);
    prices.run(budget.coarseRounds(), SHARE_FIRST, SHARE_FINE);
    return prices;
  }

  private static Tours plan(Grid grid, Dispatch dispatch) {
    Tours tours = new Tours(grid);
    Arrays.fill(dispatch.tiltClass, 0);
    Arrays.fill(dispatch.tiltHospital, 0);
    dispatch.build(tours, IntStream.range(0, grid.fleet.vehicleKind.length).toArray());
    return tours;
  }
}
