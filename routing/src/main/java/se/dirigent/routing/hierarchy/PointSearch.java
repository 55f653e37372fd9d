package se.dirigent.routing.hierarchy;

import java.util.Arrays;

/**
 * The quickest way from one place to another. Walks from both ends up the hierarchy by parents; no
 * queue is needed. Holds two arrays as long as the network, so keep it; not safe for several
 * threads.
 */
public final class PointSearch {
  private final Metric metric;
  private final Hierarchy hierarchy;
  private final int[] there;
  private final int[] back;
  private final int[] thereFrom;
  private final int[] backFrom;

  public PointSearch(Metric metric) {
    this.metric = metric;
    this.hierarchy = metric.hierarchy();
    int nodes = hierarchy.nodes();
    this.there = new int[nodes];
    this.back = new int[nodes];
    this.thereFrom = new int[nodes];
    this.backFrom = new int[nodes];
    Arrays.fill(there, Metric.UNREACHABLE);
    Arrays.fill(back, Metric.UNREACHABLE);
  }

  /**
   * A quickest way.
   *
   * @param millis its time, what the anchors hold included; {@link Metric#UNREACHABLE} when there
   *     is none
   * @param arcs arcs of the network in the order travelled; empty when both ends share a node
   * @param origin the node of the origin's anchor that it begins at; -1 when there is no way
   * @param goal the node of the goal's anchor that it ends at; -1 when there is no way
   */
  public record Way(int millis, int[] arcs, int origin, int goal) {}

  /** Time only, in milliseconds; {@link Metric#UNREACHABLE} when there is no way. */
  public int millis(Anchor from, Anchor to) {
    int top = meet(from, to);
    int millis = top < 0 ? Metric.UNREACHABLE : there[top] + back[top];
    clear(from, to);
    return millis;
  }

  /** Time and path. */
  public Way way(Anchor from, Anchor to) {
    int top = meet(from, to);
    Way way;
    if (top < 0) {
      way = new Way(Metric.UNREACHABLE, new int[0], -1, -1);
    } else {
      IntList arcs = new IntList();
      int origin = climb(top, arcs);
      int v = top;
      while (backFrom[v] >= 0) {
        metric.unpack(backFrom[v], v, false, arcs);
        v = backFrom[v];
      }
      int[] list = arcs.toArray();
      way =
          new Way(
              there[top] + back[top],
              list,
              hierarchy.rank(from.nodeA()) == origin ? from.nodeA() : from.nodeB(),
              hierarchy.rank(to.nodeA()) == v ? to.nodeA() : to.nodeB());
    }
    clear(from, to);
    return way;
  }

  /** Unpacks the way up to a node and returns the rank it begins at. */
  private int climb(int top, IntList arcs) {
    IntList ranks = new IntList();
    for (int v = top; v >= 0; v = thereFrom[v]) {
      ranks.add(v);
    }
    int[] chain = ranks.toArray();
    for (int i = chain.length - 1; i > 0; i--) {
      metric.unpack(chain[i], chain[i - 1], true, arcs);
    }
    return chain[chain.length - 1];
  }

  /** Searches from both ends; the rank where the quickest way tops, or -1. */
  private int meet(Anchor from, Anchor to) {
    rise(from, metric.forward(), there, thereFrom);
    rise(to, metric.backward(), back, backFrom);
    int top = -1;
    int least = Metric.UNREACHABLE;
    int a = hierarchy.rank(from.nodeA());
    int b = hierarchy.rank(from.nodeB());
    while (a >= 0 || b >= 0) {
      int v = lower(a, b);
      if (there[v] + back[v] < least) {
        least = there[v] + back[v];
        top = v;
      }
      a = a == v ? hierarchy.parent(a) : a;
      b = b == v ? hierarchy.parent(b) : b;
    }
    return top;
  }

  private void rise(Anchor anchor, UpwardArcs arcs, int[] time, int[] cameFrom) {
    int a = hierarchy.rank(anchor.nodeA());
    int b = hierarchy.rank(anchor.nodeB());
    seed(a, anchor.millisA(), time, cameFrom);
    seed(b, anchor.millisB(), time, cameFrom);
    while (a >= 0 || b >= 0) {
      int v = lower(a, b);
      int sofar = time[v];
      if (sofar < Metric.UNREACHABLE) {
        for (int i = arcs.first()[v]; i < arcs.first()[v + 1]; i++) {
          int w = arcs.head()[i];
          if (sofar + arcs.millis()[i] < time[w]) {
            time[w] = sofar + arcs.millis()[i];
            cameFrom[w] = v;
          }
        }
      }
      a = a == v ? hierarchy.parent(a) : a;
      b = b == v ? hierarchy.parent(b) : b;
    }
  }

  private static void seed(int v, int millis, int[] time, int[] cameFrom) {
    if (millis < time[v]) {
      time[v] = millis;
      cameFrom[v] = -1;
    }
  }

  /** The lower of two ranks, where -1 is none. */
  private static int lower(int a, int b) {
    return a < 0 ? b : b < 0 ? a : Math.min(a, b);
  }

  private void clear(Anchor from, Anchor to) {
    reset(from.nodeA(), there);
    reset(from.nodeB(), there);
    reset(to.nodeA(), back);
    reset(to.nodeB(), back);
  }

  private void reset(int node, int[] time) {
    for (int v = hierarchy.rank(node); v >= 0; v = hierarchy.parent(v)) {
      time[v] = Metric.UNREACHABLE;
    }
  }
}
