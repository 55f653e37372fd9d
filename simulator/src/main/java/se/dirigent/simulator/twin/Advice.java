package se.dirigent.simulator.twin;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.optimiser.assign.TakeOver;
import se.dirigent.optimiser.recommend.CostPart;
import se.dirigent.optimiser.recommend.RecommendParameters;
import se.dirigent.optimiser.recommend.Weights;
import se.dirigent.optimiser.standby.StandbyRules;

/**
 * The figures by which a region's live service advises, which the twin's dispatchers follow too.
 *
 * @param recommend of the ranking; what is late follows from {@code within}
 * @param takeOver when a case changes its unit
 * @param standby where free units stand
 * @param within by level, the most urgent first, from call to arrival what the region calls in time
 */
public record Advice(
    RecommendParameters recommend, TakeOver takeOver, StandbyRules standby, List<Duration> within) {
  public Advice {
    within = List.copyOf(within);
    if (within.isEmpty()) {
      throw new IllegalArgumentException("within is empty; give a time for each level");
    }
  }

  /** In the same order on every machine, which maps are not: experiments are told apart by it. */
  @Override
  public String toString() {
    String kinds =
        Stream.of(UnitKind.values())
            .map(kind -> kind + "=" + recommend.profile(kind))
            .collect(Collectors.joining(", "));
    String weights =
        IntStream.rangeClosed(1, 4)
            .mapToObj(level -> level + "=" + told(recommend.weights(level)))
            .collect(Collectors.joining(", "));
    return "kinds %s, lights to %d, assignment %s, spread %s, weights %s, %s, %s, within %s"
        .formatted(
            kinds,
            recommend.lightsLevelMax(),
            recommend.assignmentAfterArrival(),
            recommend.late(),
            weights,
            takeOver,
            standby,
            within);
  }

  private static String told(Weights weights) {
    return Arrays.stream(CostPart.values())
        .map(part -> part + " " + weights.of(part))
        .collect(Collectors.joining(" "));
  }
}
