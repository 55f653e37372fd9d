package se.dirigent.optimiser.standby;

import java.util.Arrays;

/**
 * The cover of units that stand at bases, or are on their way there: of a zone that k of them reach
 * in time, 1 − q^k of the calls are reached, q being the chance that a unit is busy. Not for use by
 * several threads.
 *
 * <p>Source: Daskin, A maximum expected covering location model, Transportation Science 17(1),
 * 1983, pp. 48–70; of the units free at this moment as in Jagtenberg, Bhulai and van der Mei, An
 * efficient heuristic for real-time ambulance redeployment, Operations Research for Health Care 4,
 * 2015, pp. 27–35.
 */
public final class StandingCover {
  /** More units than this reach no zone at once; beyond it one more gains nothing. */
  private static final int UNITS_MAX = 500;

  private final Reach reach;
  private final int[] units;
  private final double[] gain = new double[UNITS_MAX];

  /**
   * No unit anywhere.
   *
   * @param busy chance that a unit is busy when a call comes, 0 up to but not 1
   */
  public StandingCover(Reach reach, double busy) {
    if (!(busy >= 0 && busy < 1)) {
      throw new IllegalArgumentException("busy is " + busy + "; give a chance from 0 to below 1");
    }
    this.reach = reach;
    this.units = new int[reach.demand().length];
    gain[0] = 1 - busy;
    for (int k = 1; k < UNITS_MAX; k++) {
      gain[k] = gain[k - 1] * busy;
    }
  }

  /** Takes all units away. */
  public void clear() {
    Arrays.fill(units, 0);
  }

  /** A unit stands at a base. */
  public void add(int base) {
    for (int zone : reach.zones()[base]) {
      units[zone]++;
    }
  }

  /** A unit that stood at a base is gone. */
  public void remove(int base) {
    for (int zone : reach.zones()[base]) {
      units[zone]--;
    }
  }

  /** Part of all calls that one more unit at a base would reach in time. */
  public double gained(int base) {
    double sum = 0;
    for (int zone : reach.zones()[base]) {
      sum += reach.demand()[zone] * gain[Math.min(units[zone], UNITS_MAX - 1)];
    }
    return sum;
  }

  /** Part of all calls that would be reached too late without one unit that stands at a base. */
  public double lost(int base) {
    double sum = 0;
    for (int zone : reach.zones()[base]) {
      sum += reach.demand()[zone] * gain[Math.min(units[zone] - 1, UNITS_MAX - 1)];
    }
    return sum;
  }
}
