package se.dirigent.routing.network;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.hierarchy.Anchor;
import se.dirigent.routing.hierarchy.Direction;
import se.dirigent.routing.hierarchy.LazySweep;
import se.dirigent.routing.hierarchy.Metric;
import se.dirigent.routing.hierarchy.PointSearch;
import se.dirigent.routing.travel.CrowFlyTravelTimes;
import se.dirigent.routing.travel.Leg;
import se.dirigent.routing.travel.Route;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Unreachable;
import se.dirigent.routing.travel.Urgency;

/**
 * Journeys by road on one network: from the position to the nearest open road, along the quickest
 * way, and from the road to the goal. Safe for many threads.
 */
final class RoadTravelTimes {
  /** No degree of latitude is shorter, so that most pairs need no trigonometry. */
  private static final double METRES_PER_DEGREE_MIN = 110_500;

  private final RoadTimes times;
  private final CrowFlyTravelTimes off;

  RoadTravelTimes(RoadTimes times, CrowFlyTravelTimes off) {
    this.times = times;
    this.off = off;
  }

  /** One end of a journey: where it meets the network, and the time between. */
  private record End(Position position, RoadSpot spot, int localMillis, int walkMillis) {
    int millis() {
      return localMillis + walkMillis;
    }
  }

  Route route(Position from, Position to, Urgency urgency, Instant at) {
    RoadMoment moment = times.at(urgency, at);
    double delay = times.localDelay(urgency, at);
    int direct = directMillis(from, to, urgency, at);
    if (direct < Metric.UNREACHABLE && (moment.spot(from).isEmpty() || moment.spot(to).isEmpty())) {
      return off.route(from, to, TravelMode.ROAD, urgency, at);
    }
    End start = end(moment, from, delay);
    End goal = end(moment, to, delay);
    int along = moment.alongSameRoad(start.spot(), goal.spot());
    Anchor origin = moment.origin(start.spot(), 0);
    Anchor target = moment.goal(goal.spot(), 0);
    PointSearch.Way way = moment.way(origin, target);
    int ends = start.millis() + goal.millis();
    if (direct <= Math.min(along, way.millis()) + ends && direct < Metric.UNREACHABLE) {
      return off.route(from, to, TravelMode.ROAD, urgency, at);
    }
    if (along >= Metric.UNREACHABLE && way.millis() >= Metric.UNREACHABLE) {
      throw new Unreachable(
          "no open road or ferry joins "
              + text(from)
              + " and "
              + text(to)
              + " on the network "
              + times.network().name()
              + "; try by helicopter or boat");
    }
    RoadLegs legs = new RoadLegs(times.network(), moment);
    addLocal(legs, start, true);
    if (along <= way.millis()) {
      legs.along(start.spot(), goal.spot(), along);
    } else {
      legs.way(start.spot(), way, goal.spot());
    }
    addLocal(legs, goal, false);
    return new Route(legs.list(from, to));
  }

  private void addLocal(RoadLegs legs, End end, boolean outward) {
    double off = end.spot().offMetres();
    double local = Math.min(off, times.network().access().localMetresMax());
    Position edge = between(end.spot().position(), end.position(), off == 0 ? 0 : local / off);
    if (outward) {
      legs.add(Leg.By.FOOT, end.walkMillis(), (off - local) * Access.DETOUR, end.position(), edge);
      legs.add(
          Leg.By.LOCAL_ROAD, end.localMillis(), local * Access.DETOUR, edge, end.spot().position());
    } else {
      legs.add(
          Leg.By.LOCAL_ROAD, end.localMillis(), local * Access.DETOUR, end.spot().position(), edge);
      legs.add(Leg.By.FOOT, end.walkMillis(), (off - local) * Access.DETOUR, edge, end.position());
    }
  }

  private static Position between(Position a, Position b, double share) {
    return new Position(
        a.latitude() + share * (b.latitude() - a.latitude()),
        a.longitude() + share * (b.longitude() - a.longitude()));
  }

  /** Milliseconds by small streets alone, for journeys so short that they may be all there is. */
  private int directMillis(Position from, Position to, Urgency urgency, Instant at) {
    double max = times.network().access().directMetresMax();
    double north = Math.abs(from.latitude() - to.latitude()) * METRES_PER_DEGREE_MIN;
    if (north > max || from.metresTo(to) > max) {
      return Metric.UNREACHABLE;
    }
    return (int) off.between(from, to, TravelMode.ROAD, urgency, at).median().toMillis();
  }

  private End end(RoadMoment moment, Position position, double delay) {
    RoadSpot spot =
        moment
            .spot(position)
            .orElseThrow(() ->
                new Unreachable(
                    "no road within "
                        + Math.round(times.network().access().metresMax() / 1000)
                        + " km of "
                        + text(position)
                        + " on the network "
                        + times.network().name()
                        + "; try by helicopter or boat"));
    return end(position, spot, delay);
  }

  private End end(Position position, RoadSpot spot, double delay) {
    Access access = times.network().access();
    double local = Math.min(spot.offMetres(), access.localMetresMax());
    double driving = local * Access.DETOUR / access.localKmPerHour() * 3600 * delay;
    double walk = spot.offMetres() - local;
    Position edge =
        between(spot.position(), position, spot.offMetres() == 0 ? 0 : local / spot.offMetres());
    Duration walking =
        walk <= 0
            ? Duration.ZERO
            : off.between(edge, position, TravelMode.FOOT, Urgency.NORMAL, Instant.EPOCH).median();
    return new End(position, spot, (int) Math.round(driving), (int) walking.toMillis());
  }

