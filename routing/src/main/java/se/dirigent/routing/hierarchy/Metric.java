package se.dirigent.routing.hierarchy;

import java.util.Arrays;

/**
 * The times of one moment on a {@link Hierarchy}: every shortcut with its time, and of all upward
 * arcs only those kept that are themselves a quickest way. Made anew when times change, in time
 * proportional to the triangles of the hierarchy. Immutable, safe for many threads.
 */
public final class Metric {
  /** Time of what cannot be reached: larger than any journey, and twice it is still an int. */
  public static final int UNREACHABLE = 1 << 29;

  private final Hierarchy hierarchy;

  /** Milliseconds up and down each upward arc. */
  private final int[] up;

  private final int[] down;

  /** Node of lower rank that a shortcut goes by, or ~arc of the network. */
  private final int[] upBy;

  private final int[] downBy;
  private final UpwardArcs forward;
  private final UpwardArcs backward;

  /**
   * Works out all shortcuts.
   *
   * @param hierarchy the shape
   * @param millis time of each arc of the network in milliseconds, from 0; {@link #UNREACHABLE} or
   *     more for a closed one
   */
  public Metric(Hierarchy hierarchy, int[] millis) {
    this.hierarchy = hierarchy;
    int arcs = hierarchy.upHead.length;
    this.up = filled(arcs);
    this.down = filled(arcs);
    this.upBy = new int[arcs];
    this.downBy = new int[arcs];
    lay(millis);
    customize();
    int[] upLeast = up.clone();
    int[] downLeast = down.clone();
    perfect(upLeast, downLeast);
    this.forward = UpwardArcs.keep(hierarchy, up, upLeast);
    this.backward = UpwardArcs.keep(hierarchy, down, downLeast);
  }

  private static int[] filled(int length) {
    int[] array = new int[length];
    Arrays.fill(array, UNREACHABLE);
    return array;
  }

  private void lay(int[] millis) {
    if (millis.length != hierarchy.slot.length) {
      throw new IllegalArgumentException(
          "millis has "
              + millis.length
              + " times; the network has "
              + hierarchy.slot.length
              + " arcs");
    }
    for (int arc = 0; arc < millis.length; arc++) {
      if (millis[arc] < 0) {
        throw new IllegalArgumentException(
            "millis of arc " + arc + " is " + millis[arc] + "; give a time from zero up");
      }
      int slot = hierarchy.slot[arc];
      if (slot < 0) {
        continue;
      }
      int[] time = (slot & 1) == 0 ? up : down;
      if (millis[arc] < time[slot >> 1]) {
        time[slot >> 1] = millis[arc];
        ((slot & 1) == 0 ? upBy : downBy)[slot >> 1] = ~arc;
      }
    }
  }

  /** From the lowest node up, each pair of its upward arcs gives their third side a shortcut. */
  private void customize() {
    int[] first = hierarchy.upFirst;
    int[] head = hierarchy.upHead;
    for (int v = 0; v < hierarchy.nodes(); v++) {
      for (int i = first[v]; i < first[v + 1]; i++) {
        int third = first[head[i]];
        int upI = up[i];
        int downI = down[i];
        for (int j = i + 1; j < first[v + 1]; j++) {
          while (head[third] != head[j]) {
            third++;
          }
          int there = downI + up[j];
          if (there < up[third]) {
            up[third] = there;
            upBy[third] = v;
          }
          int back = down[j] + upI;
          if (back < down[third]) {
            down[third] = back;
            downBy[third] = v;
          }
        }
      }
    }
  }

  /** From the highest node down, the least time between the ends of each arc by any way at all. */
  private void perfect(int[] upLeast, int[] downLeast) {
    int[] first = hierarchy.upFirst;
    int[] head = hierarchy.upHead;
    for (int v = hierarchy.nodes() - 1; v >= 0; v--) {
      for (int i = first[v]; i < first[v + 1]; i++) {
        int third = first[head[i]];
        for (int j = i + 1; j < first[v + 1]; j++) {
          while (head[third] != head[j]) {
            third++;
          }
          upLeast[i] = Math.min(upLeast[i], up[j] + downLeast[third]);
          upLeast[j] = Math.min(upLeast[j], up[i] + upLeast[third]);
          downLeast[i] = Math.min(downLeast[i], upLeast[third] + down[j]);
          downLeast[j] = Math.min(downLeast[j], downLeast[third] + down[i]);
        }
      }
    }
  }

  /** The shape these times are of. */
  public Hierarchy hierarchy() {
    return hierarchy;
  }

  /** Upward arcs as a search from an origin takes them. */
  UpwardArcs forward() {
    return forward;
  }

  /** Upward arcs, each taken from its higher end, as a search back from a goal takes them. */
  UpwardArcs backward() {
    return backward;
  }

  /** Upward arcs kept, both directions together; what a sweep works through is half of it. */
  public int arcsKept() {
    return forward.head().length + backward.head().length;
  }

  /**
   * Appends the arcs of the network under one upward arc, in the order travelled.
   *
   * @param low its lower end, by rank
   * @param high its higher end, by rank
   * @param upward whether it is travelled up
   * @param out where the arcs go
   */
  void unpack(int low, int high, boolean upward, IntList out) {
    int slot =
        Arrays.binarySearch(
            hierarchy.upHead, hierarchy.upFirst[low], hierarchy.upFirst[low + 1], high);
    int by = upward ? upBy[slot] : downBy[slot];
    if (by < 0) {
      out.add(~by);
    } else if (upward) {
      unpack(by, low, false, out);
      unpack(by, high, true, out);
    } else {
      unpack(by, high, false, out);
      unpack(by, low, true, out);
    }
  }
}
