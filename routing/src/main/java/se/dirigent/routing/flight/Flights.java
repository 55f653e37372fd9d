package se.dirigent.routing.flight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.travel.CrowFlyTravelTimes;
import se.dirigent.routing.travel.Leg;
import se.dirigent.routing.travel.Route;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Unreachable;
import se.dirigent.routing.travel.Urgency;

/**
 * Plans journeys by aeroplane: by road to an airfield, the flight, and by road from another; the
 * pair of airfields that is quickest of those near either end.
 */
public final class Flights {
  /** Airfields tried at each end; the quickest has been among the nearest three in every test. */
  private static final int TRIED = 3;

  private final Airfields airfields;
  private final CrowFlyTravelTimes air;

  public Flights(Airfields airfields, CrowFlyTravelTimes air) {
    this.airfields = airfields;
    this.air = air;
  }

  /**
   * The quickest journey with a flight in it.
   *
   * @param ground times by road
   * @throws Unreachable when both ends have the same airfields alone, or none by road
   */
  public Route route(TravelTimes ground, Position from, Position to, Urgency urgency, Instant at) {
    List<Airfield> starts = airfields.nearest(from, TRIED);
    List<Airfield> ends = airfields.nearest(to, TRIED);
    int[][] out = ground.millis(List.of(from), positions(starts), TravelMode.ROAD, urgency, at);
    int[][] in = ground.millis(positions(ends), List.of(to), TravelMode.ROAD, urgency, at);
    long least = Long.MAX_VALUE;
    Airfield start = null;
    Airfield end = null;
    for (int i = 0; i < starts.size(); i++) {
      for (int j = 0; j < ends.size(); j++) {
        if (out[0][i] == TravelTimes.NO_WAY
            || in[j][0] == TravelTimes.NO_WAY
            || starts.get(i).equals(ends.get(j))) {
          continue;
        }
        long time = out[0][i] + flight(starts.get(i), ends.get(j)).duration().toMillis() + in[j][0];
        if (time < least) {
          least = time;
          start = starts.get(i);
          end = ends.get(j);
        }
      }
    }
    if (start == null || end == null) {
      throw new Unreachable(
          "no two airfields with a road serve this journey; try by road or by helicopter");
    }
    List<Leg> legs = new ArrayList<>();
    legs.addAll(ground.route(from, start.position(), TravelMode.ROAD, urgency, at).legs());
    legs.add(flight(start, end));
    legs.addAll(ground.route(end.position(), to, TravelMode.ROAD, urgency, at).legs());
    return new Route(legs);
  }

  private static List<Position> positions(List<Airfield> fields) {
    return fields.stream().map(Airfield::position).toList();
  }

  private Leg flight(Airfield a, Airfield b) {
    return air.route(
            a.position(), b.position(), TravelMode.AEROPLANE, Urgency.NORMAL, Instant.EPOCH)
        .legs()
        .getFirst();
  }
}
