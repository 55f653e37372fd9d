package se.dirigent.optimiser.plan.search;

/**
 * Whether a row of stops can be timed, exactly. All rules are differences of two times: a stop
 * begins after the one before it is served and reached, not before its window opens, a delivery at
 * most the ride's longest time after the pick-up, the coming home at most the longest duration
 * after the leaving. The least times that meet them are found from the front; where a ride (or the
 * duration) becomes too long, its pick-up (or the leaving) is delayed by the excess and the times
 * after it are found again. When no wait lies between the two ends, delaying the one delays the
 * other as much: then there are no times at all. The idea of delaying is Cordeau and Laporte's
 * (2003); the least fixed point makes it exact.
 */
final class Timing {
  /** Times closer than this are the same: sums of many terms are not exact. */
  static final double EPSILON = 1e-9;

  /**
   * Each delay uses up some wait, so they end by themselves; a row that needs more of them than
   * this is refused, which can lose a plan but never gives a wrong one.
   */
  private static final int DELAYS_MAX = 1_000;

  private final Tables tables;
  private int[] at;
  private double[] soonest;
  private double[] times;
  private int[] here;

  Timing(Tables tables) {
    this.tables = tables;
    this.at = new int[tables.rides];
    this.soonest = new double[64];
    this.times = new double[64];
    this.here = new int[64];
  }

  /** Where the vehicle is at each position of the last row that could be timed. */
  int[] here() {
    return here;
  }

  /** The least times of the last row that could be timed; by position in the row. */
  double[] times() {
    return times;
  }

  /**
   * @param stops leaving, stops in order, coming home
   * @param count how many there are
   */
  boolean fits(int[] stops, int count, int vehicle) {
    if (count > times.length) {
      times = new double[2 * count];
      soonest = new double[2 * count];
      here = new int[2 * count];
    }
    Tables t = tables;
    double[] way = t.time[t.travel[vehicle]];
    double[] times = this.times;
    double[] soonest = this.soonest;
    int n = t.rides;
    if (!placed(stops, count, vehicle, way)) {
      return false;
    }
    times[0] = soonest[0];
    int wait = 0;
    int delays = 0;
    int k = 1;
    while (k < count) {
      int before = stops[k - 1];
      int stop = stops[k];
      double reached = times[k - 1] + t.service[before] + way[here[k - 1] * t.places + here[k]];
      double start = soonest[k];
      if (reached >= start) {
        start = reached;
      } else {
        wait = k;
      }
      if (start > t.latest[stop] + EPSILON) {
        return false;
      }
      times[k] = start;
      int back = -1;
      double need = 0;
      if (stop < n) {
        at[stop] = k;
      } else if (stop < 2 * n) {
        back = at[stop - n];
        need = start - t.rideMax[stop - n] - t.service[stop - n];
      } else if (k == count - 1) {
        back = 0;
        need = start - t.durationMax[vehicle];
      }
      if (back < 0 || need <= times[back] + EPSILON) {
        k++;
        continue;
      }
      if (wait <= back || need > t.latest[stops[back]] + EPSILON || ++delays > DELAYS_MAX) {
        return false;
      }
      soonest[back] = need;
      times[back] = need;
      // The delayed stop is now itself waited at; the waits after it are found anew.
      wait = back;
      k = back + 1;
    }
    return true;
  }

  /** Where the vehicle is, position by position, and whether all of it is not too much driving. */
  private boolean placed(int[] stops, int count, int vehicle, double[] way) {
    Tables t = tables;
    double driving = 0;
    for (int k = 0; k < count; k++) {
      int place = t.place[stops[k]];
      here[k] = place == Tables.WHERE_IT_STANDS ? here[k - 1] : place;
      soonest[k] = t.earliest[stops[k]];
      driving += k == 0 ? 0 : way[here[k - 1] * t.places + here[k]];
    }
    return driving <= t.drivingMax[vehicle] + EPSILON;
  }
}
