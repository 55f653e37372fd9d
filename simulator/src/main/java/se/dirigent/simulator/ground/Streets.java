package se.dirigent.simulator.ground;

import java.util.Arrays;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.hierarchy.Digraph;

/**
 * Roads as a graph so fine that whoever drives is always near a node. The arrays are taken over.
 *
 * @param graph the arcs
 * @param latitude of each node, WGS84 degrees
 * @param longitude of each node, WGS84 degrees
 * @param millisLights time of each arc with lights and siren, 1 or more
 * @param millisNormal time of each arc without, 1 or more
 */
public record Streets(
    Digraph graph, float[] latitude, float[] longitude, int[] millisLights, int[] millisNormal) {
  public Streets {
    int least =
        Math.min(
            Arrays.stream(millisLights).min().orElse(1),
            Arrays.stream(millisNormal).min().orElse(1));
    if (least < 1) {
      // Who drives would go round in a circle of arcs that take no time.
      throw new IllegalArgumentException("an arc takes " + least + " ms; give 1 or more");
    }
  }

  /** Number of nodes. */
  public int nodes() {
    return latitude.length;
  }

  /** Where a node is. */
  public Position position(int node) {
    return new Position(latitude[node], longitude[node]);
  }

  /** The node nearest to a position in a straight line. */
  public int nearest(Position at) {
    double scale = StrictMath.cos(Math.toRadians(at.latitude()));
    int best = 0;
    double least = Double.MAX_VALUE;
    for (int node = 0; node < nodes(); node++) {
      double north = latitude[node] - at.latitude();
      double east = (longitude[node] - at.longitude()) * scale;
      double square = north * north + east * east;
      if (square < least) {
        least = square;
        best = node;
      }
    }
    return best;
  }

  /** The same streets with every time multiplied. */
  public Streets slower(double factor) {
    return factor == 1
        ? this
        : new Streets(
            graph, latitude, longitude, times(millisLights, factor), times(millisNormal, factor));
  }

  private static int[] times(int[] millis, double factor) {
    return Arrays.stream(millis)
        .map(m -> (int) Math.clamp(Math.round(m * factor), 1, Integer.MAX_VALUE))
        .toArray();
  }

  int[] millis(boolean lights) {
    return lights ? millisLights : millisNormal;
  }
}
