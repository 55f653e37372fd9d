package se.dirigent.simulator.ground;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.drive.Conditions;
import se.dirigent.routing.drive.DriveParameters;
import se.dirigent.routing.drive.RoadKind;
import se.dirigent.routing.drive.Season;
import se.dirigent.routing.drive.Traffic;
import se.dirigent.routing.hierarchy.Digraph;
import se.dirigent.routing.network.RoadNetwork;
import se.dirigent.routing.network.Roads;
import se.dirigent.routing.travel.Urgency;

/**
 * The streets of a region, cut out of a wide network: long roads in pieces, and each place of
 * interest joined to the nearest road. Roads as by day on bare ground. For one use.
 */
public final class RegionStreets {
  /** Longest piece: who drives is at most a minute from a node. */
  private static final int PIECE_MILLIS_MAX = 60_000;

  /** How far outside the region a road still counts, in degrees: one may drive round a lake. */
  private static final double MARGIN_DEGREES = 0.5;

  /** A way in streets beside the straight line, and its speed [assumption, as Access.coarse]. */
  private static final double DETOUR = 1.3;

  /** Of latitude at the least, so that nothing near is passed over. */
  private static final double METRES_PER_DEGREE = 111_000;

  private static final double LOCAL_METRES_PER_MILLI = 45_000 / 3_600_000.0;

  private final List<float[]> nodes = new ArrayList<>();
  private final List<int[]> arcs = new ArrayList<>();
  private final DriveParameters drive = DriveParameters.defaults();
  private final int[] placed;

  /**
   * Cuts a region out.
   *
   * @param network that holds it
   * @param places zones, bases and hospitals; what lies beyond them and a margin is left out
   */
  public RegionStreets(RoadNetwork network, List<Position> places) {
    Roads roads = network.roads();
    boolean[] near = near(roads, places);
    int[] part = largestPart(roads, near);
    int[] number = new int[roads.nodes()];
    for (int v = 0; v < number.length; v++) {
      number[v] = part[v] == 1 ? node(roads.latitude()[v], roads.longitude()[v]) : -1;
    }
    int onRoads = nodes.size();
    for (int r = 0; r < roads.count(); r++) {
      if (number[roads.from()[r]] >= 0 && number[roads.to()[r]] >= 0) {
        road(roads, r, number[roads.from()[r]], number[roads.to()[r]]);
      }
    }
    placed = places.stream().mapToInt(at -> place(at, onRoads)).toArray();
  }

  /** The streets. */
  public Streets streets() {
    int[] tail = arcs.stream().mapToInt(a -> a[0]).toArray();
    int[] head = arcs.stream().mapToInt(a -> a[1]).toArray();
    float[] latitude = new float[nodes.size()];
    float[] longitude = new float[nodes.size()];
    for (int v = 0; v < latitude.length; v++) {
      latitude[v] = nodes.get(v)[0];
      longitude[v] = nodes.get(v)[1];
    }
    return new Streets(
        new Digraph(latitude.length, tail, head),
        latitude,
        longitude,
        arcs.stream().mapToInt(a -> a[2]).toArray(),
        arcs.stream().mapToInt(a -> a[3]).toArray());
  }

  /** The node of each place, in the order given; do not write to it. */
  public int[] placed() {
    return placed;
  }

  private static boolean[] near(Roads roads, List<Position> places) {
    double south = places.stream().mapToDouble(Position::latitude).min().orElseThrow();
    double north = places.stream().mapToDouble(Position::latitude).max().orElseThrow();
    double west = places.stream().mapToDouble(Position::longitude).min().orElseThrow();
    double east = places.stream().mapToDouble(Position::longitude).max().orElseThrow();
    boolean[] near = new boolean[roads.nodes()];
    for (int v = 0; v < near.length; v++) {
      near[v] =
          roads.latitude()[v] > south - MARGIN_DEGREES
              && roads.latitude()[v] < north + MARGIN_DEGREES
              && roads.longitude()[v] > west - 2 * MARGIN_DEGREES
              && roads.longitude()[v] < east + 2 * MARGIN_DEGREES;
    }
    return near;
  }

