package se.dirigent.simulator.masscasualty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.simulator.chance.Interval;

/**
 * The same worlds by several planners.
 *
 * @param outcomes by the planner's name, one for each seed, in the same order for all
 */
public record MassStudy(Map<String, List<Outcome>> outcomes) {

  public MassStudy {
    outcomes = new LinkedHashMap<>(outcomes);
  }

  /**
   * Runs each planner in each world.
   *
   * @param worlds an event by its seed
   * @param planners for each name a planner that has seen nothing yet
   * @param seeds how many, from 1
   */
  public static MassStudy run(
      Function<Integer, DistributionProblem> worlds,
      Map<String, Supplier<Planner>> planners,
      int seeds) {
    Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();
    for (int seed = 1; seed <= seeds; seed++) {
      DistributionProblem world = worlds.apply(seed);
      for (Map.Entry<String, Supplier<Planner>> one : planners.entrySet()) {
        outcomes
            .computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
            .add(MassTrial.run(world, one.getValue().get(), seed));
      }
    }
    return new MassStudy(outcomes);
  }

  /** A measure of a planner. */
  public Interval of(String planner, ToDoubleFunction<Outcome> measure) {
    return Interval.of(all(planner).stream().mapToDouble(measure).toArray());
  }

  /**
   * How much less of a measure a planner has than another, as a share of the other's mean; the
   * interval is of the differences in the same worlds.
   */
  public Interval less(String planner, String other, ToDoubleFunction<Outcome> measure) {
    List<Outcome> mine = all(planner);
    List<Outcome> theirs = all(other);
    double whole = theirs.stream().mapToDouble(measure).average().orElse(0);
    double[] shares = new double[mine.size()];
    for (int i = 0; i < shares.length; i++) {
      double difference = measure.applyAsDouble(theirs.get(i)) - measure.applyAsDouble(mine.get(i));
      shares[i] = whole == 0 ? 0 : difference / whole;
    }
    return Interval.of(shares);
  }

  private List<Outcome> all(String planner) {
    List<Outcome> all = outcomes.get(planner);
    if (all == null) {
      throw new IllegalArgumentException(
          "there is no planner '%s'; one of %s".formatted(planner, outcomes.keySet()));
    }
    return all;
  }
}
