package se.dirigent.simulator.ground;

/**
 * One traveller on its way to a goal, node by node. Looked at only when somebody asks, it then
 * catches up. Not for use by several threads.
 */
public final class Journey {
  private final Ground ground;
  private int goal = -1;
  private boolean lights;
  private int node;
  private long atNode;
  private double pace = 1;

  /** When a flight left and is there; the same moment for who drives. */
  private long left;

  private long lands;

  /** A traveller that stands at a node. */
  public Journey(Ground ground, int node) {
    this.ground = ground;
    this.node = node;
  }

  /** Puts the traveller at a node, standing. */
  public void stand(int at) {
    goal = -1;
    lands = left;
    node = at;
  }

  /** Whether it stands at a node and goes nowhere. */
  public boolean isStill() {
    return goal < 0;
  }

  /** Stands at its goal from now on if it has come there, so that it sets off anew from now. */
  public void rest(long now) {
    if (goal >= 0 && node(now) == ground.node(goal) && ahead(now) == 0) {
      stand(node);
    }
  }

  /**
   * Sets off for a goal from where it is.
   *
   * @param now when, in milliseconds
   * @param wait before it moves, if it stands
   * @param takes how many times as long as usual it drives
   * @return when it arrives
   */
  public long setOff(int to, boolean withLights, long now, long wait, double takes) {
    catchUp(now);
    if (goal < 0) {
      atNode = now + wait;
    }
    goal = to;
    lights = withLights;
    pace = takes;
    return atNode + paced(ground.millis(node, to, withLights));
  }

  /**
   * Sets off through the air for a goal from where it is.
   *
   * @param wait before it takes off, if it stands
   * @param takes milliseconds of flight from its node
   * @return when it is there
   */
  public long fly(int to, long now, long wait, long takes) {
    catchUp(now);
    if (goal < 0) {
      atNode = now + wait;
    }
    goal = to;
    left = Math.max(now, atNode);
    lands = left + takes;
    return lands;
  }

  /** The same at the usual pace. */
  public long setOff(int to, boolean withLights, long now, long wait) {
    return setOff(to, withLights, now, wait, 1);
  }

  private long paced(int millis) {
    return pace == 1 ? millis : Math.round(pace * millis);
  }

  /** The node it is at or drives towards now. */
  public int node(long now) {
    catchUp(now);
    return node;
  }

  /** Milliseconds until it is at that node. */
  public long ahead(long now) {
    catchUp(now);
    return goal < 0 ? 0 : Math.max(0, atNode - now);
  }

  private void catchUp(long now) {
    if (goal < 0) {
      return;
    }
    if (lands > left) {
      glide(now);
      return;
    }
    Ways ways = ground.ways(lights);
    int end = ground.node(goal);
    while (atNode < now && node != end) {
      int arc = ways.arc(node, goal);
      if (arc == Windows.OUTSIDE) {
        atNode += paced(ways.millis(node, goal));
        node = end;
        return; // From so far away it goes the whole way without a turn.
      }
      atNode += paced(ways.arcMillis(arc));
      node = ways.head(arc);
    }
  }

  /** Who flies could turn back until half of the way, and then go on to the goal. */
  private void glide(long now) {
    boolean back = now - left < lands - now;
    atNode = back ? Math.max(atNode, now + Math.max(0, now - left)) : lands;
    node = back ? node : ground.node(goal);
  }
}
