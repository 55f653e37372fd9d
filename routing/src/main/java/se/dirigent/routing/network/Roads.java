package se.dirigent.routing.network;

import se.dirigent.routing.drive.RoadKind;
import se.dirigent.routing.hierarchy.Digraph;

/**
 * Roads in compact rows. Road r joins {@code from[r]} and {@code to[r]}; in the graph of the
 * hierarchy arc 2r goes along it and arc 2r + 1 back. The arrays are taken over, not copied.
 *
 * @param latitude of each node, WGS84 degrees
 * @param longitude of each node, WGS84 degrees
 * @param from node where each road begins
 * @param to node where it ends
 * @param metres true length of each road
 * @param kmPerHour free speed of a car; not read for ferries
 * @param kind {@link RoadKind#ordinal()} of each road
 * @param ways 1 along only, 2 back only, 3 both
 * @param fixedSeconds time that depends on nothing else, such as a ferry's crossing and wait
 */
public record Roads(
    float[] latitude,
    float[] longitude,
    int[] from,
    int[] to,
    float[] metres,
    short[] kmPerHour,
    byte[] kind,
    byte[] ways,
    int[] fixedSeconds) {
  /** Along the road only, from its beginning to its end. */
  public static final byte ALONG = 1;

  /** Back only. */
  public static final byte BACK = 2;

  /** Both. */
  public static final byte BOTH = 3;

  private static final RoadKind[] KINDS = RoadKind.values();

  public Roads {
    int roads = from.length;
    if (latitude.length != longitude.length
        || to.length != roads
        || metres.length != roads
        || kmPerHour.length != roads
        || kind.length != roads
        || ways.length != roads
        || fixedSeconds.length != roads) {
      throw new IllegalArgumentException(
          "the rows of " + roads + " roads differ in length; give a value of each for each road");
    }
  }

  /** Number of nodes. */
  public int nodes() {
    return latitude.length;
  }

  /** Number of roads. */
  public int count() {
    return from.length;
  }

  /** The kind of a road. */
  public RoadKind kindOf(int road) {
    return KINDS[kind[road]];
  }

  /** Whether an arc of the graph may be driven. */
  boolean open(int arc) {
    return (ways[arc >> 1] & ((arc & 1) == 0 ? ALONG : BACK)) != 0;
  }

  /** The graph: arcs 2r and 2r + 1 of each road r. */
  Digraph graph() {
    int[] tail = new int[2 * count()];
    int[] head = new int[2 * count()];
    for (int r = 0; r < count(); r++) {
      tail[2 * r] = from[r];
      head[2 * r] = to[r];
      tail[2 * r + 1] = to[r];
      head[2 * r + 1] = from[r];
    }
    return new Digraph(nodes(), tail, head);
  }
}
