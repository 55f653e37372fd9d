package se.dirigent.routing.hierarchy;

import java.util.List;

/**
 * Times between a few places and every node of the network, up to {@link #PLACES_MAX} places at
 * once. Holds an array eight times the network, so keep it; not safe for several threads.
 */
public final class Sweep {
  /** Most places of one run. */
  public static final int PLACES_MAX = Lanes.COUNT;

  private final Hierarchy hierarchy;
  private final UpwardArcs up;
  private final UpwardArcs down;
  private final int[] time;

  public Sweep(Metric metric, Direction direction) {
    this.hierarchy = metric.hierarchy();
    boolean from = direction == Direction.FROM;
    this.up = from ? metric.forward() : metric.backward();
    this.down = from ? metric.backward() : metric.forward();
    this.time = new int[hierarchy.nodes() * Lanes.COUNT];
  }

  /** Works out all times of these places; they are read with {@link #millis}. */
  public void run(List<Anchor> places) {
    if (places.size() > PLACES_MAX) {
      throw new IllegalArgumentException(
          "places has " + places.size() + " places; give at most " + PLACES_MAX);
    }
    Lanes.clear(time);
    for (int lane = 0; lane < places.size(); lane++) {
      Lanes.rise(hierarchy, up, places.get(lane), time, lane);
    }
    Lanes.descend(down, time);
  }

  /**
   * Time between a place of the last run and a node, in milliseconds; {@link Metric#UNREACHABLE} or
   * more when there is no way.
   */
  public int millis(int place, int node) {
    return time[hierarchy.rank(node) * Lanes.COUNT + place];
  }
}
