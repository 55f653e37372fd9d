package se.dirigent.benchmarks.travel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.dirigent.routing.hierarchy.Anchor;
import se.dirigent.routing.hierarchy.Direction;
import se.dirigent.routing.hierarchy.Hierarchy;
import se.dirigent.routing.hierarchy.Metric;
import se.dirigent.routing.hierarchy.NodeOrder;
import se.dirigent.routing.hierarchy.PointSearch;
import se.dirigent.routing.hierarchy.Sweep;
import se.dirigent.routing.hierarchy.TimeMatrix;

/** Matrices, one-to-all and single journeys on Auckland's roads, ours and the peers' in one run. */
@Command(
    name = "travel-bench",
    mixinStandardHelpOptions = true,
    description = "Matrix entries, one-to-all sources and journeys a second on a city's road graph")
public final class TravelBench implements Callable<Integer> {
  private static final int PEER_SIDE_MAX = 1000;

  @Option(names = "--file", description = "Auckland's roads.zip (default: ../shared/data/…)")
  private Path file = Path.of("..").resolve(Auckland.FILE);

  @Option(names = "--side", defaultValue = "1000", description = "matrix (${DEFAULT-VALUE})")
  private int side;

  @Option(names = "--peer-side", defaultValue = "300", description = "peer's (${DEFAULT-VALUE})")
  private int peerSide;

  @Option(names = "--rounds", defaultValue = "15", description = "best of (${DEFAULT-VALUE})")
  private int rounds;

  @Option(names = "--threads", defaultValue = "2", description = "of ours (${DEFAULT-VALUE})")
  private int threads;

  private final SplittableRandom chance = new SplittableRandom(20260203);

