package se.dirigent.optimiser.plan.search;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.PlanBudget;
import se.dirigent.optimiser.plan.PlanProgress;
import se.dirigent.optimiser.plan.RideProblem;
import se.dirigent.optimiser.plan.Settlement;

/**
 * Searches with one chain a thread. The chains cool in step and meet a number of times on the way:
 * the routes that all of them found are put together anew ({@link Partition}), and who is far
 * behind goes on from the best plan.
 */
public final class PlanSearch {
  /** Meetings of the chains. More cost time, fewer lose what one chain could tell another. */
  private static final int MEETINGS = 40;

  /** Times the chains are heated up: the first cooling has half of the budget. */
  private static final double[] COOLINGS = {0.5, 0.25, 0.25};

  /**
   * Temperatures at the beginning and the end of a cooling, as shares of the mean cost of a
   * movement in the first plan. Chosen by trial on the literature's instances.
   */
  private static final double HOT = 0.5;

  private static final double COLD = 0.05;

  /** Where a search begins that has a running plan to better: hotter, it would be forgotten. */
  private static final double WARM = 0.3;

  /** A chain this much dearer than the best plan goes on from the best. */
  private static final double BEHIND = 0.01;

  /**
   * Most rides whose routes are put together anew when chains meet. With more, few chains find the
   * same routes, and the time is better spent on search.
   */
  private static final int PARTITION_MAX = 1_000;

  /** Of the time to spare at a hand-over, what the earlier leg has, part by part of the search. */
  private static final double[] SHARES = {0.5, 0, 1, 0.5};

  private static final Plan NOTHING = new Plan(0, List.of(), List.of());

  /** Rounds between looks at the clock. */
  private static final int ROUNDS_BETWEEN = 16;

  private final Tables tables;

  /** Asked by one chain at a time. */
  private final Partition partition;

  private final PlanBudget budget;
  private final LongSupplier nanos;
  private final long begun;
  private final List<Chain> chains = new ArrayList<>();
  private double movement;
  private double hot = HOT;

  private PlanSearch(RideProblem problem, PlanBudget budget, LongSupplier nanos) {
    this.tables = new Tables(problem);
    this.partition = new Partition(tables);
    this.budget = budget;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
    SplittableRandom seeds = new SplittableRandom(budget.seed());
    for (int k = 0; k < budget.threads(); k++) {
      chains.add(new Chain(tables, seeds.nextLong()));
    }
  }

  /**
   * The best plan found within the budget.
   *
   * @param nanos the clock
   * @param wanted told where the search stands now and then; false ends it
   * @throws IllegalArgumentException when a vehicle cannot even come home
   */
  public static Plan run(
      RideProblem problem, PlanBudget budget, LongSupplier nanos, Predicate<PlanProgress> wanted) {
    return run(problem, NOTHING, budget, nanos, wanted);
  }

  /**
   * As {@link #run(RideProblem, PlanBudget, LongSupplier, Predicate)}, going on from a running
   * plan.
   *
   * @param running tours of this problem's vehicles with this problem's stops; a tour that is no
   *     longer possible is taken apart
   */
  public static Plan run(
      RideProblem problem,
      Plan running,
      PlanBudget budget,
      LongSupplier nanos,
      Predicate<PlanProgress> wanted) {
    RideProblem settled = Settlement.of(problem, running, SHARES[0]);
    return settled == problem
        ? new PlanSearch(problem, budget, nanos).run(running, wanted)
        : linked(problem, running, budget, nanos, wanted);
  }

  /**
   * Settles hand-overs from plan to plan, and plans with each settlement for a part of the time.
   */
  private static Plan linked(
      RideProblem problem,
      Plan running,
      PlanBudget budget,
      LongSupplier nanos,
      Predicate<PlanProgress> wanted) {
    long begun = nanos.getAsLong();
    boolean[] going = {true};
    Plan plan = running;
    for (int k = 0; going[0] && k < SHARES.length; k++) {
      int part = k;
      RideProblem settled = Settlement.of(problem, plan, SHARES[k]);
      Plan next =
          new PlanSearch(settled, budget.part(SHARES.length), nanos)
              .run(
                  plan,
                  stands -> {
                    double seconds = (nanos.getAsLong() - begun) / 1e9;
                    double share = (part + stands.share()) / SHARES.length;
                    going[0] =
                        wanted.test(
                            new PlanProgress(
                                seconds, share, stands.rounds(), stands.cost(), stands.unserved()));
                    return going[0];
                  });
      // Rounding can cost a tour at the very end of its time; a plan is never given up for it.
      plan = k == 0 || next.cost() <= plan.cost() ? next : plan;
    }
    return plan;
  }

