package se.dirigent.routing.hierarchy;

import java.util.Arrays;

/**
 * Upward arcs with their times, for one direction of travel.
 *
 * @param first where the arcs of each rank begin; one more at the end
 * @param head higher end of each arc
 * @param millis time of each arc
 */
record UpwardArcs(int[] first, int[] head, int[] millis) {

  /** Of all upward arcs those whose time is the least between their ends by any way. */
  static UpwardArcs keep(Hierarchy hierarchy, int[] time, int[] least) {
    int[] first = new int[hierarchy.nodes() + 1];
    int[] head = new int[time.length];
    int[] millis = new int[time.length];
    int kept = 0;
    for (int v = 0; v < hierarchy.nodes(); v++) {
      for (int i = hierarchy.upFirst[v]; i < hierarchy.upFirst[v + 1]; i++) {
        if (time[i] < Metric.UNREACHABLE && time[i] == least[i]) {
          head[kept] = hierarchy.upHead[i];
          millis[kept++] = time[i];
        }
      }
      first[v + 1] = kept;
    }
    return new UpwardArcs(first, Arrays.copyOf(head, kept), Arrays.copyOf(millis, kept));
  }
}
