package se.dirigent.simulator.twin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import se.dirigent.optimiser.recommend.Recommender;
import se.dirigent.simulator.policy.ClosestIdle;
import se.dirigent.simulator.policy.Posts;
import se.dirigent.simulator.policy.Recommended;
import se.dirigent.simulator.ride.AssessmentCars;
import se.dirigent.simulator.ride.RideErrands;
import se.dirigent.simulator.ride.RideWorld;
import se.dirigent.simulator.ride.model.RideModel;
import se.dirigent.simulator.trial.Calls;
import se.dirigent.simulator.trial.Film;
import se.dirigent.simulator.trial.Policy;
import se.dirigent.simulator.trial.Trial;
import se.dirigent.simulator.trial.TrialReport;
import se.dirigent.simulator.trial.TrialWorld;

/**
 * Scenarios under the same seeds. Each run is a task of its own that needs nothing but its world
 * and its seed, so that tasks may run anywhere and in any order with the same answer.
 *
 * @param replications runs of each scenario, 2 to 10 000
 * @param days counted in each run, 1 to 3 660; one more before them fills the world
 * @param seed of the first replication; the next has the next
 * @param threads that run tasks, 1 to 64
 */
public record Experiment(int replications, int days, long seed, int threads) {
  private static final int REPLICATIONS_MAX = 10_000;
  private static final int DAYS_MAX = 3_660;
  private static final int THREADS_MAX = 64;

  /** Most calls of one run, which are all in memory at once: the nation's in 16 years. */
  private static final double CALLS_MAX = 20e6;

  public Experiment {
    require("replications", replications, 2, REPLICATIONS_MAX);
    require("days", days, 1, DAYS_MAX);
    require("threads", threads, 1, THREADS_MAX);
  }