  /** See {@code --help}. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new TravelBench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Auckland roads = Auckland.read(file);
    int nodes = roads.graph().nodes();
    System.out.printf("Auckland: %d nodes, %d arcs%n", nodes, roads.graph().arcs());
    Metric metric = prepare(roads);
    matrix(metric, nodes);
    oneToAll(metric, nodes);
    single(metric, nodes);
    boolean same = jgrapht(roads, metric);
    same &= graphhopper(roads, metric);
    System.out.println(same ? "All answers compared are equal" : "ANSWERS DIFFER");
    return same ? 0 : 1;
  }

  private Metric prepare(Auckland roads) {
    long begun = System.nanoTime();
    int[] order = NodeOrder.of(roads.graph(), roads.x(), roads.y());
    say("ours: order found once", seconds(begun), "s");
    begun = System.nanoTime();
    Hierarchy hierarchy = new Hierarchy(roads.graph(), order);
    say("ours: hierarchy made once", seconds(begun), "s");
    double[] best = {Double.MAX_VALUE};
    Metric[] metric = new Metric[1];
    repeat(round -> {
      long start = System.nanoTime();
      metric[0] = new Metric(hierarchy, roads.millis());
      best[0] = Math.min(best[0], seconds(start));
    });
    say("ours: new times on all roads (a closure)", 1000 * best[0], "ms");
    return metric[0];
  }

  private void matrix(Metric metric, int nodes) {
    double[] best = {0};
    repeat(round -> {
      List<Anchor> from = anchors(side, nodes);
      List<Anchor> to = anchors(side, nodes);
      long start = System.nanoTime();
      int[][] times = TimeMatrix.millis(metric, from, to, threads);
      best[0] = Math.max(best[0], (double) times.length * side / seconds(start));
    });
    say("ours: matrix " + side + " x " + side, best[0] / 1e6, "M entries/s");
  }

  private void oneToAll(Metric metric, int nodes) {
    int runs = 50;
    double[] best = {0};
    List<Sweep> sweeps =
        IntStream.range(0, threads).mapToObj(t -> new Sweep(metric, Direction.FROM)).toList();
    repeat(round -> {
      List<List<Anchor>> places =
          IntStream.range(0, runs).mapToObj(i -> anchors(Sweep.PLACES_MAX, nodes)).toList();
      long start = System.nanoTime();
      IntStream.range(0, threads)
          .parallel()
          .forEach(t -> {
            for (int i = t; i < runs; i += threads) {
              sweeps.get(t).run(places.get(i));
            }
          });
      best[0] = Math.max(best[0], runs * Sweep.PLACES_MAX / seconds(start));
    });
    say("ours: one-to-all, eight sources at a time", best[0], "sources/s");
  }

  private void single(Metric metric, int nodes) {
    PointSearch search = new PointSearch(metric);
    int count = 2000;
    double[] best = {0};
    repeat(round -> {
      List<Anchor> from = anchors(count, nodes);
      List<Anchor> to = anchors(count, nodes);
      long start = System.nanoTime();
      for (int i = 0; i < count; i++) {
        search.millis(from.get(i), to.get(i));
      }
      best[0] = Math.max(best[0], count / seconds(start));
    });
    say("ours: single journeys, one thread", best[0], "journeys/s");
  }

  private boolean jgrapht(Auckland roads, Metric metric) {
    int nodes = roads.graph().nodes();
    long begun = System.nanoTime();
    Peers.JGraphT peer = new Peers.JGraphT(roads, threads);
    say("JGraphT: hierarchy made", seconds(begun), "s");
    int width = Math.min(peerSide, PEER_SIDE_MAX);
    boolean same = true;
    double best = 0;
    for (int round = 0; round < 3; round++) {
      List<Integer> from = distinct(width, nodes);
      List<Integer> to = distinct(width, nodes);
      long start = System.nanoTime();
      var paths = peer.manyToMany(new LinkedHashSet<>(from), new LinkedHashSet<>(to));
      double[][] weights = new double[width][width];
      for (int i = 0; i < width; i++) {
        for (int j = 0; j < width; j++) {
          weights[i][j] = paths.getWeight(from.get(i), to.get(j));
        }
      }
      best = Math.max(best, (double) width * width / seconds(start));
      int[][] ours = TimeMatrix.millis(metric, at(from), at(to), threads);
      for (int i = 0; i < width; i++) {
        for (int j = 0; j < width; j++) {
          same &= equal(ours[i][j], weights[i][j]);
        }
      }
    }
    say("JGraphT: matrix " + width + " x " + width, best / 1e6, "M entries/s");
    peer.oneToAll(0, 1);
    int sources = 10;
    long start = System.nanoTime();
    for (int i = 0; i < sources; i++) {
      peer.oneToAll(chance.nextInt(nodes), 0);
    }
    say("JGraphT: one-to-all by Dijkstra, one thread", sources / seconds(start), "sources/s");
    return same;
  }

  private boolean graphhopper(Auckland roads, Metric metric) {
    int nodes = roads.graph().nodes();
    long begun = System.nanoTime();
    Peers.GraphHopper peer = new Peers.GraphHopper(roads);
    say("GraphHopper: hierarchy made", seconds(begun), "s");
    PointSearch ours = new PointSearch(metric);
    int count = 1000;
    boolean same = true;
    double best = 0;
    for (int round = 0; round < 3; round++) {
      List<Integer> from = distinct(count, nodes);
      List<Integer> to = distinct(count, nodes);
      double[] weights = new double[count];
      long start = System.nanoTime();
      for (int i = 0; i < count; i++) {
        weights[i] = peer.millis(from.get(i), to.get(i));
      }
      best = Math.max(best, count / seconds(start));
      for (int i = 0; i < count; i++) {
        int millis = ours.millis(Anchor.at(from.get(i)), Anchor.at(to.get(i)));
        // GraphHopper stores what a shortcut weighs in thousandths, and a distance in metres to
        // three decimals.
        same &= millis >= Metric.UNREACHABLE || Math.abs(millis - weights[i]) < 1;
      }
    }
    say("GraphHopper: single journeys, one thread", best, "journeys/s");
    return same;
  }

  private static boolean equal(int ours, double peers) {
    return ours >= Metric.UNREACHABLE ? Double.isInfinite(peers) : ours == Math.round(peers);
  }

  private void repeat(IntConsumer deed) {
    IntStream.range(0, rounds).forEach(deed);
  }

  private List<Anchor> anchors(int count, int nodes) {
    List<Anchor> anchors = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      anchors.add(Anchor.at(chance.nextInt(nodes)));
    }
    return anchors;
  }

  private List<Integer> distinct(int count, int nodes) {
    Set<Integer> set = new LinkedHashSet<>();
    while (set.size() < Math.min(count, nodes)) {
      set.add(chance.nextInt(nodes));
    }
    return List.copyOf(set);
  }

  private static List<Anchor> at(List<Integer> nodes) {
    return nodes.stream().map(Anchor::at).toList();
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private static void say(String what, double value, String unit) {
    System.out.printf(Locale.ROOT, "%-46s %12.2f %s%n", what, value, unit);
  }
}
