package se.dirigent.simulator.ground;

import java.util.List;
import java.util.stream.IntStream;
import se.dirigent.routing.hierarchy.Anchor;
import se.dirigent.routing.hierarchy.Direction;
import se.dirigent.routing.hierarchy.Hierarchy;
import se.dirigent.routing.hierarchy.Metric;
import se.dirigent.routing.hierarchy.Sweep;

/** From every node to each of some goals: how long, and which arc is first. */
final class Ways {
  /** Times are kept to a quarter of a second, so that 16 bits hold four and a half hours. */
  static final int STEP_MILLIS = 250;

  /** A road is longer than the straight line, and mostly a main road [assumption]. */
  private static final double BEYOND_NORMAL = 1.3 * 3_600_000 / 75_000;

  private static final double BEYOND_LIGHTS = 1.3 * 3_600_000 / 95_000;

  private final char[][] steps;
  private final byte[][] turn;
  private final Arcs arcs;
  private final int[] goals;
  private final Windows windows;
  private final Streets streets;
  private final double beyondMillisPerMetre;

  /** Arcs in the order of their beginnings, with their times. */
  record Arcs(int[] first, int[] head, int[] millis) {
    static Arcs of(Streets streets, boolean lights) {
      int[] tail = streets.graph().tail();
      int[] head = streets.graph().head();
      int[] millis = streets.millis(lights);
      int[] first = new int[streets.nodes() + 1];
      for (int node : tail) {
        first[node + 1]++;
      }
      for (int node = 0; node < streets.nodes(); node++) {
        first[node + 1] += first[node];
      }
      int[] next = first.clone();
      int[] heads = new int[head.length];
      int[] times = new int[head.length];
      for (int arc = 0; arc < head.length; arc++) {
        int place = next[tail[arc]]++;
        heads[place] = head[arc];
        times[place] = millis[arc];
      }
      return new Arcs(first, heads, times);
    }
  }

  Ways(
      Streets streets,
      Hierarchy hierarchy,
      boolean lights,
      int[] goals,
      Windows windows,
      int threads) {
    this.goals = goals;
    this.windows = windows;
    this.streets = streets;
    this.beyondMillisPerMetre = lights ? BEYOND_LIGHTS : BEYOND_NORMAL;
    this.arcs = Arcs.of(streets, lights);
    this.steps = new char[goals.length][];
    this.turn = new byte[goals.length][];
    Metric metric = new Metric(hierarchy, streets.millis(lights));
    IntStream.range(0, threads)
        .parallel()
        .forEach(thread -> {
          Sweep sweep = new Sweep(metric, Direction.TO);
          for (int g = thread * Sweep.PLACES_MAX;
              g < goals.length;
              g += threads * Sweep.PLACES_MAX) {
            fill(sweep, g, Math.min(g + Sweep.PLACES_MAX, goals.length));
          }
        });
  }

  private void fill(Sweep sweep, int begin, int end) {
    List<Anchor> anchors = IntStream.range(begin, end).mapToObj(g -> Anchor.at(goals[g])).toList();
    sweep.run(anchors);
    for (int g = begin; g < end; g++) {
      int[] nodes = windows.nodes(g);
      steps[g] = new char[nodes.length];
      turn[g] = new byte[nodes.length];
      for (int i = 0; i < nodes.length; i++) {
        int millis = sweep.millis(g - begin, nodes[i]);
        steps[g][i] = (char) Math.min(Character.MAX_VALUE, millis / STEP_MILLIS);
        turn[g][i] = first(sweep, g - begin, nodes[i]);
      }
    }
  }

  /** Which of a node's arcs begins the quickest way. */
  private byte first(Sweep sweep, int place, int node) {
    long least = Long.MAX_VALUE;
    int best = 0;
    for (int i = arcs.first()[node]; i < arcs.first()[node + 1]; i++) {
      long millis = (long) arcs.millis()[i] + sweep.millis(place, arcs.head()[i]);
      if (millis < least) {
        least = millis;
        best = i - arcs.first()[node];
      }
    }
    return (byte) best;
  }

  int millis(int node, int goal) {
    int at = windows.number(node, goal);
    return at < 0 ? beyond(node, goal) : steps[goal][at] * STEP_MILLIS;
  }

  /** From outside the goal's window, by the straight line. */
  private int beyond(int node, int goal) {
    double metres = streets.position(node).metresTo(streets.position(goals[goal]));
    return (int) Math.round(metres * beyondMillisPerMetre);
  }

  /** The arc with which the way begins, or {@link Windows#OUTSIDE} when nobody knows. */
  int arc(int node, int goal) {
    int at = windows.number(node, goal);
    return at < 0 ? Windows.OUTSIDE : arcs.first()[node] + turn[goal][at];
  }

  int head(int arc) {
    return arcs.head()[arc];
  }

  int arcMillis(int arc) {
    return arcs.millis()[arc];
  }
}
