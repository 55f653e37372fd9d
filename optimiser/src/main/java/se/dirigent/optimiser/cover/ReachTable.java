package se.dirigent.optimiser.cover;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Urgency;

/**
 * Seconds from positions to all zones, kept as long as nobody moves: most units stand still at a
 * station. Positions are kept to about a hundred metres. Not for use by several threads.
 */
public final class ReachTable {
  /** Rows kept: the stations and the latest places of a large region's units. */
  private static final int ROWS_MAX = 4_000;

  /** A thousandth of a degree is 111 m of latitude. */
  private static final double GRID_DEGREES = 0.001;

  private final TravelTimes times;
  private final List<Position> places;
  private final Map<Key, float[]> rows = new HashMap<>();

  private record Key(long latitude, long longitude, TravelMode mode, Urgency urgency) {}

  /** An empty table for these zones. */
  public ReachTable(TravelTimes times, List<DemandZone> zones) {
    this.times = times;
    this.places = zones.stream().map(DemandZone::position).toList();
  }

  /** Forgets what it knows, for when roads have been closed or opened. */
  public void clear() {
    rows.clear();
  }

  /** Median seconds to each zone, in the order of the zones. */
  float[] row(Position from, TravelMode mode, Urgency urgency, Instant at) {
    if (rows.size() >= ROWS_MAX) {
      rows.clear();
    }
    Key key =
        new Key(
            Math.round(from.latitude() / GRID_DEGREES),
            Math.round(from.longitude() / GRID_DEGREES),
            mode,
            urgency);
    return rows.computeIfAbsent(key, _ -> measure(from, mode, urgency, at));
  }

  private float[] measure(Position from, TravelMode mode, Urgency urgency, Instant at) {
    int[] millis = times.millis(List.of(from), places, mode, urgency, at)[0];
    float[] row = new float[millis.length];
    for (int zone = 0; zone < row.length; zone++) {
      boolean way = millis[zone] != TravelTimes.NO_WAY;
      row[zone] = way ? millis[zone] / 1000f : Float.MAX_VALUE;
    }
    return row;
  }
}