  /** 1 for the nodes of the largest part that hangs together among those near. */
  private static int[] largestPart(Roads roads, boolean[] near) {
    int[] root = new int[roads.nodes()];
    Arrays.setAll(root, v -> v);
    for (int r = 0; r < roads.count(); r++) {
      if (near[roads.from()[r]] && near[roads.to()[r]]) {
        root[find(root, roads.from()[r])] = find(root, roads.to()[r]);
      }
    }
    int[] size = new int[root.length];
    int largest = 0;
    for (int v = 0; v < root.length; v++) {
      int top = find(root, v);
      if (++size[top] > size[largest]) {
        largest = top;
      }
    }
    int[] part = new int[root.length];
    for (int v = 0; v < root.length; v++) {
      part[v] = near[v] && find(root, v) == largest ? 1 : 0;
    }
    return part;
  }

  private static int find(int[] root, int v) {
    int top = v;
    while (root[top] != top) {
      root[top] = root[root[top]];
      top = root[top];
    }
    return top;
  }

  private int node(double latitude, double longitude) {
    nodes.add(new float[] {(float) latitude, (float) longitude});
    return nodes.size() - 1;
  }

  private void road(Roads roads, int r, int from, int to) {
    double normal = millis(roads, r, Urgency.NORMAL);
    double lights = millis(roads, r, Urgency.LIGHTS_AND_SIRENS);
    boolean ferry = roads.kindOf(r) == RoadKind.FERRY;
    int pieces = ferry ? 1 : (int) Math.max(1, Math.ceil(normal / PIECE_MILLIS_MAX));
    int here = from;
    for (int piece = 1; piece <= pieces; piece++) {
      double part = (double) piece / pieces;
      int next =
          piece == pieces
              ? to
              : node(
                  between(nodes.get(from)[0], nodes.get(to)[0], part),
                  between(nodes.get(from)[1], nodes.get(to)[1], part));
      if ((roads.ways()[r] & Roads.ALONG) != 0) {
        arc(here, next, lights / pieces, normal / pieces);
      }
      if ((roads.ways()[r] & Roads.BACK) != 0) {
        arc(next, here, lights / pieces, normal / pieces);
      }
      here = next;
    }
  }

  private static double between(double from, double to, double part) {
    return from + part * (to - from);
  }

  private double millis(Roads roads, int r, Urgency urgency) {
    double speed = roads.kmPerHour()[r];
    var conditions = new Conditions(urgency, Traffic.DAY, Season.BARE);
    double moving =
        speed == 0
            ? 0
            : roads.metres()[r] * 3600 / speed * drive.delay(roads.kindOf(r), conditions);
    return moving + 1000.0 * roads.fixedSeconds()[r];
  }

  private int place(Position at, int onRoads) {
    int best = 0;
    double least = Double.MAX_VALUE;
    for (int v = 0; v < onRoads; v++) {
      double north = METRES_PER_DEGREE * Math.abs(at.latitude() - nodes.get(v)[0]);
      if (north >= least) {
        continue; // Farther by its latitude alone: a country has many roads and places.
      }
      double metres = at.metresTo(new Position(nodes.get(v)[0], nodes.get(v)[1]));
      if (metres < least) {
        least = metres;
        best = v;
      }
    }
    int node = node(at.latitude(), at.longitude());
    double normal = least * DETOUR / LOCAL_METRES_PER_MILLI;
    var lit = new Conditions(Urgency.LIGHTS_AND_SIRENS, Traffic.DAY, Season.BARE);
    double lights = normal * drive.delay(RoadKind.STREET, lit);
    arc(best, node, lights, normal);
    arc(node, best, lights, normal);
    return node;
  }

  private void arc(int tail, int head, double lights, double normal) {
    int lightsMillis = (int) Math.max(1, Math.round(lights));
    int normalMillis = (int) Math.max(1, Math.round(normal));
    arcs.add(new int[] {tail, head, lightsMillis, normalMillis});
  }
}
