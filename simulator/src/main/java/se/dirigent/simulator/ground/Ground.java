package se.dirigent.simulator.ground;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.hierarchy.Hierarchy;
import se.dirigent.routing.hierarchy.NodeOrder;

/**
 * Every journey of a world: to the zones where calls come from, to the bases and to the hospitals,
 * from every node. Goals are numbered zones first, then bases, then hospitals. Immutable and safe
 * for many threads.
 */
public final class Ground {
  private final Streets streets;
  private final int zones;
  private final int bases;
  private final int[] nodes;
  private final double[] demand;
  private final Ways lights;
  private final Ways normal;
  private final int[] nearest;

  /** Works out all journeys from every node. */
  public Ground(
      Streets streets, int[] zones, double[] demand, int[] bases, int[] hospitals, int threads) {
    this(
        streets,
        zones,
        demand,
        bases,
        hospitals,
        Windows.whole(streets.nodes(), zones.length + bases.length + hospitals.length),
        threads);
  }

  /**
   * Works out all journeys.
   *
   * @param zones nodes where calls come from
   * @param demand calls of each zone relative to the others
   * @param bases nodes where units stand
   * @param hospitals nodes where patients go
   * @param windows from where; what lies outside is taken by the straight line
   * @param threads to work with
   */
  public Ground(
      Streets streets,
      int[] zones,
      double[] demand,
      int[] bases,
      int[] hospitals,
      Windows windows,
      int threads) {
    if (zones.length == 0 || bases.length == 0 || hospitals.length == 0) {
      throw new IllegalArgumentException(
          "there are %d zones, %d bases and %d hospitals; give at least one of each"
              .formatted(zones.length, bases.length, hospitals.length));
    }
    this.streets = streets;
    this.zones = zones.length;
    this.bases = bases.length;
    this.nodes = Stream.of(zones, bases, hospitals).flatMapToInt(Arrays::stream).toArray();
    double sum = Arrays.stream(demand).sum();
    this.demand = Arrays.stream(demand).map(d -> d / sum).toArray();
    float[] x = new float[streets.nodes()];
    for (int v = 0; v < x.length; v++) {
      x[v] = streets.longitude()[v] * (float) StrictMath.cos(Math.toRadians(streets.latitude()[v]));
    }
    int[] order = NodeOrder.of(streets.graph(), x, streets.latitude());
    Hierarchy hierarchy = new Hierarchy(streets.graph(), order);
    this.lights = new Ways(streets, hierarchy, true, nodes, windows, threads);
    this.normal = new Ways(streets, hierarchy, false, nodes, windows, threads);
    this.nearest = IntStream.range(0, this.zones).map(this::findNearest).toArray();
  }

  /** Number of zones. */
  public int zones() {
    return zones;
  }

  /** Number of bases. */
  public int bases() {
    return bases;
  }

  /** Number of hospitals. */
  public int hospitals() {
    return nodes.length - zones - bases;
  }

  /** Each zone's part of all calls; do not write to it. */
  public double[] demand() {
    return demand;
  }

  /** The goal of a base. */
  public int base(int base) {
    return zones + base;
  }

  /** The goal of a hospital. */
  public int hospital(int hospital) {
    return zones + bases + hospital;
  }

  /** Number of goals. */
  public int goals() {
    return nodes.length;
  }

  /** The node where a goal lies. */
  public int node(int goal) {
    return nodes[goal];
  }

  /** Where a node is. */
  public Position position(int node) {
    return streets.position(node);
  }

  /** Milliseconds from a node to a goal, to a quarter of a second. */
  public int millis(int node, int goal, boolean withLights) {
    return ways(withLights).millis(node, goal);
  }

  /** The hospital that a patient in a zone is driven to soonest. */
  public int hospitalNearest(int zone) {
    return nearest[zone];
  }

  private int findNearest(int zone) {
    int best = 0;
    for (int h = 1; h < hospitals(); h++) {
      if (millis(nodes[zone], hospital(h), false) < millis(nodes[zone], hospital(best), false)) {
        best = h;
      }
    }
    return best;
  }

  /** Seconds from each base to each zone. */
  public double[][] secondsFromBases(boolean withLights) {
    double[][] seconds = new double[bases][zones];
    for (int base = 0; base < bases; base++) {
      for (int zone = 0; zone < zones; zone++) {
        seconds[base][zone] = millis(nodes[base(base)], zone, withLights) / 1000.0;
      }
    }
    return seconds;
  }

  Ways ways(boolean withLights) {
    return withLights ? lights : normal;
  }
}
