package se.dirigent.server.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Urgency;

/**
 * Times by road between the places of a region's plan, kept from one look to the next: only what
 * concerns a new place is asked for. Safe for use by many threads.
 */
final class WayTable {
  /** Places kept: squared they are 25 MB; beyond it the table is made anew of those in use. */
  private static final int KEPT_MAX = 2_500;

  /** Traffic changes by the hour. */
  private static final Duration AGE_MAX = Duration.ofHours(1);

  private final TravelTimes times;
  private final Map<Position, Map<Position, Integer>> millis = new HashMap<>();
  private final Set<Position> known = new HashSet<>();
  private @Nullable Instant askedAt;

  WayTable(TravelTimes times) {
    this.times = times;
  }

  /**
   * Times between some places, in seconds.
   *
   * @param seconds from × places + to; infinite where no road leads, and to where vehicles only
   *     start
   */
  @SuppressWarnings("ArrayRecordComponent") // Read by the search as it is; compared by nobody.
  record Grid(List<Position> places, Map<Position, Integer> index, double[] seconds) {
    int of(Position place) {
      return Objects.requireNonNull(index.get(place), "a place that was not asked for");
    }

    double seconds(Position from, Position to) {
      return seconds[of(from) * places.size() + of(to)];
    }
  }

  /**
   * The times.
   *
   * @param starts where vehicles are now; no way to them is known unless they are stops too
   * @param stops where patients are fetched and left and shifts end
   */
  synchronized Grid grid(Collection<Position> starts, Collection<Position> stops, Instant now) {
    Set<Position> fixed = new HashSet<>(stops);
    renew(fixed, now);
    learn(fixed.stream().filter(p -> !known.contains(p)).toList(), now);
    List<Position> places = new ArrayList<>(fixed);
    Set<Position> moving = new HashSet<>(starts);
    moving.removeAll(fixed);
    places.addAll(moving);
    Map<Position, Integer> index = new HashMap<>();
    places.forEach(p -> index.put(p, index.size()));
    double[] seconds = new double[places.size() * places.size()];
    Arrays.fill(seconds, Double.POSITIVE_INFINITY);
    List<Position> goals = places.subList(0, fixed.size());
    List<Position> origins = places.subList(fixed.size(), places.size());
    int[][] away =
        origins.isEmpty()
            ? new int[0][0]
            : times.millis(origins, goals, TravelMode.ROAD, Urgency.NORMAL, now);
    for (int i = 0; i < places.size(); i++) {
      seconds[i * places.size() + i] = 0;
      for (int j = 0; j < goals.size(); j++) {
        if (i != j) {
          int found =
              i < goals.size() ? kept(places.get(i), places.get(j)) : away[i - goals.size()][j];
          seconds[i * places.size() + j] = seconds(found);
        }
      }
    }
    return new Grid(List.copyOf(places), Map.copyOf(index), seconds);
  }

  private static double seconds(int millis) {
    return millis == TravelTimes.NO_WAY ? Double.POSITIVE_INFINITY : millis / 1000.0;
  }

  private int kept(Position from, Position to) {
    return Objects.requireNonNull(Objects.requireNonNull(millis.get(from)).get(to));
  }

  private void renew(Set<Position> wanted, Instant now) {
    Set<Position> all = new HashSet<>(known);
    all.addAll(wanted);
    Instant asked = askedAt;
    if (asked == null || all.size() > KEPT_MAX || asked.plus(AGE_MAX).isBefore(now)) {
      forget();
      askedAt = now;
    }
  }

  /** Roads have changed, or too much is kept. */
  synchronized void forget() {
    known.clear();
    millis.clear();
  }

  private void learn(List<Position> fresh, Instant now) {
    if (fresh.isEmpty()) {
      return;
    }
    List<Position> before = List.copyOf(known);
    known.addAll(fresh);
    keep(fresh, List.copyOf(known), now);
    keep(before, fresh, now);
  }

  private void keep(List<Position> from, List<Position> to, Instant now) {
    if (from.isEmpty() || to.isEmpty()) {
      return;
    }
    int[][] found = times.millis(from, to, TravelMode.ROAD, Urgency.NORMAL, now);
    for (int i = 0; i < from.size(); i++) {
      Map<Position, Integer> row = millis.computeIfAbsent(from.get(i), _ -> new HashMap<>());
      for (int j = 0; j < to.size(); j++) {
        row.put(to.get(j), found[i][j]);
      }
    }
  }
}
