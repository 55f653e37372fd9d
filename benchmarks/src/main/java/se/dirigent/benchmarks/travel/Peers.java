package se.dirigent.benchmarks.travel;

import com.graphhopper.routing.ch.CHRoutingAlgorithmFactory;
import com.graphhopper.routing.ch.PrepareContractionHierarchies;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValueImpl;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.routing.weighting.SpeedWeighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.CHConfig;
import com.graphhopper.storage.RoutingCHGraph;
import com.graphhopper.storage.RoutingCHGraphImpl;
import com.graphhopper.util.PMap;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import org.jgrapht.Graph;
import org.jgrapht.alg.interfaces.ManyToManyShortestPathsAlgorithm.ManyToManyShortestPaths;
import org.jgrapht.alg.shortestpath.CHManyToManyShortestPaths;
import org.jgrapht.alg.shortestpath.ContractionHierarchyPrecomputation;
import org.jgrapht.alg.shortestpath.ContractionHierarchyPrecomputation.ContractionHierarchy;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.builder.GraphTypeBuilder;
import org.jgrapht.util.SupplierUtil;

/** The same graph in the open libraries for Java that also have contraction hierarchies. */
final class Peers {
  private Peers() {}

  /** JGraphT: its contraction hierarchy with many-to-many, and its Dijkstra. */
  static final class JGraphT {
    private final Graph<Integer, DefaultWeightedEdge> graph =
        GraphTypeBuilder.<Integer, DefaultWeightedEdge>directed()
            .weighted(true)
            .allowingMultipleEdges(true)
            .allowingSelfLoops(true)
            .edgeSupplier(SupplierUtil.createDefaultWeightedEdgeSupplier())
            .buildGraph();
    private final ContractionHierarchy<Integer, DefaultWeightedEdge> hierarchy;

    JGraphT(Auckland roads, int threads) {
      for (int v = 0; v < roads.graph().nodes(); v++) {
        graph.addVertex(v);
      }
      for (int arc = 0; arc < roads.graph().arcs(); arc++) {
        DefaultWeightedEdge edge =
            graph.addEdge(roads.graph().tail()[arc], roads.graph().head()[arc]);
        graph.setEdgeWeight(edge, roads.millis()[arc]);
      }
      ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(threads);
      try {
        this.hierarchy =
            new ContractionHierarchyPrecomputation<>(graph, pool).computeContractionHierarchy();
      } finally {
        pool.shutdown();
      }
    }

    ManyToManyShortestPaths<Integer, DefaultWeightedEdge> manyToMany(
        Set<Integer> from, Set<Integer> to) {
      return new CHManyToManyShortestPaths<>(hierarchy).getManyToManyPaths(from, to);
    }

    double oneToAll(int from, int to) {
      return new DijkstraShortestPath<>(graph).getPaths(from).getWeight(to);
    }
  }

  /** GraphHopper: its contraction hierarchy, one journey at a time; it has no open matrix. */
  static final class GraphHopper {
    private final RoutingCHGraph hierarchy;

    GraphHopper(Auckland roads) {
      // The distance carries the milliseconds, and every open direction has the speed 1.
      DecimalEncodedValue speed = new DecimalEncodedValueImpl("speed", 2, 1, true);
      BaseGraph graph = new BaseGraph.Builder(EncodingManager.start().add(speed).build()).create();
      for (int v = 0; v < roads.graph().nodes(); v++) {
        graph.getNodeAccess().setNode(v, roads.y()[v], roads.x()[v]);
      }
      for (int arc = 0; arc < roads.graph().arcs(); arc++) {
        graph
            .edge(roads.graph().tail()[arc], roads.graph().head()[arc])
            .setDistance(roads.millis()[arc])
            .set(speed, 1, 0);
      }
      graph.freeze();
      CHConfig config = CHConfig.nodeBased("millis", new SpeedWeighting(speed));
      PrepareContractionHierarchies.Result result =
          PrepareContractionHierarchies.fromGraph(graph, config).doWork();
      this.hierarchy =
          RoutingCHGraphImpl.fromGraph(graph, result.getCHStorage(), result.getCHConfig());
    }

    double millis(int from, int to) {
      return new CHRoutingAlgorithmFactory(hierarchy)
          .createAlgo(new PMap())
          .calcPath(from, to)
          .getWeight();
    }
  }
}
