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
import se.dirigent.optimiser.plan.order.Grid;
import se.dirigent.routing.travel.Travel;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Urgency;

/**
 * Times and kilometres by road between the places of a region's plan, kept from one look to the
 * next: only what concerns a new place is asked for. Safe for use by many threads.
 */
final class WayTable {
  /** Places kept: squared they are 25 MB; beyond it the table is made anew of those in use. */
  private static final int KEPT_MAX = 2_500;

  /** Traffic changes by the hour. */
  private static final Duration AGE_MAX = Duration.ofHours(1);

  /** So long each look may ask for ways by road; what is not known yet is asked at the next. */
  private static final long ASK_NANOS = 300_000_000;

  /** Ways kept; beyond it they are asked anew as they are used. */
  private static final int LENGTHS_MAX = 200_000;

  private final TravelTimes times;
  private final Map<Set<Position>, Double> lengths = new HashMap<>();
  private final Map<Position, Map<Position, Integer>> millis = new HashMap<>();
  private final Set<Position> known = new HashSet<>();
  private @Nullable Instant askedAt;

  WayTable(TravelTimes times) {
    this.times = times;
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
    double[] metres = lengths(goals, places.size(), now);
    return new Grid(List.copyOf(places), Map.copyOf(index), seconds, metres);
  }

  private double[] lengths(List<Position> goals, int places, Instant now) {
    if (lengths.size() > LENGTHS_MAX) {
      lengths.clear();
    }
    double[] metres = new double[places * places];
    Arrays.fill(metres, Double.NaN);
    long until = System.nanoTime() + ASK_NANOS;
    for (int i = 0; i < goals.size(); i++) {
      metres[i * places + i] = 0;
      for (int j = 0; j < i; j++) {
        double length = length(goals.get(i), goals.get(j), now, until);
        metres[i * places + j] = length;
        metres[j * places + i] = length;
      }
    }
    return metres;
  }

  private double length(Position a, Position b, Instant now, long until) {
    Set<Position> ends = Set.of(a, b);
    Double known = lengths.get(ends);
    if (known == null && System.nanoTime() - until < 0) {
      known =
          times
              .find(a, b, TravelMode.ROAD, Urgency.NORMAL, now)
              .map(Travel::distanceMetres)
              .orElse(Double.NaN);
      lengths.put(ends, known);
    }
    return known == null ? Double.NaN : known;
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
      // The hour changes how long a way takes, not how long it is.
      known.clear();
      millis.clear();
      askedAt = now;
    }
  }

  /** Roads have changed, or too much is kept. */
  synchronized void forget() {
    known.clear();
    millis.clear();
    lengths.clear();
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
