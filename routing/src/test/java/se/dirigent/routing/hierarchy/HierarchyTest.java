package se.dirigent.routing.hierarchy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HierarchyTest {
  @Test
  void s1ALineOfThreeNodes() {
    Digraph line = new Digraph(3, new int[] {0, 1, 1}, new int[] {1, 2, 0});
    Metric metric = new Metric(new Hierarchy(line, new int[] {1, 0, 2}), new int[] {10, 20, 5});
    PointSearch search = new PointSearch(metric);
    assertEquals(30, search.millis(Anchor.at(0), Anchor.at(2)));
    assertEquals(5, search.millis(Anchor.at(1), Anchor.at(0)));
    assertEquals(0, search.millis(Anchor.at(1), Anchor.at(1)));
    assertEquals(Metric.UNREACHABLE, search.millis(Anchor.at(2), Anchor.at(0)));
    assertEquals(List.of(0, 1), arcs(search.way(Anchor.at(0), Anchor.at(2))));
  }

  @Test
  void s2APlaceBetweenTwoNodesGoesByTheBetterEnd() {
    Digraph line = new Digraph(3, new int[] {0, 1, 1, 2}, new int[] {1, 0, 2, 1});
    Metric metric = new Metric(new Hierarchy(line, new int[] {0, 1, 2}), new int[] {9, 9, 50, 50});
    PointSearch search = new PointSearch(metric);
    Anchor between = new Anchor(0, 4, 1, 5);
    assertEquals(55, search.millis(between, Anchor.at(2)));
    assertEquals(4, search.millis(Anchor.at(0), between));
    PointSearch.Way way = search.way(Anchor.at(2), between);
    assertEquals(55, way.millis());
    assertEquals(1, way.goal());
    assertEquals(55, TimeMatrix.millis(metric, List.of(between), List.of(Anchor.at(2)), 1)[0][0]);
    assertEquals(55, new LazySweep(metric, between, Direction.FROM).millis(Anchor.at(2)));
    assertEquals(4, new LazySweep(metric, between, Direction.TO).millis(Anchor.at(0)));
  }

  @Test
  void s3WrongInputSaysWhatAndWhy() {
    Digraph one = new Digraph(2, new int[] {0}, new int[] {1});
    Hierarchy hierarchy = new Hierarchy(one, new int[] {0, 1});
    refused("order has 1 nodes", () -> new Hierarchy(one, new int[] {0}));
    refused("each node once", () -> new Hierarchy(one, new int[] {0, 0}));
    refused("arc 0 goes from 0 to 2", () -> new Digraph(2, new int[] {0}, new int[] {2}));
    refused("millis of arc 0 is -1", () -> new Metric(hierarchy, new int[] {-1}));
    refused("the network has 1 arcs", () -> new Metric(hierarchy, new int[] {1, 2}));
  }

  @Test
  void s4EveryAnswerEqualsDijkstraOnRandomGraphs() {
    for (int round = 0; round < 300; round++) {
      RandomGenerator seeded = new java.util.SplittableRandom(round);
      check(RandomGraph.make(seeded, 1 + seeded.nextInt(60)), seeded);
    }
  }

  @Test
  void s5NewTimesOnTheSameShape() {
    RandomGenerator chance = new java.util.SplittableRandom(5);
    RandomGraph graph = RandomGraph.make(chance, 400);
    for (int round = 0; round < 5; round++) {
      check(graph, chance);
      for (int arc = 0; arc < graph.millis().length; arc++) {
        boolean closed = chance.nextInt(20) == 0;
        graph.millis()[arc] = closed ? Metric.UNREACHABLE : chance.nextInt(1000);
      }
    }
  }

  private static void check(RandomGraph made, RandomGenerator chance) {
    Digraph graph = made.graph();
    int[] order = NodeOrder.of(graph, made.x(), made.y());
    Metric metric = new Metric(new Hierarchy(graph, order), made.millis());
    PlainDijkstra plain = new PlainDijkstra(graph, made.millis());
    List<Anchor> all = IntStream.range(0, graph.nodes()).mapToObj(Anchor::at).toList();
    int[][] matrix = TimeMatrix.millis(metric, all, all, 2);
    List<Anchor> few = all.subList(0, Math.min(3, all.size()));
    int[][] toFew = TimeMatrix.millis(metric, all, few, 1);
    Sweep from = new Sweep(metric, Direction.FROM);
    Sweep to = new Sweep(metric, Direction.TO);
    PointSearch search = new PointSearch(metric);
    int goal = chance.nextInt(graph.nodes());
    to.run(List.of(Anchor.at(goal)));
    LazySweep lazyTo = new LazySweep(metric, Anchor.at(goal), Direction.TO);
    for (int v = 0; v < graph.nodes(); v++) {
      int[] right = plain.from(v);
      from.run(List.of(Anchor.at(goal), Anchor.at(v)));
      LazySweep lazyFrom = new LazySweep(metric, Anchor.at(v), Direction.FROM);
      assertEquals(right[goal], lazyTo.millis(Anchor.at(v)));
      assertEquals(right[goal], Math.min(Metric.UNREACHABLE, to.millis(0, v)));
      for (int w = 0; w < graph.nodes(); w++) {
        assertEquals(right[w], matrix[v][w], v + " to " + w);
        assertEquals(right[w], Math.min(Metric.UNREACHABLE, from.millis(1, w)));
        assertEquals(right[w], lazyFrom.millis(Anchor.at(w)));
        if (w < few.size()) {
          assertEquals(right[w], toFew[v][w]);
        }
      }
      int w = chance.nextInt(graph.nodes());
      assertEquals(right[w], search.millis(Anchor.at(v), Anchor.at(w)));
      follow(made, v, w, right[w], search.way(Anchor.at(v), Anchor.at(w)));
    }
  }

  /** The arcs of a way join up and their times sum to its time. */
  private static void follow(RandomGraph made, int v, int w, int right, PointSearch.Way way) {
    assertEquals(right, way.millis());
    int at = v;
    int sum = 0;
    for (int arc : way.arcs()) {
      assertEquals(at, made.graph().tail()[arc]);
      at = made.graph().head()[arc];
      sum += made.millis()[arc];
    }
    if (right < Metric.UNREACHABLE) {
      assertEquals(w, at);
      assertEquals(right, sum);
    } else {
      assertEquals(0, way.arcs().length);
    }
  }

  private static List<Integer> arcs(PointSearch.Way way) {
    return IntStream.of(way.arcs()).boxed().toList();
  }

  private static void refused(String part, Runnable deed) {
    var e = assertThrows(IllegalArgumentException.class, deed::run);
    assertTrue(e.toString().contains(part), e.toString());
  }
}