  /**
   * The running plan with every ride that it does not serve put where it costs least, and nothing
   * else changed: for the moment a vehicle is lost or a ride cancelled, before a search.
   */
  public static Plan mend(RideProblem problem, Plan running, long seed) {
    return admit(problem, new Plan(running.cost(), running.tours(), List.of()), seed);
  }

  /**
   * The running plan with every ride that is new to it put where it costs least, and nothing else
   * changed: for the moment an order comes, before a search. Rides that the plan says it leaves out
   * stay left out, unless another leg of their journey is new; of a country's plan that takes a
   * tenth of the time, since to find no place for a ride takes as long as to find one.
   */
  public static Plan admit(RideProblem problem, Plan running, long seed) {
    Chain chain = new Chain(new Tables(Settlement.of(problem, running, SHARES[0])), seed);
    return chain.mend(running);
  }

  private Plan run(Plan running, Predicate<PlanProgress> wanted) {
    if (tables.rides == 0) {
      return NOTHING;
    }
    hot = running.tours().isEmpty() ? HOT : WARM;
    try (ExecutorService threads = Executors.newFixedThreadPool(chains.size())) {
      together(threads, chain -> chain.begin(running));
      movement = leader().best.movementCost();
      boolean going = wanted.test(progress());
      Remembered remembered = Remembered.NOTHING;
      for (int meeting = 1; going && meeting <= MEETINGS; meeting++) {
        double until = (double) meeting / MEETINGS;
        // One chain puts the routes together while the others go on; each in its turn.
        Chain joiner = chains.get(meeting % chains.size());
        Remembered known = remembered;
        together(
            threads,
            chain -> {
              if (chain == joiner) {
                join(known, chain);
              }
              anneal(chain, until);
            });
        remembered = meet();
        going = wanted.test(progress()) && share(chains.getFirst()) < 1;
      }
      join(remembered, leader());
    }
    return leader().best.plan();
  }

  private interface Work {
    void on(Chain chain);
  }

  private void together(ExecutorService threads, Work work) {
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (Chain chain : chains) {
      tasks.add(() -> {
        work.on(chain);
        return true;
      });
    }
    try {
      for (Future<Boolean> done : threads.invokeAll(tasks)) {
        done.get();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the search was interrupted", interrupted);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a chain of the search failed", failed.getCause());
    }
  }

  private void anneal(Chain chain, double until) {
    double share = share(chain);
    while (share < until) {
      double temperature = temperature(share);
      for (int k = 0; k < ROUNDS_BETWEEN; k++) {
        chain.step(temperature);
      }
      share = share(chain);
    }
  }

  /** How much of the budget is used: of the time or of the rounds, whichever is more. */
  private double share(Chain chain) {
    double rounds = (double) chain.rounds / budget.roundsMax();
    return Double.isInfinite(budget.secondsMax())
        ? rounds
        : Math.max(rounds, seconds() / budget.secondsMax());
  }

  private double seconds() {
    return (nanos.getAsLong() - begun) / 1e9;
  }

  private double temperature(double share) {
    double from = 0;
    for (double part : COOLINGS) {
      if (share < from + part) {
        return movement * hot * StrictMath.pow(COLD / hot, (share - from) / part);
      }
      from += part;
    }
    return movement * COLD;
  }

  /** Who is far behind goes on from the best; what all have seen is remembered. */
  private Remembered meet() {
    Chain leader = leader();
    for (Chain chain : chains) {
      if (chain != leader && chain.best.cost > leader.best.cost * (1 + BEHIND)) {
        chain.adopt(leader.best);
      }
    }
    if (tables.rides > PARTITION_MAX) {
      return Remembered.NOTHING;
    }
    RoutePool all = new RoutePool(tables);
    for (Chain chain : chains) {
      all.addAll(chain.pool);
    }
    return new Remembered(List.copyOf(all.all()), leader.best.cost);
  }

  /** Routes that all chains had seen when they met, and the cost of the best plan then. */
  private record Remembered(List<RoutePool.Column> columns, double limit) {
    static final Remembered NOTHING = new Remembered(List.of(), 0);
  }

  private void join(Remembered remembered, Chain chain) {
    if (!remembered.columns.isEmpty()) {
      partition
          .solve(remembered.columns, remembered.limit)
          .filter(_ -> remembered.limit <= chain.best.cost)
          .ifPresent(chain::adopt);
    }
  }

  private Chain leader() {
    Chain leader = chains.getFirst();
    for (Chain chain : chains) {
      leader = chain.best.cost < leader.best.cost ? chain : leader;
    }
    return leader;
  }

  private PlanProgress progress() {
    State best = leader().best;
    long rounds = chains.stream().mapToLong(chain -> chain.rounds).sum();
    return new PlanProgress(
        seconds(), share(chains.getFirst()), rounds, best.cost, best.unservedCount());
  }
}
