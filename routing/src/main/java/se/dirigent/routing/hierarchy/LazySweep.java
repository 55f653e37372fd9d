package se.dirigent.routing.hierarchy;

/**
 * Times between one place and any node, worked out only as far as they are asked for. The first
 * answers climb far; the later ones end at what is already known, so that the way of each of
 * thousands of units costs little more than reading it. Not safe for several threads.
 *
 * <p>Source: Strasser and Zeitz, A fast and tight heuristic for A* in road networks, SEA 2021 (Lazy
 * RPHAST); here on the parents of a customizable hierarchy, where every node that a search meets is
 * an ancestor.
 */
public final class LazySweep {
  private static final int PAGE_BITS = 8;
  private static final int PAGE = 1 << PAGE_BITS;

  private final Hierarchy hierarchy;

  /** Arcs up from the nodes asked for. */
  private final UpwardArcs up;

  /**
   * By rank: one more than the time, 0 while it is unknown. In pages made when first written, since
   * a search that meets a hundredth of a country should not fill arrays as long as the country.
   */
  private final int[][] pages;

  private final IntList path = new IntList();

  /**
   * A sweep around a place.
   *
   * @param direction {@link Direction#TO} for times to the place, {@link Direction#FROM} for times
   *     from it
   */
  public LazySweep(Metric metric, Anchor place, Direction direction) {
    this.hierarchy = metric.hierarchy();
    boolean to = direction == Direction.TO;
    this.up = to ? metric.forward() : metric.backward();
    this.pages = new int[(hierarchy.nodes() + PAGE - 1) >> PAGE_BITS][];
    rise(place, to ? metric.backward() : metric.forward());
  }

  /** Time between the place and an anchor, {@link Metric#UNREACHABLE} when there is no way. */
  public int millis(Anchor other) {
    int byA = known(hierarchy.rank(other.nodeA())) + other.millisA();
    int byB = known(hierarchy.rank(other.nodeB())) + other.millisB();
    return Math.min(Metric.UNREACHABLE, Math.min(byA, byB));
  }

  /** The place's own search upward; then its ancestors are settled from the highest down. */
  private void rise(Anchor place, UpwardArcs own) {
    int low = hierarchy.rank(place.nodeA());
    int high = hierarchy.rank(place.nodeB());
    improve(low, place.millisA());
    improve(high, place.millisB());
    while (low >= 0 || high >= 0) {
      int v = low < 0 ? high : high < 0 ? low : Math.min(low, high);
      path.add(v);
      int sofar = time(v);
      for (int i = own.first()[v]; i < own.first()[v + 1]; i++) {
        improve(own.head()[i], sofar + own.millis()[i]);
      }
      low = low == v ? hierarchy.parent(v) : low;
      high = high == v ? hierarchy.parent(v) : high;
    }
    settle();
  }

  private int known(int rank) {
    for (int v = rank; v >= 0 && stored(v) == 0; v = hierarchy.parent(v)) {
      path.add(v);
    }
    settle();
    return time(rank);
  }

  /** Settles the path, which was collected upward, from its highest node down. */
  private void settle() {
    for (int k = path.size() - 1; k >= 0; k--) {
      int v = path.get(k);
      int least = time(v);
      for (int i = up.first()[v]; i < up.first()[v + 1]; i++) {
        least = Math.min(least, time(up.head()[i]) + up.millis()[i]);
      }
      store(v, Math.min(least, Metric.UNREACHABLE));
    }
    path.clear();
  }

  private void improve(int v, int millis) {
    if (millis < time(v)) {
      store(v, millis);
    }
  }

  private int time(int v) {
    int stored = stored(v);
    return stored == 0 ? Metric.UNREACHABLE : stored - 1;
  }

  private int stored(int v) {
    int[] page = pages[v >> PAGE_BITS];
    return page == null ? 0 : page[v & (PAGE - 1)];
  }

  private void store(int v, int millis) {
    int[] page = pages[v >> PAGE_BITS];
    if (page == null) {
      page = new int[PAGE];
      pages[v >> PAGE_BITS] = page;
    }
    page[v & (PAGE - 1)] = millis + 1;
  }
}
