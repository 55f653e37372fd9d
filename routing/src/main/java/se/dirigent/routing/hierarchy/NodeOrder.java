package se.dirigent.routing.hierarchy;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The order in which a hierarchy contracts nodes, by nested dissection: each set of nodes is parted
 * by a small separator, which comes last. It depends on the shape of the network alone, never on
 * times, so it is found once.
 *
 * <p>Source: Bauer, Columbus, Rutter and Wagner, Search-space size in contraction hierarchies,
 * Theoretical Computer Science 645, 2016.
 */
public final class NodeOrder {
  /** Sets this small are taken as they stand; parting them gains nothing. */
  private static final int LEAF_NODES_MAX = 3;

  private NodeOrder() {}

  /** A set of nodes still to be ordered, and the rank of its first. */
  private record Part(int[] nodes, int base) {}

  /**
   * The nodes from the first contracted to the last.
   *
   * @param graph the network
   * @param x coordinate of each node to the east, in any unit
   * @param y coordinate of each node to the north, in the same unit
   */
  public static int[] of(Digraph graph, float[] x, float[] y) {
    int[] all = new int[graph.nodes()];
    for (int v = 0; v < all.length; v++) {
      all[v] = v;
    }
    VertexSeparator separator = new VertexSeparator(graph.neighbours(), x, y);
    int[] order = new int[all.length];
    Deque<Part> waiting = new ArrayDeque<>();
    waiting.push(new Part(all, 0));
    int name = 0;
    // Every round places at least one node or parts a set in two smaller, so it ends.
    while (!waiting.isEmpty()) {
      Part part = waiting.pop();
      int[] nodes = part.nodes();
      if (nodes.length <= LEAF_NODES_MAX) {
        System.arraycopy(nodes, 0, order, part.base(), nodes.length);
        continue;
      }
      VertexSeparator.Parts parts = separator.part(nodes, ++name);
      int right = part.base() + parts.left().length;
      int last = right + parts.right().length;
      waiting.push(new Part(parts.left(), part.base()));
      waiting.push(new Part(parts.right(), right));
      System.arraycopy(parts.separator(), 0, order, last, parts.separator().length);
    }
    return order;
  }
}
