package se.dirigent.benchmarks.policy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.dirigent.optimiser.recommend.RecommendParameters;
import se.dirigent.optimiser.standby.Reach;
import se.dirigent.optimiser.standby.Standby;
import se.dirigent.optimiser.standby.StandbyRules;
import se.dirigent.simulator.ground.Ground;
import se.dirigent.simulator.ground.GroundTravelTimes;
import se.dirigent.simulator.trial.CallModel;
import se.dirigent.simulator.trial.TrialUnit;

/**
 * A place where policies are tried.
 *
 * @param stations how many of the bases are stations; those after them are standby points
 * @param rules where free units stand under our relocation
 * @param times the ground's journeys for the recommender
 */
record TrialWorld(
    String name,
    Ground ground,
    CallModel model,
    List<TrialUnit> units,
    int stations,
    StandbyRules rules,
    GroundTravelTimes times) {

  static TrialWorld of(
      String name,
      Ground ground,
      int nodes,
      CallModel model,
      List<TrialUnit> units,
      int stations,
      StandbyRules rules) {
    GroundTravelTimes times = new GroundTravelTimes(ground, nodes);
    return new TrialWorld(name, ground, model, units, stations, rules, times);
  }

  /** What each base reaches in time at the most urgent level, as some rules see it. */
  Reach reach(StandbyRules by) {
    boolean lights = model.levels().getFirst().lights();
    double seconds = limit(model, 1).toMillis() / 1000.0;
    return Reach.within(ground.secondsFromBases(lights), seconds, by.steps(), ground.demand());
  }

  /** Decides where units stand, at stations and standby points. */
  Standby standby(StandbyRules by) {
    return new Standby(reach(by), by);
  }

  /** The same at stations alone. */
  Standby standbyAtStations(StandbyRules by) {
    return new Standby(reach(by).first(stations), by);
  }

  /** How long a drive may be. */
  private static Duration limit(CallModel model, int level) {
    CallModel.Level of = model.levels().get(Math.min(level, model.levels().size()) - 1);
    return of.within().minus(model.decide()).minus(model.turnout());
  }

  RecommendParameters parameters() {
    Map<Integer, Duration> late = new HashMap<>();
    for (int level = 1; level <= 4; level++) {
      late.put(level, limit(model, level));
    }
    return RecommendParameters.defaults().withLateAfter(late);
  }
}
