package se.dirigent.routing.hierarchy;

import java.util.Arrays;

/**
 * Finds the fewest nodes whose removal parts a set of nodes in two, by inertial flow: the nodes are
 * sorted along a line, the first quarter is tied to a source and the last to a sink, and a maximum
 * flow through nodes of capacity one shows the narrowest place between. Four lines are tried.
 *
 * <p>Source: Schild and Sommer, On balanced separators in road networks, SEA 2015.
 */
final class VertexSeparator {
  /** Share of the nodes that each end must hold; a smaller one gives narrower, worse parts. */
  private static final double END_SHARE = 0.25;

  private static final int NONE = -1;
  private static final int END = -2;

  private final Digraph.Neighbours links;
  private final float[] x;
  private final float[] y;

  /** Set that each node belongs to at present; only nodes of the same set are walked. */
  private final int[] set;

  private final int[] previous;
  private final int[] next;
  private final boolean[] used;
  private final byte[] role;

  /** States 2v (arriving at v) and 2v+1 (leaving v): the state they were reached from. */
  private final int[] reachedFrom;

  private final int[] queue;

  private static final byte SOURCE = 1;
  private static final byte SINK = 2;

  VertexSeparator(Digraph.Neighbours links, float[] x, float[] y) {
    int nodes = links.first().length - 1;
    this.links = links;
    this.x = x;
    this.y = y;
    this.set = new int[nodes];
    this.previous = new int[nodes];
    this.next = new int[nodes];
    this.used = new boolean[nodes];
    this.role = new byte[nodes];
    this.reachedFrom = new int[2 * nodes];
    this.queue = new int[2 * nodes];
  }

  /** The parts of a set of nodes: no arc joins left and right. */
  record Parts(int[] left, int[] right, int[] separator) {}

  /** Parts the nodes, which {@code name} tells apart from all others in the graph. */
  Parts part(int[] nodes, int name) {
    for (int v : nodes) {
      set[v] = name;
    }
    Parts best = null;
    for (int line = 0; line < 4; line++) {
      int[] sorted = sort(nodes, line);
      int most = best == null ? nodes.length : best.separator().length;
      if (flow(sorted, name, most)) {
        Parts found = cut(sorted);
        if (best == null || better(found, best)) {
          best = found;
        }
      }
    }
    if (best == null) {
      throw new IllegalStateException("no flow ended below " + nodes.length + " nodes");
    }
    return best;
  }

  private static boolean better(Parts a, Parts b) {
    if (a.separator().length != b.separator().length) {
      return a.separator().length < b.separator().length;
    }
    return Math.min(a.left().length, a.right().length)
        > Math.min(b.left().length, b.right().length);
  }

  private int[] sort(int[] nodes, int line) {
    long[] keys = new long[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      int v = nodes[i];
      float key =
          switch (line) {
            case 0 -> x[v];
            case 1 -> y[v];
            case 2 -> x[v] + y[v];
            default -> x[v] - y[v];
          };
      int bits = Float.floatToIntBits(key);
      // Bits of negative floats order backwards.
      int ordered = bits ^ ((bits >> 31) & 0x7fffffff);
      keys[i] = ((long) ordered << 32) | v;
    }
    Arrays.sort(keys);
    int[] sorted = new int[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      sorted[i] = (int) keys[i];
    }
    return sorted;
  }

  /** Maximum flow between the ends; false when it passes {@code most}, and is then left undone. */
  private boolean flow(int[] sorted, int name, int most) {
    int end = Math.max(1, (int) (sorted.length * END_SHARE));
    for (int i = 0; i < sorted.length; i++) {
      int v = sorted[i];
      previous[v] = NONE;
      next[v] = NONE;
      used[v] = false;
      role[v] = i < end ? SOURCE : i >= sorted.length - end ? SINK : 0;
    }
    int units = 0;
    while (true) {
      int reached = search(sorted, end, name);
      if (reached == NONE) {
        return true;
      }
      if (++units > most) {
        return false;
      }
      augment(reached);
    }
  }

  /** Breadth first from the source; the state that reaches the sink, or NONE. */
  private int search(int[] sorted, int end, int name) {
    for (int v : sorted) {
      reachedFrom[2 * v] = NONE;
      reachedFrom[2 * v + 1] = NONE;
    }
    int tail = 0;
    for (int i = 0; i < end; i++) {
      reachedFrom[2 * sorted[i]] = END;
      queue[tail++] = 2 * sorted[i];
    }
    for (int at = 0; at < tail; at++) {
      int state = queue[at];
      int v = state >> 1;
      boolean leaving = (state & 1) == 1;
      if (!leaving) {
        int to = used[v] ? back(v) : state + 1;
        tail = reach(to, state, tail);
      } else {
        if (role[v] == SINK && next[v] != END) {
          return state;
        }
        if (used[v]) {
          tail = reach(2 * v, state, tail);
        }
        for (int i = links.first()[v]; i < links.first()[v + 1]; i++) {
          int w = links.node()[i];
          if (set[w] == name && next[v] != w) {
            tail = reach(2 * w, state, tail);
          }
        }
      }
    }
    return NONE;
  }

  /** The state before v on the flow's path through it, which may be undone. */
  private int back(int v) {
    return previous[v] >= 0 ? 2 * previous[v] + 1 : NONE;
  }

  private int reach(int state, int from, int tail) {
    if (state != NONE && reachedFrom[state] == NONE) {
      reachedFrom[state] = from;
      queue[tail] = state;
      return tail + 1;
    }
    return tail;
  }

  /** Sends one more unit along the path found: first what it undoes, then what it adds. */
  private void augment(int reached) {
    for (int state = reached; reachedFrom[state] != END; state = reachedFrom[state]) {
      int from = reachedFrom[state];
      int v = state >> 1;
      int w = from >> 1;
      boolean undoesArc = (state & 1) == 1 && (from & 1) == 0 && v != w;
      if (undoesArc) {
        next[v] = NONE;
        previous[w] = NONE;
      } else if (v == w && (state & 1) == 0) {
        used[v] = false;
      }
    }
    next[reached >> 1] = END;
    for (int state = reached; ; state = reachedFrom[state]) {
      int from = reachedFrom[state];
      int v = state >> 1;
      if (from == END) {
        previous[v] = END;
        return;
      }
      int w = from >> 1;
      if (v == w && (state & 1) == 1) {
        used[v] = true;
      } else if ((state & 1) == 0 && v != w) {
        next[w] = v;
        previous[v] = w;
      }
    }
  }

  /** What the last, failed search reached is left of the narrowest place. */
  private Parts cut(int[] sorted) {
    int[] left = new int[sorted.length];
    int[] right = new int[sorted.length];
    int[] separator = new int[sorted.length];
    int lefts = 0;
    int rights = 0;
    int separators = 0;
    for (int v : sorted) {
      boolean leaves = reachedFrom[2 * v + 1] != NONE;
      boolean arrives = reachedFrom[2 * v] != NONE;
      if (leaves) {
        left[lefts++] = v;
      } else if (arrives) {
        separator[separators++] = v;
      } else {
        right[rights++] = v;
      }
    }
    return new Parts(
        Arrays.copyOf(left, lefts),
        Arrays.copyOf(right, rights),
        Arrays.copyOf(separator, separators));
  }
}
