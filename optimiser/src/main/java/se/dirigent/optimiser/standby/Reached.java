package se.dirigent.optimiser.standby;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import se.dirigent.optimiser.cover.DemandZone;

/** How many units can be in time at each place, for words about a move. */
final class Reached {
  /** Places named at most: more than is read. */
  private static final int NAMED_MAX = 3;

  private final Reach reach;
  private final double busy;
  private final int[] units;

  /**
   * As it is.
   *
   * @param bases where the units stand; −1 for one that counts nowhere
   */
  Reached(Reach reach, int[] bases, double busy) {
    this.reach = reach;
    this.busy = busy;
    this.units = new int[reach.places()];
    Arrays.stream(bases)
        .filter(base -> base >= 0)
        .flatMap(base -> Arrays.stream(reach.inTime(base)))
        .forEach(place -> units[place]++);
  }

  /** Share of the most urgent calls that somebody is free for in time. */
  double share() {
    double all = 0;
    double sum = 0;
    for (int place = 0; place < units.length; place++) {
      all += reach.demand()[place];
      sum += reach.demand()[place] * (1 - StrictMath.pow(busy, units[place]));
    }
    return sum / all;
  }

  /** Places that somebody can be at in time here and nobody there, the most calls first. */
  List<String> notIn(Reached other, List<DemandZone> places) {
    return IntStream.range(0, units.length)
        .filter(p -> units[p] > 0 && other.units[p] == 0 && reach.demand()[p] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer p) -> -reach.demand()[p]))
        .limit(NAMED_MAX)
        .map(p -> places.get(p).id())
        .toList();
  }
}
