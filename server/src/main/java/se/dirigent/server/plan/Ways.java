package se.dirigent.server.plan;

import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Urgency;
import se.dirigent.server.road.RoadsChanged;

/** Ways by road between the places of a plan, kept since each is asked for again and again. */
@Component
class Ways {
  /** Pairs kept: the places of a big region's day, squared; beyond it all are asked for anew. */
  private static final int KEPT_MAX = 500_000;

  private final TravelTimes times;
  private final InstantSource clock;
  private final ConcurrentHashMap<Ends, Way> kept = new ConcurrentHashMap<>();

  Ways(TravelTimes times, InstantSource clock) {
    this.times = times;
    this.clock = clock;
  }

  private record Ends(Position from, Position to) {}

  /**
   * A way.
   *
   * @param seconds infinite where there is none
   * @param metres 0 where there is none
   */
  record Way(double seconds, double metres) {
    static final Way NONE = new Way(Double.POSITIVE_INFINITY, 0);

    boolean leads() {
      return Double.isFinite(seconds);
    }
  }

  /** The way at ordinary speed. */
  Way between(Position from, Position to) {
    if (kept.size() > KEPT_MAX) {
      kept.clear();
    }
    return kept.computeIfAbsent(new Ends(from, to), this::ask);
  }

  private Way ask(Ends ends) {
    return times
        .find(ends.from(), ends.to(), TravelMode.ROAD, Urgency.NORMAL, clock.instant())
        .map(t -> new Way(t.median().toMillis() / 1000.0, t.distanceMetres()))
        .orElse(Way.NONE);
  }

  @EventListener
  void roadsChanged(RoadsChanged changed) {
    kept.clear();
  }
}
