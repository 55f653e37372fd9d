package se.dirigent.routing.network;

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
import se.dirigent.routing.hierarchy.Metric;
import se.dirigent.routing.hierarchy.PointSearch;
import se.dirigent.routing.hierarchy.TimeMatrix;

/** The times of all roads under one set of conditions and restrictions. Safe for many threads. */
final class RoadMoment {
  /** Searches kept for reuse; more threads than this make their own and throw them away. */
  private static final int SEARCHES_MAX = 16;

  private final RoadNetwork network;
  private final int[] millis;
  private final Metric metric;
  private final BitSet closed;
  private final int spotsMax;
  private final Map<Position, Optional<RoadSpot>> spots = new ConcurrentHashMap<>();
  private final Queue<PointSearch> searches = new ConcurrentLinkedQueue<>();
  private final AtomicInteger idle = new AtomicInteger();

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

  PointSearch.Way way(Anchor from, Anchor to) {
    return search(s -> s.way(from, to));
  }

  int millis(Anchor from, Anchor to) {
    return search(s -> s.millis(from, to));
  }

  int[][] millis(List<Anchor> from, List<Anchor> to) {
    return TimeMatrix.millis(metric, from, to, 1);
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
