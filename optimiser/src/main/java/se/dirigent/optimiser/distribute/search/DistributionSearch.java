package se.dirigent.optimiser.distribute.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.dirigent.optimiser.distribute.Choice;
import se.dirigent.optimiser.distribute.Distribution;
import se.dirigent.optimiser.distribute.DistributionBudget;
import se.dirigent.optimiser.distribute.DistributionProblem;

/**
 * Finds a distribution of little harm, and proves how little harm there can be. A search keeps what
 * it has learnt, so that a changed fact is answered from there. Not safe for several threads.
 */
public final class DistributionSearch {
  /** Minutes of a step of time in which prices are found first, quickly. */
  private static final int COARSE_STEP = 5;

  // Steps of prices as shares of their measure: coarse from the first to the second, then fine.
  private static final double SHARE_FIRST = 0.1;
  private static final double SHARE_FINE = 0.01;
  private static final double SHARE_LAST = 0.0005;

  /** Where steps begin when a fact has changed: prices nearly hold. */
  private static final double SHARE_CHANGED = 0.003;

  /** Where need is beyond room, prices in minutes are worth so many times the rounds. */
  private static final int FINE_TIMES = 2;

  /** Rebuilds between two looks at the gap. */
  private static final int REBUILDS_BETWEEN = 100;

  /** Of the budget's rounds, the share that a changed fact is worth. */
  private static final int CHANGE_PART = 5;

  /** How much dearer, as a share, the plan as it was may be than a new one and still be kept. */
  private static final double KEPT_DEARER = 0.01;

  private final Grid grid;
  private final RouteValues values;
  private final Dispatch dispatch;
  private final DistributionBudget budget;
  private final RandomGenerator random;
  private final Prices prices;
  private final Tours tours;
  private final Distribution answer;

  private DistributionSearch(
      DistributionProblem problem, DistributionBudget budget, @Nullable DistributionSearch before) {
    this.grid = new Grid(problem, 1);
    this.values = new RouteValues(grid);
    this.dispatch = new Dispatch(grid, values);
    this.budget = budget;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(budget.seed());
    if (before == null) {
      this.prices = fine(coarse().on(grid, values));
      prices.settle();
      this.tours = plan(grid, dispatch);
      improve(budget.rebuilds());
    } else {
      this.prices = before.prices.on(grid, values);
      prices.run(budget.fineRounds() / CHANGE_PART, SHARE_CHANGED, SHARE_LAST);
      prices.settle();
      Tours kept = kept(before);
      Tours anew = plan(grid, dispatch);
      this.tours = kept.harm() <= (1 + KEPT_DEARER) * anew.harm() ? kept : anew;
      new Exchange(grid, tours).all();
      improve(budget.rebuilds() / CHANGE_PART);
    }
    this.answer = new Answer(grid).of(tours, prices.bound());
  }

  /** The best distribution found, with its proven bound. */
  public static Distribution run(DistributionProblem problem, DistributionBudget budget) {
    return of(problem, budget).answer();
  }

  /** A search that can go on when facts change. */
  public static DistributionSearch of(DistributionProblem problem, DistributionBudget budget) {
    return new DistributionSearch(problem, budget, null);
  }

  /**
   * The search after facts have changed: a part of the work, from the plan as it was. Trips that
   * still can be made are kept until a better is found for them. Vehicles are known by name.
   *
   * @throws IllegalArgumentException when places, hospitals or the horizon are others; a hospital
   *     that closes is still there, with an intake of nothing
   */
  public DistributionSearch with(DistributionProblem changed) {
    DistributionProblem now = grid.problem;
    if (changed.hospitals().size() != now.hospitals().size()
        || changed.places().size() != now.places().size()
        || changed.horizonMinutes() != now.horizonMinutes()
        || changed.specialties().size() != now.specialties().size()
        || changed.categories().size() != now.categories().size()) {
      throw new IllegalArgumentException(
          "the changed problem has other places, hospitals, categories or horizon; search anew");
    }
    return new DistributionSearch(changed, budget, this);
  }

  /** The best distribution found, with its proven bound. */
  public Distribution answer() {
    return answer;
  }

  /** Why each trip goes where it goes. */
  public List<Choice> choices() {
    return new Choices(grid, values).of(answer);
  }

  private void improve(int rebuilds) {
    Rebuild rebuild = new Rebuild(grid, values, dispatch, tours, random);
    for (int i = 0; i < rebuilds; i++) {
      if (i % REBUILDS_BETWEEN == 0 && tours.harm() <= prices.bound() * (1 + budget.gap())) {
        return;
      }
      rebuild.once();
    }
    new Exchange(grid, tours).all();
  }

