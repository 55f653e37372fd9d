package se.dirigent.routing.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.hierarchy.Anchor;
import se.dirigent.routing.hierarchy.Direction;
import se.dirigent.routing.hierarchy.LazySweep;
import se.dirigent.routing.hierarchy.Metric;
import se.dirigent.routing.hierarchy.PointSearch;
import se.dirigent.routing.hierarchy.Sweep;
import se.dirigent.routing.hierarchy.TimeMatrix;

/** The times of all roads under one set of conditions and restrictions. Safe for many threads. */
final class RoadMoment {
  /** Searches kept for reuse; more threads than this make their own and throw them away. */
  private static final int SEARCHES_MAX = 16;

  /** So near to a crossing a position means the crossing, not the road it happens to be on. */
  private static final double SLIGHT_METRES = 30;

  private final RoadNetwork network;
  private final int[] millis;
  private final Metric metric;
  private final BitSet closed;
  private final int spotsMax;
  private final Map<Position, Optional<RoadSpot>> spots = new ConcurrentHashMap<>();
  private final Queue<PointSearch> searches = new ConcurrentLinkedQueue<>();
  private final AtomicInteger idle = new AtomicInteger();
  private final Queue<Sweep> sweeps = new ArrayDeque<>(1);

  RoadMoment(RoadNetwork network, int[] millis, Metric metric, BitSet closed, int spotsMax) {
    this.network = network;
    this.millis = millis;
    this.metric = metric;
    this.closed = closed;
    this.spotsMax = spotsMax;
  }

  /** Milliseconds of an arc of the network. */
  int millis(int arc) {
    return millis[arc];
  }

  /** The nearest open road within reach. */
  Optional<RoadSpot> spot(Position at) {
    Optional<RoadSpot> known = spots.get(at);
    if (known != null) {
      return known;
    }
    if (spots.size() >= spotsMax) {
      spots.clear();
    }
    Optional<RoadSpot> found =
        network.index().find(at, network.access().metresMax(), r -> !closed.get(r));
    spots.put(at, found);
    return found;
  }

  /** A spot as a place to set off from, which one reaches after {@code extra} milliseconds. */
  Anchor origin(RoadSpot spot, int extra) {
    return anchor(spot, extra, 2 * spot.road() + 1, 2 * spot.road());
  }

  /** A spot as a place to arrive at, from which {@code extra} milliseconds are left. */
  Anchor goal(RoadSpot spot, int extra) {
    return anchor(spot, extra, 2 * spot.road(), 2 * spot.road() + 1);
  }

  private Anchor anchor(RoadSpot spot, int extra, int arcAtBeginning, int arcAtEnd) {
    Roads roads = network.roads();
    return new Anchor(
        roads.from()[spot.road()],
        part(arcAtBeginning, spot.share(), extra),
        roads.to()[spot.road()],
        part(arcAtEnd, 1 - spot.share(), extra));
  }

  /** Milliseconds of a share of an arc. */
  int part(int arc, double share, int extra) {
    return millis[arc] >= Metric.UNREACHABLE
        ? Metric.UNREACHABLE
        : (int) Math.min(Metric.UNREACHABLE, extra + Math.round(share * millis[arc]));
  }

  /** Milliseconds straight along a road that both spots are on, or UNREACHABLE. */
  int alongSameRoad(RoadSpot a, RoadSpot b) {
    if (a.road() != b.road()) {
      return Metric.UNREACHABLE;
    }
    int arc = 2 * a.road() + (b.share() >= a.share() ? 0 : 1);
    return part(arc, Math.abs(b.share() - a.share()), 0);
  }

  /** The roads of the quickest way between two spots; a bit shorter than a yard is none. */
  List<Integer> roads(RoadSpot from, RoadSpot to) {
    PointSearch.Way way = way(origin(from, 0), goal(to, 0));
    if (alongSameRoad(from, to) <= way.millis()) {
      return from.road() == to.road() ? List.of(from.road()) : List.of();
    }
    List<Integer> roads = new ArrayList<>();
    addEnd(from, way.origin(), roads);
    for (int arc : way.arcs()) {
      roads.add(arc >> 1);
    }
    addEnd(to, way.goal(), roads);
    return roads;
  }

  private void addEnd(RoadSpot spot, int node, List<Integer> roads) {
    if (spot.position().metresTo(network.node(node)) > SLIGHT_METRES) {
      roads.add(spot.road());
    }
  }

  PointSearch.Way way(Anchor from, Anchor to) {
    return search(s -> s.way(from, to));
  }

  int millis(Anchor from, Anchor to) {
    return search(s -> s.millis(from, to));
  }

  int[][] millis(List<Anchor> from, List<Anchor> to) {
    return TimeMatrix.millis(metric, from, to, 1);
  }

  LazySweep around(Anchor place, Direction direction) {
    return new LazySweep(metric, place, direction);
  }

  /** As {@link #spot} for a position nobody asks for again, which is not worth remembering. */
  Optional<RoadSpot> spotOnce(Position at) {
    return network.index().find(at, network.access().metresMax(), r -> !closed.get(r));
  }

  /** Least milliseconds from any of some places to each node, by sweeps over the whole network. */
  int[] least(List<Anchor> from) {
    int[] least = new int[network.roads().nodes()];
    Arrays.fill(least, Metric.UNREACHABLE);
    // One at a time: a sweep holds an array eight times the network.
    synchronized (sweeps) {
      Sweep sweep = sweeps.peek();
      if (sweep == null) {
        sweep = new Sweep(metric, Direction.FROM);
        sweeps.add(sweep);
      }
      for (int first = 0; first < from.size(); first += Sweep.PLACES_MAX) {
        int count = Math.min(Sweep.PLACES_MAX, from.size() - first);
        sweep.run(from.subList(first, first + count));
        for (int v = 0; v < least.length; v++) {
          for (int place = 0; place < count; place++) {
            least[v] = Math.min(least[v], sweep.millis(place, v));
          }
        }
      }
    }
    return least;
  }

  private <T> T search(Function<PointSearch, T> question) {
    PointSearch search = searches.poll();
    if (search == null) {
      search = new PointSearch(metric);
    } else {
      idle.decrementAndGet();
    }
    T answer = question.apply(search);
    if (idle.get() < SEARCHES_MAX) {
      idle.incrementAndGet();
      searches.add(search);
    }
    return answer;
  }
}