  int[][] millis(List<Position> from, List<Position> to, Urgency urgency, Instant at) {
    RoadMoment moment = times.at(urgency, at);
    double delay = times.localDelay(urgency, at);
    List<End> starts = ends(moment, from, delay);
    List<End> goals = ends(moment, to, delay);
    List<Anchor> origins = new ArrayList<>();
    List<Anchor> targets = new ArrayList<>();
    starts.stream()
        .filter(e -> e.spot().road() >= 0)
        .forEach(e -> origins.add(moment.origin(e.spot(), e.millis())));
    goals.stream()
        .filter(e -> e.spot().road() >= 0)
        .forEach(e -> targets.add(moment.goal(e.spot(), e.millis())));
    int[][] reached = moment.millis(origins, targets);
    int[][] table = new int[from.size()][to.size()];
    int row = 0;
    for (int i = 0; i < from.size(); i++) {
      End start = starts.get(i);
      boolean startOn = start.spot().road() >= 0;
      int column = 0;
      for (int j = 0; j < to.size(); j++) {
        End goal = goals.get(j);
        int least = directMillis(from.get(i), to.get(j), urgency, at);
        if (startOn && goal.spot().road() >= 0) {
          int along = moment.alongSameRoad(start.spot(), goal.spot());
          int ends = start.millis() + goal.millis();
          least = Math.min(least, Math.min(reached[row][column], along + ends));
        }
        column += goal.spot().road() >= 0 ? 1 : 0;
        table[i][j] = noWay(least);
      }
      row += startOn ? 1 : 0;
    }
    return table;
  }

  /** Milliseconds between a centre and others, asked one by one. */
  ToIntFunction<Position> around(
      Position centre, Direction direction, Urgency urgency, Instant at) {
    RoadMoment moment = times.at(urgency, at);
    double delay = times.localDelay(urgency, at);
    boolean to = direction == Direction.TO;
    if (moment.spot(centre).isEmpty()) {
      return other -> noWay(directMillis(to ? other : centre, to ? centre : other, urgency, at));
    }
    End middle = end(moment, centre, delay);
    LazySweep sweep =
        moment.around(
            to
                ? moment.goal(middle.spot(), middle.millis())
                : moment.origin(middle.spot(), middle.millis()),
            direction);
    return other -> {
      int least = directMillis(to ? other : centre, to ? centre : other, urgency, at);
      if (moment.spot(other).isPresent()) {
        End end = end(moment, other, delay);
        int along =
            to
                ? moment.alongSameRoad(end.spot(), middle.spot())
                : moment.alongSameRoad(middle.spot(), end.spot());
        int swept =
            sweep.millis(
                to
                    ? moment.origin(end.spot(), end.millis())
                    : moment.goal(end.spot(), end.millis()));
        least = Math.min(least, Math.min(swept, along + end.millis() + middle.millis()));
      }
      return noWay(least);
    };
  }

  private static int noWay(int millis) {
    return millis >= Metric.UNREACHABLE ? TravelTimes.NO_WAY : millis;
  }

  /** Least milliseconds from any of the origins to each goal, by one-to-all sweeps. */
  int[] least(List<Position> from, List<Position> to, Urgency urgency, Instant at) {
    RoadMoment moment = times.at(urgency, at);
    double delay = times.localDelay(urgency, at);
    List<End> starts =
        ends(moment, from, delay).stream().filter(e -> e.spot().road() >= 0).toList();
    int[] nodes =
        moment.least(starts.stream().map(e -> moment.origin(e.spot(), e.millis())).toList());
    int[] least = new int[to.size()];
    for (int j = 0; j < least.length; j++) {
      Position goal = to.get(j);
      int best = Metric.UNREACHABLE;
      for (Position origin : from) {
        best = Math.min(best, directMillis(origin, goal, urgency, at));
      }
      Optional<RoadSpot> spot = moment.spotOnce(goal);
      if (spot.isPresent()) {
        End end = end(goal, spot.get(), delay);
        best = Math.min(best, end.millis() + reached(moment, nodes, starts, end));
      }
      least[j] = noWay(best);
    }
    return least;
  }

  private int reached(RoadMoment moment, int[] nodes, List<End> starts, End end) {
    Anchor goal = moment.goal(end.spot(), 0);
    int best = Math.min(nodes[goal.nodeA()] + goal.millisA(), nodes[goal.nodeB()] + goal.millisB());
    for (End start : starts) {
      if (start.spot().road() == end.spot().road()) {
        best = Math.min(best, start.millis() + moment.alongSameRoad(start.spot(), end.spot()));
      }
    }
    return best;
  }

  /** Ends of journeys; one out of reach has a spot on road -1. */
  private List<End> ends(RoadMoment moment, List<Position> positions, double delay) {
    List<End> ends = new ArrayList<>(positions.size());
    for (Position position : positions) {
      ends.add(
          moment.spot(position).isPresent()
              ? end(moment, position, delay)
              : new End(position, new RoadSpot(-1, 0, position, 0), 0, 0));
    }
    return ends;
  }

  static String text(Position at) {
    return String.format(Locale.ROOT, "%.4f,%.4f", at.latitude(), at.longitude());
  }
}
