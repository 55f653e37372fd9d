package se.dirigent.simulator.ground;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From which nodes the ways to a goal are worked out: from all, or from those around it, since in a
 * country nearly all journeys are short and tables of all would not fit. Immutable.
 */
public final class Windows {
  /** Outside the window of a goal. */
  static final int OUTSIDE = -1;

  /** By window and node the node's number in the window; null when all are in it. */
  private final int @Nullable [][] number;

  /** By window its nodes, ascending. */
  private final int[][] nodes;

  /** By goal. */
  private final int[] window;

  private Windows(int @Nullable [][] number, int[][] nodes, int[] window) {
    this.number = number;
    this.nodes = nodes;
    this.window = window;
  }

  /** From all of so many nodes to each of so many goals. */
  public static Windows whole(int nodes, int goals) {
    int[] all = new int[nodes];
    Arrays.setAll(all, node -> node);
    return new Windows(null, new int[][] {all}, new int[goals]);
  }

  /**
   * From some nodes to each goal.
   *
   * @param nodeCount of the streets
   * @param windows sets of nodes
   * @param ofGoal which of them each goal has
   */
  public static Windows of(int nodeCount, List<BitSet> windows, int[] ofGoal) {
    List<int[]> nodes = new ArrayList<>();
    int[][] number = new int[windows.size()][nodeCount];
    for (int w = 0; w < windows.size(); w++) {
      int[] in = windows.get(w).stream().toArray();
      nodes.add(in);
      Arrays.fill(number[w], OUTSIDE);
      for (int i = 0; i < in.length; i++) {
        number[w][in[i]] = i;
      }
    }
    return new Windows(number, nodes.toArray(int[][]::new), ofGoal.clone());
  }

  /** The nodes from which ways to a goal are known, ascending; do not write to it. */
  int[] nodes(int goal) {
    return nodes[window[goal]];
  }

  /** The number of a node among them, or {@link #OUTSIDE}. */
  int number(int node, int goal) {
    return number == null ? node : number[window[goal]][node];
  }
}
