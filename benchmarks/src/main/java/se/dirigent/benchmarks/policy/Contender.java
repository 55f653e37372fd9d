package se.dirigent.benchmarks.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import se.dirigent.optimiser.assign.TakeOver;
import se.dirigent.optimiser.recommend.Recommender;
import se.dirigent.optimiser.recommend.Weights;
import se.dirigent.optimiser.standby.Standby;
import se.dirigent.optimiser.standby.StandbyRules;
import se.dirigent.simulator.trial.ClosestIdle;
import se.dirigent.simulator.trial.CoverDispatch;
import se.dirigent.simulator.trial.Policy;
import se.dirigent.simulator.trial.Recommended;

/** The policies that are tried, the first of them the one the others are compared with. */
enum Contender {
  CLOSEST_IDLE("closest idle, home", world -> ClosestIdle.home()),
  DMEXCLP(
      "relocation: DMEXCLP as published",
      world -> ClosestIdle.relocating(new Standby(world.reach(), StandbyRules.published(0.3)))),
  RELOCATION(
      "relocation: ours",
      world -> ClosestIdle.relocating(new Standby(world.reach(), world.rules()))),
  PUBLISHED_DISPATCH(
      "dispatch: published heuristic",
      world -> new CoverDispatch(new Standby(world.reach(), StandbyRules.published(0.3)))),
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

  /** The weights found on the model of Auckland with seeds 1 to 4; measured on others. */
  private static Policy recommended(TrialWorld world, boolean relocates) {
    Map<Integer, Weights> weights = new HashMap<>();
    for (int level : List.of(1, 2, 3, 4)) {
      weights.put(level, Weights.balanced(level));
    }
    Recommender recommender =
        new Recommender(world.times(), world.parameters().withWeights(weights));
    StandbyRules rules = relocates ? world.rules() : StandbyRules.published(0.3);
    return new Recommended(
        recommender, new Standby(world.reach(), rules), TakeOver.defaults(), relocates);
  }
}
