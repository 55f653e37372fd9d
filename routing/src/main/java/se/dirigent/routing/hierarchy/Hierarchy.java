package se.dirigent.routing.hierarchy;

import java.util.Arrays;

/**
 * The shape of a customizable contraction hierarchy: the network with the shortcuts that any times
 * could need. Nodes are known inside by their rank; an upward arc joins a node to one of higher
 * rank. Times come later, in a {@link Metric}, as often as they change. Immutable.
 *
 * <p>Source: Dibbelt, Strasser and Wagner, Customizable contraction hierarchies, ACM Journal of
 * Experimental Algorithmics 21(1), 2016.
 */
public final class Hierarchy {
  private final Digraph graph;
  private final int[] rank;

  /** Upward arcs of rank v: {@code upHead[upFirst[v]]} to {@code upHead[upFirst[v + 1] - 1]}. */
  final int[] upFirst;

  /** Higher end of each upward arc, ascending within a node. */
  final int[] upHead;

  /** Per arc of the network twice its upward arc, plus one when it leads down; -1 for a loop. */
  final int[] slot;

  /**
   * Builds the shape.
   *
   * @param graph the network
   * @param order its nodes from the first contracted to the last, see {@link NodeOrder}
   * @throws IllegalArgumentException when the order does not hold each node once
   */
  public Hierarchy(Digraph graph, int[] order) {
    this.graph = graph;
    this.rank = ranks(graph.nodes(), order);
    int[][] up = complete(graph, rank, order);
    this.upFirst = new int[graph.nodes() + 1];
    for (int v = 0; v < graph.nodes(); v++) {
      upFirst[v + 1] = upFirst[v] + up[v].length;
    }
    this.upHead = new int[upFirst[graph.nodes()]];
    for (int v = 0; v < graph.nodes(); v++) {
      System.arraycopy(up[v], 0, upHead, upFirst[v], up[v].length);
    }
    this.slot = slots();
  }

  private static int[] ranks(int nodes, int[] order) {
    if (order.length != nodes) {
      throw new IllegalArgumentException(
          "order has " + order.length + " nodes; the graph has " + nodes);
    }
    int[] rank = new int[nodes];
    Arrays.fill(rank, -1);
    for (int r = 0; r < nodes; r++) {
      if (order[r] < 0 || order[r] >= nodes || rank[order[r]] >= 0) {
        throw new IllegalArgumentException(
            "order has node " + order[r] + " at " + r + "; give each node once");
      }
      rank[order[r]] = r;
    }
    return rank;
  }

  /**
   * Contracts every node in turn: its higher neighbours become neighbours of the lowest of them.
   */
  private static int[][] complete(Digraph graph, int[] rank, int[] order) {
    Digraph.Neighbours links = graph.neighbours();
    int[][] up = new int[graph.nodes()][];
    int[] firstChild = filled(graph.nodes());
    int[] nextChild = filled(graph.nodes());
    int[] seenAt = filled(graph.nodes());
    int[] found = new int[graph.nodes()];
    for (int v = 0; v < graph.nodes(); v++) {
      int count = 0;
      int node = order[v];
      for (int i = links.first()[node]; i < links.first()[node + 1]; i++) {
        int w = rank[links.node()[i]];
        if (w > v && seenAt[w] != v) {
          seenAt[w] = v;
          found[count++] = w;
        }
      }
      for (int child = firstChild[v]; child >= 0; child = nextChild[child]) {
        for (int w : up[child]) {
          if (w > v && seenAt[w] != v) {
            seenAt[w] = v;
            found[count++] = w;
          }
        }
      }
      up[v] = Arrays.copyOf(found, count);
      Arrays.sort(up[v]);
      if (count > 0) {
        int parent = up[v][0];
        nextChild[v] = firstChild[parent];
        firstChild[parent] = v;
      }
    }
    return up;
  }

  private static int[] filled(int length) {
    int[] array = new int[length];
    Arrays.fill(array, -1);
    return array;
  }

  private int[] slots() {
    int[] slots = new int[graph.arcs()];
    for (int arc = 0; arc < slots.length; arc++) {
      int a = rank[graph.tail()[arc]];
      int b = rank[graph.head()[arc]];
      if (a == b) {
        slots[arc] = -1;
      } else {
        int low = Math.min(a, b);
        int up = Arrays.binarySearch(upHead, upFirst[low], upFirst[low + 1], Math.max(a, b));
        slots[arc] = 2 * up + (a < b ? 0 : 1);
      }
    }
    return slots;
  }

  /** The network it was made for. */
  public Digraph graph() {
    return graph;
  }

  /** Number of nodes. */
  public int nodes() {
    return rank.length;
  }

  /** Number of upward arcs, shortcuts included. */
  public int upwardArcs() {
    return upHead.length;
  }

  /** Rank of a node. */
  int rank(int node) {
    return rank[node];
  }

  /**
   * Lowest of the higher neighbours, or -1. Every node that an upward search from v can reach is
   * met by following parents.
   */
  int parent(int v) {
    return upFirst[v] < upFirst[v + 1] ? upHead[upFirst[v]] : -1;
  }
}
