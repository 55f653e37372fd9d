package se.dirigent.optimiser.queueing;

/**
 * Larson's correction factor Q: units are not busy independently of each other, and this is by how
 * much. The chance that a call's first j choices are busy and the next is free is Q(j)·ρ^j·(1 − ρ),
 * where ρ is the share of time a unit is busy.
 *
 * <p>Source: R. C. Larson, Approximating the performance of urban emergency service systems,
 * Operations Research 23(5), 1975, pp. 845–868. It is calculated from its meaning: of k busy units
 * out of N, drawn in random order, the first j are busy and the next is free.
 */
public final class BusyCorrection {
  private final double busy;
  private final double allBusy;
  private final double[] factor;
  private final double[] allFactor;

  /**
   * The factors of a fleet of equal units.
   *
   * @param load offered load in erlang: calls per time × mean time of an assignment
   * @param units how many; from one up
   * @param overflow what becomes of calls that find all busy; when they wait, load must be below
   *     units
   */
  public BusyCorrection(double load, int units, Overflow overflow) {
    if (overflow == Overflow.WAITS && load >= units) {
      throw new IllegalArgumentException(
          "load is " + load + " and units " + units + "; give more units or let calls be lost");
    }
    double lost = Erlang.lost(load, units);
    this.allBusy = overflow == Overflow.LOST ? lost : Erlang.waiting(load, units);
    this.busy = (overflow == Overflow.LOST ? load * (1 - lost) : load) / units;
    this.factor = new double[units];
    double[] state = states(load, units, lost, overflow);
    this.allFactor = new double[units + 1];
    double queue = overflow == Overflow.LOST ? 0 : allBusy - state[units];
    for (int j = 0; j <= units; j++) {
      double independent = StrictMath.pow(busy, j);
      double together = allOf(state, units, j) + queue;
      allFactor[j] = independent > 0 ? together / independent : 1;
    }
    for (int j = 0; j < units; j++) {
      double pattern = patternChance(state, units, j);
      double independent = StrictMath.pow(busy, j) * (1 - busy);
      factor[j] = independent > 0 ? pattern / independent : 1;
    }
  }

  /** Share of time a unit is busy, 0 to 1. */
  public double busy() {
    return busy;
  }

  /** Share of time all are busy, 0 to 1. */
  public double allBusy() {
    return allBusy;
  }

  /**
   * The factor.
   *
   * @param busyFirst how many choices before are busy, 0 to units − 1
   */
  public double at(int busyFirst) {
    return factor[busyFirst];
  }

  /**
   * The factor for the chance that certain units are all busy, which is this times ρ to the power
   * of how many they are. Together with {@link #at} it is one calculus: the chances of all patterns
   * of up to j choices and of j busy ones sum to 1.
   *
   * @param together how many, 0 to units
   */
  public double allOf(int together) {
    return allFactor[together];
  }

  /** Chance that k of the units are busy, without a queue, for k from 0 to units. */
  private static double[] states(double load, int units, double lost, Overflow overflow) {
    double[] state = new double[units + 1];
    double scale = 1;
    if (overflow == Overflow.WAITS) {
      // A queue adds states above; those below keep their proportions.
      scale = 1 / (1 + lost * (load / units) / (1 - load / units));
    }
    state[units] = lost * scale;
    for (int k = units; k > 0; k--) {
      state[k - 1] = load > 0 ? state[k] * k / load : k == 1 ? 1 : 0;
    }
    return state;
  }

  /** Chance that j certain units are busy, without a queue. */
  private static double allOf(double[] state, int units, int j) {
    double sum = 0;
    for (int k = j; k <= units; k++) {
      sum += state[k] * allAmong(k, units, j);
    }
    return sum;
  }

  /** Chance that j certain units are among the k busy ones. */
  private static double allAmong(int k, int units, int j) {
    double chance = 1;
    for (int i = 0; i < j; i++) {
      chance *= (double) (k - i) / (units - i);
    }
    return chance;
  }

  private static double patternChance(double[] state, int units, int j) {
    double sum = 0;
    for (int k = j; k < units; k++) {
      sum += state[k] * allAmong(k, units, j) * (units - k) / (units - j);
    }
    return sum;
  }
}