  private static void require(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s is %d; give %d to %d".formatted(name, value, least, most));
    }
  }

  /** Told after each run; false ends the experiment. */
  @FunctionalInterface
  public interface Watcher {
    boolean ran(int done, int of);
  }

  private record Built(Blueprint blueprint, TrialWorld world, @Nullable RideWorld rides) {}

  /**
   * One run of one scenario.
   *
   * @param scenario its place in the list of scenarios
   * @param replication from 0
   */
  public record Run(int scenario, int replication, RunReport report) {}

  /**
   * Runs every scenario.
   *
   * @return for each scenario its runs in the order of the seeds
   * @throws CancellationException when the watcher ends it
   * @throws InterruptedException when the thread is interrupted; nothing runs on
   */
  public List<List<RunReport>> run(List<Scenario> scenarios, Worlds worlds, Watcher watcher)
      throws InterruptedException {
    return arranged(scenarios.size(), runs(scenarios, worlds, Part.WHOLE, watcher));
  }

  /**
   * Runs a part of the experiment, wherever that is.
   *
   * @return in the order they ended
   * @throws CancellationException when the watcher ends it
   * @throws InterruptedException when the thread is interrupted; nothing runs on
   */
  public List<Run> runs(List<Scenario> scenarios, Worlds worlds, Part part, Watcher watcher)
      throws InterruptedException {
    List<Blueprint> blueprints = scenarios.stream().map(this::possible).toList();
    List<Built> built = blueprints.stream().map(b -> built(b, worlds)).toList();
    List<Run> runs = new ArrayList<>();
    List<Integer> tasks = part.of(scenarios.size() * replications);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      var running = new ExecutorCompletionService<Run>(pool);
      for (int task : tasks) {
        // All scenarios of a seed before the next seed: what is half done can be compared.
        int scenario = task % scenarios.size();
        int replication = task / scenarios.size();
        running.submit(() -> new Run(scenario, replication, run(built.get(scenario), replication)));
      }
      while (runs.size() < tasks.size()) {
        runs.add(running.take().get());
        if (!watcher.ran(runs.size(), tasks.size())) {
          throw new CancellationException(
              "ended after %d of %d runs".formatted(runs.size(), tasks.size()));
        }
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a run failed", failed.getCause());
    } finally {
      pool.shutdownNow();
    }
    return runs;
  }

  /**
   * A scenario's blueprint, when runs of so many days hold in memory.
   *
   * @throws IllegalArgumentException with the number and the remedy
   */
  private Blueprint possible(Scenario scenario) {
    Blueprint blueprint = scenario.blueprint();
    double perDay = Befalls.perDayMost(blueprint);
    if (perDay * (days + 1) > CALLS_MAX) {
      throw new IllegalArgumentException(
          "scenario '%s' has up to %.0f calls a day, in %d days %.3g; give at most %.0f days"
              .formatted(
                  scenario.name(),
                  perDay,
                  days,
                  perDay * days,
                  Math.floor(CALLS_MAX / perDay) - 1));
    }
    return blueprint;
  }

  /**
   * Puts runs, of whichever parts and in whichever order, in theirs.
   *
   * @return for each scenario its runs in the order of the seeds
   * @throws IllegalArgumentException when one is missing or is there twice
   */
  public List<List<RunReport>> arranged(int scenarios, List<Run> runs) {
    Map<List<Integer>, RunReport> known = new HashMap<>();
    for (Run run : runs) {
      if (known.put(List.of(run.scenario(), run.replication()), run.report()) != null) {
        throw new IllegalArgumentException(
            "run %d of scenario %d is there twice; give each part once"
                .formatted(run.replication() + 1, run.scenario() + 1));
      }
    }
    List<List<RunReport>> all = new ArrayList<>();
    for (int scenario = 0; scenario < scenarios; scenario++) {
      List<RunReport> of = new ArrayList<>();
      for (int replication = 0; replication < replications; replication++) {
        RunReport report = known.get(List.of(scenario, replication));
        if (report == null) {
          throw new IllegalArgumentException(
              "run %d of scenario %d is missing; give the parts of all"
                  .formatted(replication + 1, scenario + 1));
        }
        of.add(report);
      }
      all.add(of);
    }
    return all;
  }

  /**
   * One day of one run, to be watched: the same as when it was run for its figures.
   *
   * @param replication from 0
   * @param day from 1
   */
  public Film film(Scenario scenario, Worlds worlds, int replication, int day) {
    require("run", replication, 0, replications - 1);
    require("day", day, 1, days);
    Going going = going(built(possible(scenario), worlds), replication);
    return going.trial().film(day, days + 1);
  }

  private Built built(Blueprint blueprint, Worlds worlds) {
    TrialWorld world = worlds.build(blueprint);
    return new Built(blueprint, world, worlds.rides(blueprint, world, days + 1));
  }

  /** A run about to begin, with its care transports if it has any. */
  private record Going(
      Trial trial, @Nullable RideErrands rides, AssessmentCars.@Nullable Settled met) {}

  private RunReport run(Built of, int replication) {
    Going going = going(of, replication);
    TrialReport trial = going.trial().run(days + 1);
    return going.rides() == null || going.met() == null
        ? new RunReport(trial, null)
        : new RunReport(trial, going.rides().report(going.met()));
  }

  private Going going(Built of, int replication) {
    TrialWorld world = of.world();
    long seeded = seed + replication;
    Calls calls = Calls.draw(world, seeded, days + 1);
    Policy policy = policy(world, of.blueprint());
    RideModel model = of.blueprint().rides();
    if (of.rides() == null || model == null) {
      return new Going(new Trial(world, calls, policy), null, null);
    }
    int main = of.blueprint().mainNumber();
    var met = AssessmentCars.meet(model, calls, world.ground(), main, seeded);
    RideErrands errands = new RideErrands(of.rides(), seeded, days + 1);
    return new Going(new Trial(world, met.calls(), policy, errands), errands, met);
  }

  private static Policy policy(TrialWorld world, Blueprint of) {
    return switch (of.dispatch()) {
      case CLOSEST_IDLE -> ClosestIdle.home();
      case ADVICE -> advised(world, of, false);
      case ADVICE_STANDBY -> advised(world, of, true);
    };
  }

  private static Policy advised(TrialWorld world, Blueprint of, boolean relocates) {
    List<Advice> advice = of.adviceByRegion();
    return new Recommended(
        advice.stream().map(own -> advisor(world, own)).toList(),
        Posts.of(
            world,
            advice.stream()
                .map(own -> new Posts.Own(own.standby(), own.within().getFirst()))
                .toList()),
        relocates);
  }

  private static Recommended.Advisor advisor(TrialWorld world, Advice own) {
    var figures = world.parameters(own.recommend(), own.within());
    return new Recommended.Advisor(new Recommender(world.times(), figures), own.takeOver());
  }
}