  /** The plan as it was, without what cannot be any more; then whoever is left is fetched. */
  private Tours kept(DistributionSearch before) {
    Tours kept = new Tours(grid);
    Map<String, Integer> numbers = new HashMap<>();
    for (int v = 0; v < grid.problem.vehicles().size(); v++) {
      numbers.put(grid.problem.vehicles().get(v).name(), v);
    }
    for (int old = 0; old < before.grid.fleet.vehicleKind.length; old++) {
      Integer v = numbers.get(before.grid.problem.vehicles().get(old).name());
      if (v != null) {
        for (Run run : before.tours.runs(old)) {
          Run same = again(before.grid, run, v, kept);
          if (same == null) {
            break;
          }
          kept.add(same);
        }
      }
    }
    dispatch.build(kept, IntStream.range(0, grid.fleet.vehicleKind.length).toArray());
    return kept;
  }

  /** The same trip in the changed problem, or null when it can no longer be made as it was. */
  private @Nullable Run again(Grid old, Run run, int v, Tours kept) {
    int kind = grid.fleet.vehicleKind[v];
    Run last = kept.runs(v).isEmpty() ? null : kept.runs(v).getLast();
    long there =
        last == null
            ? grid.fleet.first[v][run.place()]
            : (long) last.free(grid) + grid.fleet.back(kind)[last.hospital()][run.place()];
    int way = grid.fleet.out(kind)[run.place()][run.hospital()];
    if (there > run.begin() || run.begin() + grid.fleet.load[kind] + way != run.arrival()) {
      return null;
    }
    int[] groups = new int[run.groups().length];
    double harm = 0;
    int lying = 0;
    for (int i = 0; i < groups.length; i++) {
      int k = grid.classLike(old, old.groupClass[run.groups()[i]]);
      if (k < 0 || !grid.carries(kind, k)) {
        return null;
      }
      groups[i] = kept.leftReady(k, run.begin(), Arrays.copyOf(groups, i));
      if (groups[i] < 0) {
        return null;
      }
      int type = grid.classType[k];
      lying += grid.classLies[k] ? 1 : 0;
      harm +=
          grid.harm[grid.typeCategory[type]][run.arrival() + grid.typeDelay[type][run.hospital()]];
    }
    Run same = new Run(v, run.place(), run.hospital(), run.begin(), run.arrival(), groups, harm);
    boolean room =
        lying <= grid.fleet.kinds[kind].stretchers()
            && groups.length
                <= grid.fleet.kinds[kind].stretchers() + grid.fleet.kinds[kind].seats();
    return room && kept.fits(same) ? same : null;
  }

  /** Prices in coarse time, from a first plan that fetches those first who lose most. */
  private Prices coarse() {
    Grid coarse = new Grid(grid.problem, COARSE_STEP);
    RouteValues coarseValues = new RouteValues(coarse);
    FirstPrices first = new FirstPrices(coarse);
    Prices.of(coarse, coarseValues, first.mostWorth()).settle();
    Tours plan = plan(coarse, new Dispatch(coarse, coarseValues));
    Prices plenty = Prices.of(coarse, coarseValues, first.ofPlenty(plan));
    Prices need = Prices.of(coarse, coarseValues, first.ofNeed(plan));
    Prices found = need.bound() > plenty.bound() ? need : plenty;
    found.run(budget.coarseRounds(), SHARE_FIRST, SHARE_FINE);
    return found;
  }

  /**
   * Prices in minutes. Where need is beyond room they are as high as what it costs to be left, and
   * rounded times have hidden which rooms are within reach: then they have a long way to go.
   */
  private Prices fine(Prices found) {
    found.settle();
    Tours plan = plan(grid, dispatch);
    if (!plan.anybodyLeft()) {
      found.run(budget.fineRounds(), SHARE_FINE, SHARE_LAST);
      return found;
    }
    Prices need = Prices.of(grid, values, new FirstPrices(grid).ofNeed(plan));
    Prices nearer = need.bound() > found.bound() ? need : found;
    nearer.run(FINE_TIMES * budget.fineRounds(), SHARE_FIRST, SHARE_LAST);
    return nearer;
  }

  private static Tours plan(Grid grid, Dispatch dispatch) {
    Tours tours = new Tours(grid);
    Arrays.fill(dispatch.tiltClass, 0);
    Arrays.fill(dispatch.tiltHospital, 0);
    dispatch.build(tours, IntStream.range(0, grid.fleet.vehicleKind.length).toArray());
    return tours;
  }
}
