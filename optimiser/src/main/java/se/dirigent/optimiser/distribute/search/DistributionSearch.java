package se.dirigent.optimiser.distribute.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinTask;
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

  /** When a plan's harm is so many times what prices prove, they are found anew. */
  private static final double PRICES_WORTHLESS = 1.5;

  /** How much dearer, as a share, the plan as it was may be than a new one and still be kept. */
  private static final double KEPT_DEARER = 0.01;

  /** Up to so many casualties all plans are tried, trips in number so many times the rebuilds. */
  private static final int CASUALTIES_FEW = 24;

  private static final int NODES_TIMES = 40;

  /** Up to so many vehicles; of more only those that the plan uses. */
  private static final int VEHICLES_FEW = 24;

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
    // Prices have tables of their own: they are settled further while a plan is made by them.
    RouteValues own = new RouteValues(grid);
    Settling settling = before == null ? fresh(own) : changed(before, own);
    this.prices = settling.prices();
    settling.begin();
    double enough = prices.bound() * (1 + budget.gap());
    prices.settle(values);
    ForkJoinTask<?> further = ForkJoinTask.adapt(settling::end).fork();
    Tours anew = plan(grid, dispatch);
    Tours kept = before == null ? anew : kept(before);
    this.tours = kept.harm() <= (1 + KEPT_DEARER) * anew.harm() ? kept : anew;
    int rebuilds = before == null ? budget.rebuilds() : budget.rebuilds() / CHANGE_PART;
    improve(rebuilds, enough);
    further.join();
    prices.settle(values);
    this.answer = new Answer(grid).of(tours, bound(rebuilds));
  }

  /** Rounds of prices: so many, by steps from one share of their measure to another. */
  private record Settling(Prices prices, int rounds, double first, double last) {
    /** The rounds before there is a plan. */
    void begin() {
      prices.run(rounds / 2, first, Math.sqrt(first * last));
    }

    /** Those beside making it. */
    void end() {
      prices.run(rounds - rounds / 2, Math.sqrt(first * last), last);
    }
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

  private void improve(int rebuilds, double enough) {
    Excess excess = new Excess(grid, values);
    Rebuild rebuild = new Rebuild(grid, values, dispatch, tours, excess, random);
    for (int i = 0; i < rebuilds; i++) {
      if (i == rebuilds / 2) {
        // What small changes free, rebuilding uses.
        new Exchange(grid, tours).all();
      }
      if (i % REBUILDS_BETWEEN == 0 && tours.harm() <= enough) {
        return;
      }
      rebuild.once();
    }
    new Exchange(grid, tours).all();
  }

  /** The bound; where there are few casualties, prices say least, and all plans can be tried. */
  private double bound(int rebuilds) {
    if (grid.problem.casualties().size() > CASUALTIES_FEW) {
      return prices.bound();
    }
    Branch branch = new Branch(grid, values, tours, prices.bound());
    IntStream all = IntStream.range(0, grid.fleet.vehicleKind.length);
    boolean many = grid.fleet.vehicleKind.length > VEHICLES_FEW;
    int[] tried = (many ? all.filter(v -> !tours.runs(v).isEmpty()) : all).toArray();
    boolean least = branch.improve(tried, NODES_TIMES * (long) rebuilds);
    return least && !many ? Math.max(prices.bound(), tours.harm() - Branch.LEAST) : prices.bound();
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
    RouteValues tables = new RouteValues(coarse);
    FirstPrices first = new FirstPrices(coarse);
    Prices.of(coarse, tables, first.mostWorth()).settle(tables);
    Tours plan = plan(coarse, new Dispatch(coarse, tables));
    Prices plenty = Prices.of(coarse, tables, first.ofPlenty(plan));
    Prices need = Prices.of(coarse, tables, first.ofNeed(plan));
    Prices found = need.bound() > plenty.bound() ? need : plenty;
    found.run(budget.coarseRounds(), SHARE_FIRST, SHARE_FINE);
    return found;
  }

  /**
   * Prices in minutes. Where need is beyond room they are as high as what it costs to be left, and
   * rounded times have hidden which rooms are within reach: then they have a long way to go.
   */
  private Settling fresh(RouteValues tables) {
    Prices found = coarse().on(grid, tables);
    found.settle(values);
    Tours plan = plan(grid, dispatch);
    if (!plan.anybodyLeft()) {
      return new Settling(found, budget.fineRounds(), SHARE_FINE, SHARE_LAST);
    }
    Prices need = Prices.of(grid, tables, new FirstPrices(grid).ofNeed(plan));
    Prices nearer = need.bound() > found.bound() ? need : found;
    return new Settling(nearer, FINE_TIMES * budget.fineRounds(), SHARE_FIRST, SHARE_LAST);
  }

  /** As they were, unless they say next to nothing any more: when most room is gone, say. */
  private Settling changed(DistributionSearch before, RouteValues tables) {
    Prices found = before.prices.on(grid, tables);
    found.settle(values);
    if (plan(grid, dispatch).harm() > PRICES_WORTHLESS * found.bound()) {
      return fresh(tables);
    }
    int rounds = budget.fineRounds() / CHANGE_PART;
    return new Settling(found, rounds, SHARE_CHANGED, SHARE_LAST);
  }

  private static Tours plan(Grid grid, Dispatch dispatch) {
    Tours tours = new Tours(grid);
    Arrays.fill(dispatch.tiltClass, 0);
    Arrays.fill(dispatch.tiltHospital, 0);
    dispatch.build(tours, IntStream.range(0, grid.fleet.vehicleKind.length).toArray());
    return tours;
  }
}
