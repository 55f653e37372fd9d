package se.dirigent.routing.hierarchy;

/**
 * A directed graph whose nodes are 0 to {@code nodes - 1}. Parallel arcs and loops are allowed. The
 * arrays are taken over, not copied, since a country's graph is large; do not write to them.
 *
 * @param nodes number of nodes
 * @param tail where each arc begins
 * @param head where each arc ends
 */
public record Digraph(int nodes, int[] tail, int[] head) {
  public Digraph {
    if (nodes < 0) {
      throw new IllegalArgumentException("nodes is " + nodes + "; give a number from zero up");
    }
    if (tail.length != head.length) {
      throw new IllegalArgumentException(
          "tail has " + tail.length + " and head " + head.length + " arcs; give as many of both");
    }
    for (int arc = 0; arc < tail.length; arc++) {
      if (tail[arc] < 0 || tail[arc] >= nodes || head[arc] < 0 || head[arc] >= nodes) {
        throw new IllegalArgumentException(
            "arc "
                + arc
                + " goes from "
                + tail[arc]
                + " to "
                + head[arc]
                + "; the nodes are 0 to "
                + (nodes - 1));
      }
    }
  }

  /** Number of arcs. */
  public int arcs() {
    return tail.length;
  }

  /**
   * For each node its neighbours in either direction, without itself; a neighbour joined by several
   * arcs may stand several times.
   */
  Neighbours neighbours() {
    int[] first = new int[nodes + 1];
    for (int arc = 0; arc < tail.length; arc++) {
      if (tail[arc] != head[arc]) {
        first[tail[arc] + 1]++;
        first[head[arc] + 1]++;
      }
    }
    for (int v = 0; v < nodes; v++) {
      first[v + 1] += first[v];
    }
    int[] at = first.clone();
    int[] node = new int[first[nodes]];
    for (int arc = 0; arc < tail.length; arc++) {
      if (tail[arc] != head[arc]) {
        node[at[tail[arc]]++] = head[arc];
        node[at[head[arc]]++] = tail[arc];
      }
    }
    return new Neighbours(first, node);
  }

  /** Neighbours of v: {@code node[first[v]]} up to but without {@code node[first[v + 1]]}. */
  record Neighbours(int[] first, int[] node) {}
}
