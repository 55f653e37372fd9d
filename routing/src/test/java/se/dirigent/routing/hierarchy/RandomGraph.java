package se.dirigent.routing.hierarchy;

import java.util.random.RandomGenerator;

/** A graph of chance: one-way arcs, parallel ones, loops, parts apart, times of zero. */
record RandomGraph(Digraph graph, int[] millis, float[] x, float[] y) {

  static RandomGraph make(RandomGenerator chance, int nodes) {
    float[] x = new float[nodes];
    float[] y = new float[nodes];
    for (int v = 0; v < nodes; v++) {
      x[v] = chance.nextFloat() - 0.5f;
      y[v] = chance.nextFloat() - 0.5f;
    }
    int arcs = chance.nextInt(4 * nodes);
    int[] tail = new int[arcs];
    int[] head = new int[arcs];
    int[] millis = new int[arcs];
    boolean near = chance.nextBoolean();
    for (int arc = 0; arc < arcs; arc++) {
      tail[arc] = chance.nextInt(nodes);
      head[arc] = near ? closeTo(tail[arc], chance, x, y) : chance.nextInt(nodes);
      millis[arc] = chance.nextInt(10) == 0 ? 0 : chance.nextInt(1000);
    }
    return new RandomGraph(new Digraph(nodes, tail, head), millis, x, y);
  }

  /** The nearest of a few drawn, so that the graph has the narrow places that roads have. */
  private static int closeTo(int v, RandomGenerator chance, float[] x, float[] y) {
    int best = chance.nextInt(x.length);
    for (int i = 0; i < 8; i++) {
      int w = chance.nextInt(x.length);
      if (Math.hypot(x[w] - x[v], y[w] - y[v]) < Math.hypot(x[best] - x[v], y[best] - y[v])) {
        best = w;
      }
    }
    return best;
  }
}
