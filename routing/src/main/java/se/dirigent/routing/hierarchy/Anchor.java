package se.dirigent.routing.hierarchy;

/**
 * A place on the network: at a node, or on a road between two nodes with the time to either.
 *
 * @param nodeA a node
 * @param millisA time between the place and that node, from 0; {@link Metric#UNREACHABLE} when the
 *     road is one-way the other way
 * @param nodeB another node, or the same
 * @param millisB time between the place and the other node
 */
public record Anchor(int nodeA, int millisA, int nodeB, int millisB) {
  public Anchor {
    if (millisA < 0 || millisB < 0) {
      throw new IllegalArgumentException(
          "millis is " + millisA + " and " + millisB + "; give times from zero up");
    }
  }

  /** A place at a node. */
  public static Anchor at(int node) {
    return new Anchor(node, 0, node, 0);
  }
}
