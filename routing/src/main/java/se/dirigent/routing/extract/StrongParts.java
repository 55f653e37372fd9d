package se.dirigent.routing.extract;

import java.util.Arrays;

/**
 * The parts of a directed graph within which every node reaches every other, by Tarjan's algorithm
 * (SIAM Journal on Computing 1(2), 1972) without recursion, since a road can be long.
 */
final class StrongParts {
  private final int[] first;
  private final int[] head;
  private final int[] part;
  private final int[] entered;
  private final int[] low;
  private final int[] stack;
  private int depth;
  private int clock;
  private int parts;

  private StrongParts(int nodes, int[] tails, int[] heads) {
    this.first = new int[nodes + 1];
    for (int v : tails) {
      first[v + 1]++;
    }
    for (int v = 0; v < nodes; v++) {
      first[v + 1] += first[v];
    }
    int[] at = first.clone();
    this.head = new int[heads.length];
    for (int arc = 0; arc < heads.length; arc++) {
      head[at[tails[arc]]++] = heads[arc];
    }
    this.part = new int[nodes];
    this.entered = new int[nodes];
    this.low = new int[nodes];
    this.stack = new int[nodes];
    Arrays.fill(part, -1);
    Arrays.fill(entered, -1);
  }

  /** The number of the part that each node is in, from 0. */
  static int[] of(int nodes, int[] tails, int[] heads) {
    StrongParts search = new StrongParts(nodes, tails, heads);
    int[] path = new int[nodes];
    int[] next = search.first.clone();
    for (int root = 0; root < nodes; root++) {
      if (search.entered[root] < 0) {
        search.from(root, path, next);
      }
    }
    return search.part;
  }

  private void from(int root, int[] path, int[] next) {
    int length = 0;
    path[length++] = enter(root);
    while (length > 0) {
      int v = path[length - 1];
      if (next[v] < first[v + 1]) {
        int w = head[next[v]++];
        if (entered[w] < 0) {
          path[length++] = enter(w);
        } else if (part[w] < 0) {
          low[v] = Math.min(low[v], entered[w]);
        }
      } else {
        length--;
        if (length > 0) {
          low[path[length - 1]] = Math.min(low[path[length - 1]], low[v]);
        }
        if (low[v] == entered[v]) {
          close(v);
        }
      }
    }
  }

  private int enter(int v) {
    entered[v] = clock;
    low[v] = clock++;
    stack[depth++] = v;
    return v;
  }

  private void close(int v) {
    int w;
    do {
      w = stack[--depth];
      part[w] = parts;
    } while (w != v);
    parts++;
  }
}
