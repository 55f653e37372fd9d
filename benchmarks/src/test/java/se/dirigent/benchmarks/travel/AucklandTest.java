package se.dirigent.benchmarks.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.dirigent.routing.hierarchy.Anchor;
import se.dirigent.routing.hierarchy.Digraph;
import se.dirigent.routing.hierarchy.Direction;
import se.dirigent.routing.hierarchy.Hierarchy;
import se.dirigent.routing.hierarchy.Metric;
import se.dirigent.routing.hierarchy.NodeOrder;
import se.dirigent.routing.hierarchy.PointSearch;
import se.dirigent.routing.hierarchy.Sweep;
import se.dirigent.routing.hierarchy.TimeMatrix;

class AucklandTest {
  private static final Path FILE = Path.of("../..").resolve(Auckland.FILE);

  @Test
  void s1EveryWayOfAnsweringEqualsDijkstraBeforeAndAfterClosures() throws IOException {
    assumeTrue(Files.exists(FILE), "no ../shared/data beside the project: left out");
    Auckland roads = Auckland.read(FILE);
    assertEquals(54_370, roads.graph().nodes());
    Hierarchy hierarchy =
        new Hierarchy(roads.graph(), NodeOrder.of(roads.graph(), roads.x(), roads.y()));
    SplittableRandom chance = new SplittableRandom(11);
    int[] millis = roads.millis();
    for (int round = 0; round < 2; round++) {
      check(roads.graph(), millis, new Metric(hierarchy, millis), chance);
      for (int arc = 0; arc < millis.length; arc += 1 + chance.nextInt(100)) {
        millis[arc] = chance.nextBoolean() ? Metric.UNREACHABLE : 5 * millis[arc];
      }
    }
  }

  private static void check(Digraph graph, int[] millis, Metric metric, SplittableRandom chance) {
    List<Anchor> all = IntStream.range(0, graph.nodes()).mapToObj(Anchor::at).toList();
    List<Anchor> goals = chance.ints(200, 0, graph.nodes()).mapToObj(Anchor::at).toList();
    Sweep sweep = new Sweep(metric, Direction.FROM);
    PointSearch search = new PointSearch(metric);
    for (int i = 0; i < 8; i++) {
      int source = chance.nextInt(graph.nodes());
      int[] right = dijkstra(graph, millis, source);
      sweep.run(List.of(Anchor.at(source)));
      int[][] row = TimeMatrix.millis(metric, List.of(Anchor.at(source)), all, 1);
      assertEquals(Arrays.hashCode(right), Arrays.hashCode(row[0]));
      for (int v = 0; v < right.length; v++) {
        assertEquals(right[v], Math.min(Metric.UNREACHABLE, sweep.millis(0, v)));
      }
      for (Anchor goal : goals) {
        PointSearch.Way way = search.way(Anchor.at(source), goal);
        assertEquals(right[goal.nodeA()], way.millis());
        int sum = IntStream.of(way.arcs()).map(arc -> millis[arc]).sum();
        assertEquals(way.millis() == Metric.UNREACHABLE ? 0 : way.millis(), sum);
      }
    }
  }

  private static int[] dijkstra(Digraph graph, int[] millis, int source) {
    int[] first = new int[graph.nodes() + 1];
    for (int v : graph.tail()) {
      first[v + 1]++;
    }
    for (int v = 0; v < graph.nodes(); v++) {
      first[v + 1] += first[v];
    }
    int[] next = first.clone();
    int[] out = new int[graph.arcs()];
    for (int arc = 0; arc < graph.arcs(); arc++) {
      out[next[graph.tail()[arc]]++] = arc;
    }
    int[] time = new int[graph.nodes()];
    Arrays.fill(time, Metric.UNREACHABLE);
    time[source] = 0;
    PriorityQueue<long[]> queue = new PriorityQueue<>((p, q) -> Long.compare(p[0], q[0]));
    queue.add(new long[] {0, source});
    while (!queue.isEmpty()) {
      long[] least = queue.remove();
      int v = (int) least[1];
      for (int i = first[v]; i < first[v + 1] && least[0] == time[v]; i++) {
        long reached = least[0] + millis[out[i]];
        int w = graph.head()[out[i]];
        if (reached < time[w]) {
          time[w] = (int) reached;
          queue.add(new long[] {reached, w});
        }
      }
    }
    return time;
  }
}
