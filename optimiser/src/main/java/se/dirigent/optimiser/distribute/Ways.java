package se.dirigent.optimiser.distribute;

import java.time.Instant;
import java.util.List;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Urgency;

/**
 * How long journeys take by one way of moving, in whole minutes, {@link #NO_WAY} where there is no
 * way. The rows are taken over, not copied.
 *
 * @param name what it is called
 * @param out a row for each place, a column for each hospital
 * @param back a row for each hospital, a column for each place
 */
public record Ways(String name, int[][] out, int[][] back) {
  /** No way there. */
  public static final int NO_WAY = TravelTimes.NO_WAY;

  private static final int MILLIS_PER_MINUTE = 60_000;

  public Ways {
    for (int[][] rows : List.of(out, back)) {
      for (int[] row : rows) {
        for (int minutes : row) {
          if (minutes < 0) {
            throw new IllegalArgumentException(
                "a journey by " + name + " takes " + minutes + " minutes; give 0 or more");
          }
        }
      }
    }
  }

  /**
   * As roads or air are at a moment; parts of minutes are rounded up.
   *
   * @param out with or without lights and siren on the way to hospital; back is without
   */
  public static Ways of(
      String name,
      TravelTimes times,
      TravelMode mode,
      Urgency out,
      List<Position> places,
      List<Position> hospitals,
      Instant at) {
    return new Ways(
        name,
        minutes(times.millis(places, hospitals, mode, out, at)),
        minutes(times.millis(hospitals, places, mode, Urgency.NORMAL, at)));
  }

  /** Milliseconds as whole minutes, rounded up. */
  public static int[][] minutes(int[][] millis) {
    int[][] minutes = new int[millis.length][];
    for (int i = 0; i < millis.length; i++) {
      minutes[i] = new int[millis[i].length];
      for (int j = 0; j < millis[i].length; j++) {
        minutes[i][j] =
            millis[i][j] == NO_WAY ? NO_WAY : Math.ceilDiv(millis[i][j], MILLIS_PER_MINUTE);
      }
    }
    return minutes;
  }
}
