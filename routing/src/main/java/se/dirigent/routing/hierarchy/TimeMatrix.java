package se.dirigent.routing.hierarchy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Times from many places to many, by sweeps over that part of the hierarchy alone that the places
 * of one side can be reached through. Safe for many threads.
 *
 * <p>Source: Delling, Goldberg and Werneck, Faster batched shortest paths in road networks, ATMOS
 * 2011 (RPHAST).
 */
public final class TimeMatrix {
  private TimeMatrix() {}

  /**
   * Times in milliseconds, a row for each origin and a column for each goal; {@link
   * Metric#UNREACHABLE} where there is no way.
   *
   * @param metric the times of the network
   * @param from origins
   * @param to goals
   * @param threads how many to work with, 1 or more
   */
  public static int[][] millis(Metric metric, List<Anchor> from, List<Anchor> to, int threads) {
    int[][] times = new int[from.size()][to.size()];
    if (from.isEmpty() || to.isEmpty()) {
      return times;
    }
    // Sweeps are made for the smaller side, over the part of the hierarchy above the larger.
    boolean perOrigin = from.size() <= to.size();
    List<Anchor> swept = perOrigin ? from : to;
    List<Anchor> chosen = perOrigin ? to : from;
    UpwardArcs up = perOrigin ? metric.forward() : metric.backward();
    UpwardArcs down = perOrigin ? metric.backward() : metric.forward();
    Part part = Part.above(metric.hierarchy(), down, chosen);
    int batches = (swept.size() + Lanes.COUNT - 1) / Lanes.COUNT;
    int workers = Math.clamp(threads, 1, batches);
    IntStream.range(0, workers)
        .parallel()
        .forEach(worker -> {
          Work work = new Work(metric.hierarchy(), up, part);
          for (int batch = worker; batch < batches; batch += workers) {
            int begin = batch * Lanes.COUNT;
            int end = Math.min(begin + Lanes.COUNT, swept.size());
            work.run(swept.subList(begin, end));
            if (perOrigin) {
              work.rows(begin, end, times);
            } else {
              work.columns(begin, end, times);
            }
          }
        });
    return times;
  }

  /** The nodes above some places, renumbered in order of rank, with the arcs among them. */
  private record Part(
      int[] indexOf, UpwardArcs down, int[] a, int[] millisA, int[] b, int[] millisB) {

    static Part above(Hierarchy hierarchy, UpwardArcs down, List<Anchor> places) {
      int[] indexOf = new int[hierarchy.nodes()];
      for (Anchor place : places) {
        mark(hierarchy, hierarchy.rank(place.nodeA()), indexOf);
        mark(hierarchy, hierarchy.rank(place.nodeB()), indexOf);
      }
      int count = 0;
      int arcs = 0;
      for (int v = 0; v < indexOf.length; v++) {
        arcs += indexOf[v] == 0 ? 0 : down.first()[v + 1] - down.first()[v];
        indexOf[v] = indexOf[v] == 0 ? -1 : count++;
      }
      int[] first = new int[count + 1];
      int[] head = new int[arcs];
      int[] millis = new int[arcs];
      int at = 0;
      for (int v = 0; v < indexOf.length; v++) {
        if (indexOf[v] < 0) {
          continue;
        }
        for (int i = down.first()[v]; i < down.first()[v + 1]; i++) {
          head[at] = indexOf[down.head()[i]];
          millis[at++] = down.millis()[i];
        }
        first[indexOf[v] + 1] = at;
      }
      int[] a = places.stream().mapToInt(p -> indexOf[hierarchy.rank(p.nodeA())]).toArray();
      int[] b = places.stream().mapToInt(p -> indexOf[hierarchy.rank(p.nodeB())]).toArray();
      int[] millisA = places.stream().mapToInt(Anchor::millisA).toArray();
      int[] millisB = places.stream().mapToInt(Anchor::millisB).toArray();
      return new Part(indexOf, new UpwardArcs(first, head, millis), a, millisA, b, millisB);
    }

    private static void mark(Hierarchy hierarchy, int rank, int[] marked) {
      for (int v = rank; v >= 0 && marked[v] == 0; v = hierarchy.parent(v)) {
        marked[v] = 1;
      }
    }

    int nodes() {
      return down.first().length - 1;
    }
  }

  /** The arrays of one thread. */
  private static final class Work {
    private final Hierarchy hierarchy;
    private final UpwardArcs up;
    private final Part part;
    private final int[] time;

    /** Time of one upward search by rank; between searches all {@link Metric#UNREACHABLE}. */
    private final int[] rising;

    Work(Hierarchy hierarchy, UpwardArcs up, Part part) {
      this.hierarchy = hierarchy;
      this.up = up;
      this.part = part;
      this.time = new int[part.nodes() * Lanes.COUNT];
      this.rising = new int[hierarchy.nodes()];
      Arrays.fill(rising, Metric.UNREACHABLE);
    }

    void run(List<Anchor> places) {
      Lanes.clear(time);
      for (int lane = 0; lane < places.size(); lane++) {
        Anchor place = places.get(lane);
        int a = hierarchy.rank(place.nodeA());
        int b = hierarchy.rank(place.nodeB());
        rising[a] = place.millisA();
        rising[b] = Math.min(rising[b], place.millisB());
        rise(a);
        if (a != b) {
          rise(b);
        }
        take(a, lane);
        take(b, lane);
      }
      Lanes.descend(part.down(), time);
    }

    private void rise(int start) {
      for (int v = start; v >= 0; v = hierarchy.parent(v)) {
        int sofar = rising[v];
        if (sofar >= Metric.UNREACHABLE) {
          continue;
        }
        for (int i = up.first()[v]; i < up.first()[v + 1]; i++) {
          int w = up.head()[i];
          rising[w] = Math.min(rising[w], sofar + up.millis()[i]);
        }
      }
    }

    /** Moves what was found into a lane and leaves the array as it was. */
    private void take(int start, int lane) {
      for (int v = start; v >= 0; v = hierarchy.parent(v)) {
        int index = part.indexOf()[v];
        if (index >= 0) {
          int at = index * Lanes.COUNT + lane;
          time[at] = Math.min(time[at], rising[v]);
        }
        rising[v] = Metric.UNREACHABLE;
      }
    }

    void rows(int begin, int end, int[][] times) {
      for (int row = begin; row < end; row++) {
        int[] out = times[row];
        for (int i = 0; i < out.length; i++) {
          out[i] = between(i, row - begin);
        }
      }
    }

    void columns(int begin, int end, int[][] times) {
      for (int i = 0; i < times.length; i++) {
        for (int column = begin; column < end; column++) {
          times[i][column] = between(i, column - begin);
        }
      }
    }

    private int between(int i, int lane) {
      int byA = time[part.a()[i] * Lanes.COUNT + lane] + part.millisA()[i];
      int byB = time[part.b()[i] * Lanes.COUNT + lane] + part.millisB()[i];
      return Math.min(Metric.UNREACHABLE, Math.min(byA, byB));
    }
  }
}
