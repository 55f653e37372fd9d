package se.dirigent.benchmarks.policy;

import java.util.function.Function;
import se.dirigent.optimiser.assign.TakeOver;
import se.dirigent.optimiser.recommend.Recommender;
import se.dirigent.optimiser.standby.StandbyRules;
import se.dirigent.simulator.policy.ClosestIdle;
import se.dirigent.simulator.policy.CoverDispatch;
import se.dirigent.simulator.policy.Posts;
import se.dirigent.simulator.policy.Recommended;
import se.dirigent.simulator.trial.Policy;
import se.dirigent.simulator.trial.TrialWorld;

/** The policies that are tried, the first of them the one the others are compared with. */
enum Contender {
  CLOSEST_IDLE("closest idle, home", world -> ClosestIdle.home()),
  DMEXCLP(
      "relocation: DMEXCLP as published",
      world -> ClosestIdle.relocating(Posts.atStations(world, StandbyRules.published(0.3)))),
  DMEXCLP_POINTS(
      "the same with standby points",
      world -> ClosestIdle.relocating(Posts.of(world, StandbyRules.published(0.3)))),
  RELOCATION_STATIONS(
      "relocation: ours, stations alone",
      world -> ClosestIdle.relocating(Posts.atStations(world, world.rules()))),
  RELOCATION("relocation: ours", world -> ClosestIdle.relocating(Posts.of(world, world.rules()))),
  PUBLISHED_DISPATCH(
      "dispatch: published heuristic",
      world -> new CoverDispatch(Posts.atStations(world, StandbyRules.published(0.3)))),
  DISPATCH("dispatch: ours", world -> recommended(world, false)),
  BOTH("dispatch and relocation: ours", world -> recommended(world, true));

  final String title;
  private final Function<TrialWorld, Policy> policy;

  Contender(String title, Function<TrialWorld, Policy> policy) {
    this.title = title;
    this.policy = policy;
  }

  /** A fresh one for one run. */
  Policy policy(TrialWorld world) {
    return policy.apply(world);
  }

  /** The weights, and when a case changes its unit, as the live service has them by default. */
  private static Policy recommended(TrialWorld world, boolean relocates) {
    Recommender recommender = new Recommender(world.times(), world.parameters());
    Posts posts = Posts.of(world, world.rules());
    return new Recommended(recommender, posts, TakeOver.defaults(), relocates);
  }
}
