package se.dirigent.routing.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.drive.RoadKind;
import se.dirigent.routing.hierarchy.PointSearch;
import se.dirigent.routing.travel.Leg;

/** Puts a route together: parts that follow each other in the same way become one leg. */
final class RoadLegs {
  /** A part this short, such as from a yard to its street, makes no leg of its own. */
  private static final long SLIGHT_MILLIS = 10_000;

  private static final double SLIGHT_METRES = 30;

  private final RoadNetwork network;
  private final RoadMoment moment;
  private final List<Leg> legs = new ArrayList<>();
  private final List<Position> path = new ArrayList<>();
  private Leg.By by = Leg.By.ROAD;
  private long millis;
  private double metres;

  RoadLegs(RoadNetwork network, RoadMoment moment) {
    this.network = network;
    this.moment = moment;
  }

  /** A part of the journey between two positions; one of no time and no length is left out. */
  void add(Leg.By how, long partMillis, double partMetres, Position from, Position to) {
    if (partMillis == 0 && partMetres == 0) {
      return;
    }
    boolean slight = partMillis < SLIGHT_MILLIS && partMetres < SLIGHT_METRES;
    Leg.By kept = !slight ? how : path.isEmpty() ? Leg.By.ROAD : by;
    if (kept != by) {
      close();
      by = kept;
    }
    if (path.isEmpty()) {
      path.add(from);
    }
    path.add(to);
    millis += partMillis;
    metres += partMetres;
  }

  /** Along the one road that both spots are on. */
  void along(RoadSpot a, RoadSpot b, int time) {
    double share = Math.abs(b.share() - a.share());
    double length = share * network.roads().metres()[a.road()];
    add(Leg.By.ROAD, time, length, a.position(), b.position());
  }

  /** From a spot by a way to another spot. */
  void way(RoadSpot start, PointSearch.Way way, RoadSpot goal) {
    Roads roads = network.roads();
    boolean onwards = way.origin() == roads.to()[start.road()];
    double first = onwards ? 1 - start.share() : start.share();
    add(
        Leg.By.ROAD,
        moment.part(2 * start.road() + (onwards ? 0 : 1), first, 0),
        first * roads.metres()[start.road()],
        start.position(),
        network.node(way.origin()));
    for (int arc : way.arcs()) {
      int r = arc >> 1;
      boolean along = (arc & 1) == 0;
      add(
          roads.kindOf(r) == RoadKind.FERRY ? Leg.By.FERRY : Leg.By.ROAD,
          moment.millis(arc),
          roads.metres()[r],
          network.node(along ? roads.from()[r] : roads.to()[r]),
          network.node(along ? roads.to()[r] : roads.from()[r]));
    }
    boolean fromBeginning = way.goal() == roads.from()[goal.road()];
    double last = fromBeginning ? goal.share() : 1 - goal.share();
    add(
        Leg.By.ROAD,
        moment.part(2 * goal.road() + (fromBeginning ? 0 : 1), last, 0),
        last * roads.metres()[goal.road()],
        network.node(way.goal()),
        goal.position());
  }

  private void close() {
    if (!path.isEmpty()) {
      legs.add(new Leg(by, Duration.ofMillis(millis), metres, path));
      path.clear();
      millis = 0;
      metres = 0;
    }
  }

  /** The legs; a journey to where one is has one leg of no length. */
  List<Leg> list(Position from, Position to) {
    close();
    if (legs.isEmpty()) {
      legs.add(new Leg(Leg.By.ROAD, Duration.ZERO, 0, List.of(from, to)));
    }
    return legs;
  }
}
