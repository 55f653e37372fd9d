package se.dirigent.routing.hierarchy;

import java.util.Arrays;

/**
 * Searches eight at a time: the time of node v in lane k stands at {@code 8 * v + k}, so that one
 * arc, once fetched, serves eight searches. What costs is fetching the arc, not the eight
 * additions.
 *
 * <p>Source: Delling, Goldberg, Nowatzyk and Werneck, PHAST: hardware-accelerated shortest path
 * trees, Journal of Parallel and Distributed Computing 73(7), 2013.
 */
final class Lanes {
  /** Searches at a time: as many times as the processor holds in registers beside the rest. */
  static final int COUNT = 8;

  private Lanes() {}

  /**
   * Carries times down from each node's higher neighbours, from the highest node to the lowest.
   *
   * @param down arcs to the higher neighbours, with the time from them
   * @param time lanes of each node; those where a search topped hold its time, others {@link
   *     Metric#UNREACHABLE}
   */
  static void descend(UpwardArcs down, int[] time) {
    int[] first = down.first();
    int[] head = down.head();
    int[] millis = down.millis();
    int end = head.length;
    for (int v = first.length - 2; v >= 0; v--) {
      int begin = first[v];
      if (begin < end) {
        relax(head, millis, begin, end, time, v * COUNT);
      }
      end = begin;
    }
  }

  /** Eight lanes of one node; written out, since the compiler keeps the eight in registers so. */
  private static void relax(int[] head, int[] millis, int begin, int end, int[] time, int at) {
    int t0 = time[at];
    int t1 = time[at + 1];
    int t2 = time[at + 2];
    int t3 = time[at + 3];
    int t4 = time[at + 4];
    int t5 = time[at + 5];
    int t6 = time[at + 6];
    int t7 = time[at + 7];
    for (int i = begin; i < end; i++) {
      int w = head[i] * COUNT;
      int m = millis[i];
      t0 = Math.min(t0, time[w] + m);
      t1 = Math.min(t1, time[w + 1] + m);
      t2 = Math.min(t2, time[w + 2] + m);
      t3 = Math.min(t3, time[w + 3] + m);
      t4 = Math.min(t4, time[w + 4] + m);
      t5 = Math.min(t5, time[w + 5] + m);
      t6 = Math.min(t6, time[w + 6] + m);
      t7 = Math.min(t7, time[w + 7] + m);
    }
    time[at] = t0;
    time[at + 1] = t1;
    time[at + 2] = t2;
    time[at + 3] = t3;
    time[at + 4] = t4;
    time[at + 5] = t5;
    time[at + 6] = t6;
    time[at + 7] = t7;
  }

  /** Searches upward from an anchor in one lane of {@code time}. */
  static void rise(Hierarchy hierarchy, UpwardArcs up, Anchor anchor, int[] time, int lane) {
    int a = hierarchy.rank(anchor.nodeA());
    int b = hierarchy.rank(anchor.nodeB());
    time[a * COUNT + lane] = Math.min(time[a * COUNT + lane], anchor.millisA());
    time[b * COUNT + lane] = Math.min(time[b * COUNT + lane], anchor.millisB());
    riseFrom(hierarchy, up, a, time, lane);
    if (a != b) {
      riseFrom(hierarchy, up, b, time, lane);
    }
  }

  private static void riseFrom(
      Hierarchy hierarchy, UpwardArcs up, int start, int[] time, int lane) {
    for (int v = start; v >= 0; v = hierarchy.parent(v)) {
      int sofar = time[v * COUNT + lane];
      if (sofar >= Metric.UNREACHABLE) {
        continue;
      }
      for (int i = up.first()[v]; i < up.first()[v + 1]; i++) {
        int at = up.head()[i] * COUNT + lane;
        time[at] = Math.min(time[at], sofar + up.millis()[i]);
      }
    }
  }

  static void clear(int[] time) {
    Arrays.fill(time, Metric.UNREACHABLE);
  }
}
