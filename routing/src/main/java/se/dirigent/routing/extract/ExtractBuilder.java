package se.dirigent.routing.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import se.dirigent.routing.network.Roads;

/**
 * Builds roads of ways. Where ways meet, and where a road bends so much that a straight line would
 * miss it, there is a node; lengths are those of the ways as drawn.
 */
public final class ExtractBuilder {
  /** A point this near the straight line between its neighbours is left out. */
  private static final double BEND_METRES = 12;

  private final Points points;
  private final int[] node;
  private final List<Piece> pieces = new ArrayList<>();
  private int nodes;
  private int broken;

  /** A road between two points. */
  private record Piece(int from, int to, double metres, WayRules.Drive drive, double share) {}

  /**
   * What was built.
   *
   * @param roads all that hang together
   * @param left roads left out, since from or to the others there is no way
   * @param broken ways cut where the extract lacks their points
   */
  public record Extract(Roads roads, int left, int broken) {}

  private ExtractBuilder(Points points) {
    this.points = points;
    this.node = new int[points.count()];
    Arrays.fill(node, -1);
  }

  /**
   * Builds the largest part of a network that hangs together.
   *
   * @param ways driven ways
   * @param points their points, with positions
   * @throws IllegalArgumentException when nothing can be driven
   */
  public static Extract build(List<RoadWay> ways, Points points) {
    ExtractBuilder builder = new ExtractBuilder(points);
    ways.forEach(builder::add);
    if (builder.pieces.isEmpty()) {
      throw new IllegalArgumentException(
          "the extract has no road that can be driven; give one with highway ways and their"
              + " points");
    }
    return builder.largest();
  }

  private void add(RoadWay way) {
    int[] run = new int[way.points().length];
    int length = 0;
    double whole = metres(way);
    for (long id : way.points()) {
      int index = points.index(id);
      if (!points.known(index)) {
        broken += length > 0 ? 1 : 0;
        length = flush(run, length, way, whole);
        continue;
      }
      run[length++] = index;
      if (points.shared(index) && length > 1) {
        length = flush(run, length, way, whole);
        run[0] = index;
        length = 1;
      }
    }
    flush(run, length, way, whole);
  }

  private double metres(RoadWay way) {
    double metres = 0;
    for (int i = 1; i < way.points().length; i++) {
      int a = points.index(way.points()[i - 1]);
      int b = points.index(way.points()[i]);
      metres += points.known(a) && points.known(b) ? points.metres(a, b) : 0;
    }
    return metres;
  }

  /** Turns a run between meeting places into pieces; returns the length of the run left: none. */
  private int flush(int[] run, int length, RoadWay way, double whole) {
    if (length > 1) {
      BitSet kept = new BitSet(length);
      kept.set(0);
      kept.set(length - 1);
      keepBends(run, 0, length - 1, kept);
      int from = 0;
      while (from < length - 1) {
        int to = kept.nextSetBit(from + 1);
        double metres = 0;
        for (int i = from; i < to; i++) {
          metres += points.metres(run[i], run[i + 1]);
        }
        double share = whole > 0 ? metres / whole : 1;
        pieces.add(new Piece(node(run[from]), node(run[to]), metres, way.drive(), share));
        from = to;
      }
    }
    return 0;
  }

  private int node(int point) {
    if (node[point] < 0) {
      node[point] = nodes++;
    }
    return node[point];
  }

  /** Keeps the points that lie farthest from the line, as Douglas and Peucker do (1973). */
  private void keepBends(int[] run, int from, int to, BitSet kept) {
    double farthest = BEND_METRES;
    int bend = -1;
    for (int i = from + 1; i < to; i++) {
      double off = off(run[from], run[to], run[i]);
      if (off > farthest) {
        farthest = off;
        bend = i;
      }
    }
    if (bend >= 0) {
      kept.set(bend);
      keepBends(run, from, bend, kept);
      keepBends(run, bend, to, kept);
    }
  }

  private double off(int a, int b, int p) {
    double lonMetres = 111_195 * Math.cos(Math.toRadians(points.latitude(p)));
    double ax = (points.longitude(a) - points.longitude(p)) * lonMetres;
    double ay = (points.latitude(a) - points.latitude(p)) * 111_195.0;
    double dx = (points.longitude(b) - points.longitude(p)) * lonMetres - ax;
    double dy = (points.latitude(b) - points.latitude(p)) * 111_195.0 - ay;
    double squared = dx * dx + dy * dy;
    double along = squared == 0 ? 0 : Math.clamp(-(ax * dx + ay * dy) / squared, 0, 1);
    return Math.hypot(ax + along * dx, ay + along * dy);
  }

  /** The largest set of nodes that all reach each other, and the roads among them. */
  private Extract largest() {
    int[] part = StrongParts.of(nodes, tails(), heads());
    int[] sizes = new int[nodes];
    int best = 0;
    for (int p : part) {
      if (++sizes[p] > sizes[best]) {
        best = p;
      }
    }
    int[] number = new int[nodes];
    int count = 0;
    for (int v = 0; v < nodes; v++) {
      number[v] = part[v] == best ? count++ : -1;
    }
    List<Piece> in =
        pieces.stream().filter(p -> number[p.from()] >= 0 && number[p.to()] >= 0).toList();
    if (in.isEmpty()) {
      throw new IllegalArgumentException(
          "no two places of the extract can be driven both ways; give a larger extract");
    }
    return new Extract(roads(in, number, count), pieces.size() - in.size(), broken);
  }

  private int[] tails() {
    return pieces.stream()
        .flatMapToInt(p ->
            switch (p.drive().ways()) {
              case Roads.ALONG -> IntStream.of(p.from());
              case Roads.BACK -> IntStream.of(p.to());
              default -> IntStream.of(p.from(), p.to());
            })
        .toArray();
  }

  private int[] heads() {
    return pieces.stream()
        .flatMapToInt(p ->
            switch (p.drive().ways()) {
              case Roads.ALONG -> IntStream.of(p.to());
              case Roads.BACK -> IntStream.of(p.from());
              default -> IntStream.of(p.to(), p.from());
            })
        .toArray();
  }

  private Roads roads(List<Piece> in, int[] number, int count) {
    float[] latitude = new float[count];
    float[] longitude = new float[count];
    for (int p = 0; p < node.length; p++) {
      if (node[p] >= 0 && number[node[p]] >= 0) {
        latitude[number[node[p]]] = points.latitude(p);
        longitude[number[node[p]]] = points.longitude(p);
      }
    }
    int n = in.size();
    Roads roads =
        new Roads(
            latitude,
            longitude,
            new int[n],
            new int[n],
            new float[n],
            new short[n],
            new byte[n],
            new byte[n],
            new int[n]);
    for (int r = 0; r < n; r++) {
      Piece piece = in.get(r);
      roads.from()[r] = number[piece.from()];
      roads.to()[r] = number[piece.to()];
      roads.metres()[r] = (float) piece.metres();
      roads.kmPerHour()[r] = (short) piece.drive().kmPerHour();
      roads.kind()[r] = (byte) piece.drive().kind().ordinal();
      roads.ways()[r] = piece.drive().ways();
      // A ferry's crossing and wait are those of the whole way, shared out by length.
      roads.fixedSeconds()[r] = (int) Math.round(piece.drive().fixedSeconds() * piece.share());
    }
    return roads;
  }
}
