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
 * next: only what concerns a new place is asked for. Each place has a number and the ways stand in
 * rows of plain numbers, since a large region's plan reads a million of them at each look. Safe for
 * use by many threads.
 */
final class WayTable {
  /**
   * Places kept: a thousand rides from home to home have no more. Squared they are 25 MB of times
   * and as much of lengths; beyond it the table is made anew of those in use.
   */
  private static final int KEPT_MAX = 2_500;

  /** Traffic changes by the hour. */
  private static final Duration AGE_MAX = Duration.ofHours(1);

  /** So long each look may ask for ways by road; what is not known yet is asked at the next. */
  private static final long ASK_NANOS = 300_000_000;

  private final TravelTimes times;
  private final Map<Position, Integer> numbers = new HashMap<>();

  /** By the numbers of from and to; {@link TravelTimes#NO_WAY} where no road leads. */
  private int[][] millis = new int[0][];

  /** Numbers of the places whose times are known. */
  private final Set<Integer> known = new HashSet<>();

  /** By the greater number and the lesser: not a number until it is asked for. */
  private float[][] metres = new float[0][];

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
    learn(fixed, now);
    List<Position> places = new ArrayList<>(fixed);
    Set<Position> moving = new HashSet<>(starts);
    moving.removeAll(fixed);
    places.addAll(moving);
    Map<Position, Integer> index = new HashMap<>();
    places.forEach(p -> index.put(p, index.size()));
    int n = places.size();
    double[] seconds = new double[n * n];
    Arrays.fill(seconds, Double.POSITIVE_INFINITY);
    List<Position> goals = places.subList(0, fixed.size());
    int[] named = goals.stream().mapToInt(this::number).toArray();
    List<Position> origins = places.subList(fixed.size(), n);
    int[][] away =
        origins.isEmpty()
            ? new int[0][0]
            : times.millis(origins, goals, TravelMode.ROAD, Urgency.NORMAL, now);
    for (int i = 0; i < n; i++) {
      seconds[i * n + i] = 0;
      int[] row = i < named.length ? millis[named[i]] : away[i - named.length];
      for (int j = 0; j < named.length; j++) {
        if (i != j) {
          seconds[i * n + j] = seconds(i < named.length ? row[named[j]] : row[j]);
        }
      }
    }
    return new Grid(List.copyOf(places), Map.copyOf(index), seconds, lengths(goals, named, n, now));
  }

  private double[] lengths(List<Position> goals, int[] named, int n, Instant now) {
    double[] all = new double[n * n];
    Arrays.fill(all, Double.NaN);
    long until = System.nanoTime() + ASK_NANOS;
    boolean asking = true;
    for (int i = 0; i < named.length; i++) {
      all[i * n + i] = 0;
      for (int j = 0; j < i; j++) {
        float[] row = metres[Math.max(named[i], named[j])];
        int column = Math.min(named[i], named[j]);
        asking = asking && System.nanoTime() - until < 0;
        if (asking && Float.isNaN(row[column])) {
          row[column] = length(goals.get(i), goals.get(j), now);
        }
        double length = row[column] < 0 ? Double.NaN : row[column];
        all[i * n + j] = length;
        all[j * n + i] = length;
      }
    }
    return all;
  }

  /** By road, or less than nothing where no road leads: that is not asked again. */
  private float length(Position a, Position b, Instant now) {
    return times
        .find(a, b, TravelMode.ROAD, Urgency.NORMAL, now)
        .map(Travel::distanceMetres)
        .orElse(-1.0)
        .floatValue();
  }

  private static double seconds(int millis) {
    return millis == TravelTimes.NO_WAY ? Double.POSITIVE_INFINITY : millis / 1000.0;
  }

  private void renew(Set<Position> wanted, Instant now) {
    long fresh = wanted.stream().filter(p -> !numbers.containsKey(p)).count();
    if (numbers.size() + fresh > KEPT_MAX) {
      keepOnly(wanted);
    }
    Instant asked = askedAt;
    if (asked == null || asked.plus(AGE_MAX).isBefore(now)) {
      // The hour changes how long a way takes, not how long it is.
      known.clear();
      askedAt = now;
    }
  }

  /** What is kept of places that are still in use is as good as new. */
  private void keepOnly(Set<Position> wanted) {
    Map<Position, Integer> was = new HashMap<>(numbers);
    Set<Integer> knew = new HashSet<>(known);
    int[][] oldMillis = millis;
    float[][] oldMetres = metres;
    forget();
    was.keySet().retainAll(wanted);
    was.keySet().forEach(p -> numbers.put(p, numbers.size()));
    grow();
    for (Map.Entry<Position, Integer> a : was.entrySet()) {
      int from = number(a.getKey());
      if (knew.contains(a.getValue())) {
        known.add(from);
      }
      for (Map.Entry<Position, Integer> b : was.entrySet()) {
        int to = number(b.getKey());
        millis[from][to] = oldMillis[a.getValue()][b.getValue()];
        if (to <= from) {
          metres[from][to] =
              oldMetres[Math.max(a.getValue(), b.getValue())][Math.min(a.getValue(), b.getValue())];
        }
      }
    }
  }

  private int number(Position place) {
    return Objects.requireNonNull(numbers.get(place));
  }

  /** Roads have changed. */
  synchronized void forget() {
    numbers.clear();
    known.clear();
    millis = new int[0][];
    metres = new float[0][];
  }

  private void learn(Set<Position> wanted, Instant now) {
    List<Position> fresh = new ArrayList<>();
    for (Position p : wanted) {
      int number = numbers.computeIfAbsent(p, _ -> numbers.size());
      if (!known.contains(number)) {
        fresh.add(p);
      }
    }
    if (fresh.isEmpty()) {
      return;
    }
    grow();
    List<Position> before =
        numbers.entrySet().stream()
            .filter(e -> known.contains(e.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    List<Position> all = new ArrayList<>(before);
    all.addAll(fresh);
    keep(fresh, all, now);
    keep(before, fresh, now);
    fresh.forEach(p -> known.add(number(p)));
  }

  /** Makes room for the numbers there are, and for some more. */
  private void grow() {
    int size = millis.length;
    if (numbers.size() <= size) {
      return;
    }
    int room = Math.max(numbers.size(), Math.min(KEPT_MAX, size * 3 / 2));
    millis = Arrays.copyOf(millis, room);
    metres = Arrays.copyOf(metres, room);
    for (int i = 0; i < room; i++) {
      millis[i] = millis[i] == null ? new int[room] : Arrays.copyOf(millis[i], room);
      if (metres[i] == null) {
        metres[i] = new float[i + 1];
        Arrays.fill(metres[i], Float.NaN);
      }
    }
  }

  private void keep(List<Position> from, List<Position> to, Instant now) {
    if (from.isEmpty() || to.isEmpty()) {
      return;
    }
    int[][] found = times.millis(from, to, TravelMode.ROAD, Urgency.NORMAL, now);
    int[] columns = to.stream().mapToInt(this::number).toArray();
    for (int i = 0; i < from.size(); i++) {
      int[] row = millis[number(from.get(i))];
      for (int j = 0; j < columns.length; j++) {
        row[columns[j]] = found[i][j];
      }
    }
  }
}
