package se.dirigent.routing.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/** Dijkstra as the textbook has it, sharing nothing with what it checks. */
public final class PlainDijkstra {
  private final List<List<int[]>> out = new ArrayList<>();

  public PlainDijkstra(Digraph graph, int[] millis) {
    for (int v = 0; v < graph.nodes(); v++) {
      out.add(new ArrayList<>());
    }
    for (int arc = 0; arc < graph.arcs(); arc++) {
      out.get(graph.tail()[arc]).add(new int[] {graph.head()[arc], millis[arc]});
    }
  }

  /** Times from a node to all, {@link Metric#UNREACHABLE} where there is no way. */
  public int[] from(int start) {
    int[] time = new int[out.size()];
    Arrays.fill(time, Metric.UNREACHABLE);
    PriorityQueue<long[]> queue = new PriorityQueue<>((p, q) -> Long.compare(p[0], q[0]));
    time[start] = 0;
    queue.add(new long[] {0, start});
    while (!queue.isEmpty()) {
      long[] least = queue.remove();
      int v = (int) least[1];
      if (least[0] > time[v]) {
        continue;
      }
      for (int[] arc : out.get(v)) {
        long reached = least[0] + arc[1];
        if (reached < time[arc[0]]) {
          time[arc[0]] = (int) reached;
          queue.add(new long[] {reached, arc[0]});
        }
      }
    }
    return time;
  }
}
