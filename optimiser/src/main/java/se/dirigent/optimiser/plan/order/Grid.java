package se.dirigent.optimiser.plan.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.dirigent.core.geo.Position;
import se.dirigent.optimiser.plan.Travel;
import se.dirigent.optimiser.plan.TravelTable;

/**
 * Times between some places, in seconds.
 *
 * @param places each once
 * @param index number of each
 * @param seconds from × places + to; infinite where no road leads, and to where vehicles only start
 * @param metres by road, from × places + to, the same both ways; not a number where nobody has
 *     asked yet, and from where vehicles happen to be
 */
@SuppressWarnings("ArrayRecordComponent") // Read by the search as it is; compared by nobody.
public record Grid(
    List<Position> places, Map<Position, Integer> index, double[] seconds, double[] metres) {
  /** What a movement without a road would cost, in kronor: it is never made. */
  private static final double NEVER = 1e9;

  /** Times between places of which nobody knows how long the ways are. */
  public static Grid ofTimes(
      List<Position> places, Map<Position, Integer> index, double[] seconds) {
    double[] metres = new double[seconds.length];
    Arrays.fill(metres, Double.NaN);
    return new Grid(places, index, seconds, metres);
  }

  /**
   * Length of a way, in metres.
   *
   * @param detour over the straight line, for a way that nobody has asked for yet
   */
  public double metres(int from, int to, double detour) {
    double road = metres[from * places.size() + to];
    return Double.isNaN(road) ? places.get(from).metresTo(places.get(to)) * detour : road;
  }

  /** Number of a place. */
  public int of(Position place) {
    return Objects.requireNonNull(index.get(place), "a place that was not asked for");
  }

  /** Seconds from one place to another. */
  public double seconds(Position from, Position to) {
    return seconds[of(from) * places.size() + of(to)];
  }

  /** What each kind of unit takes and costs from place to place, in the order of the kinds. */
  public List<Travel> travels(PlanRules rules) {
    int n = places.size();
    List<Travel> travels = new ArrayList<>();
    for (PlanRules.Kind kind : rules.kinds()) {
      double[] cost = new double[n * n];
      for (int k = 0; k < cost.length; k++) {
        cost[k] =
            Double.isInfinite(seconds[k])
                ? NEVER
                : kind.kronor(metres(k / n, k % n, rules.detour()), seconds[k]);
      }
      travels.add(new TravelTable(n, seconds, cost));
    }
    return travels;
  }
}
