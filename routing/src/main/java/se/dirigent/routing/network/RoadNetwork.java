package se.dirigent.routing.network;

import java.util.List;
import java.util.Optional;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.hierarchy.Hierarchy;
import se.dirigent.routing.hierarchy.NodeOrder;

/** Roads that can be searched: the roads, their hierarchy and their index. Immutable. */
public final class RoadNetwork {
  private final String name;
  private final Roads roads;
  private final int[] order;
  private final Hierarchy hierarchy;
  private final RoadIndex index;
  private final Access access;

  /**
   * A network with an order found before, see {@link NodeOrder}.
   *
   * @param name what people call it
   * @param roads at least one
   * @param order its nodes from the first contracted to the last
   * @param access how one gets to and from it
   */
  public RoadNetwork(String name, Roads roads, int[] order, Access access) {
    if (roads.count() == 0) {
      throw new IllegalArgumentException("network " + name + " has no roads; give at least one");
    }
    this.name = name;
    this.roads = roads;
    this.order = order;
    this.hierarchy = new Hierarchy(roads.graph(), order);
    this.index = new RoadIndex(roads);
    this.access = access;
  }

  /** A network whose order is found here, which takes seconds for a city. */
  public static RoadNetwork of(String name, Roads roads, Access access) {
    float[] x = new float[roads.nodes()];
    for (int v = 0; v < x.length; v++) {
      x[v] = roads.longitude()[v] * (float) StrictMath.cos(Math.toRadians(roads.latitude()[v]));
    }
    int[] order = NodeOrder.of(roads.graph(), x, roads.latitude());
    return new RoadNetwork(name, roads, order, access);
  }

  public String name() {
    return name;
  }

  public Roads roads() {
    return roads;
  }

  public Access access() {
    return access;
  }

  /** Nodes from the first contracted to the last; do not write to it. */
  public int[] order() {
    return order;
  }

  public Hierarchy hierarchy() {
    return hierarchy;
  }

  RoadIndex index() {
    return index;
  }

  /** Whether a position is near enough to one of its roads. */
  public boolean covers(Position at) {
    return index.find(at, access.metresMax(), road -> true).isPresent();
  }

  Position node(int v) {
    return new Position(roads.latitude()[v], roads.longitude()[v]);
  }

  /** The roads that a line crosses, or with one position the nearest road. */
  List<Integer> across(List<Position> line) {
    if (line.size() == 1) {
      Optional<RoadSpot> spot = index.find(line.getFirst(), access.metresMax(), road -> true);
      return spot.map(s -> List.of(s.road())).orElse(List.of());
    }
    return index.crossing(line);
  }

  /** Where a road runs. */
  List<Position> line(int road) {
    return List.of(node(roads.from()[road]), node(roads.to()[road]));
  }
}
