package se.dirigent.optimiser.distribute.search;

/**
 * What fetching a casualty of each group is worth, and the price of each row of room: those that
 * make the bound as high as it gets. They move against what was fetched too little and used too
 * much, each by its own measure, in ever smaller steps; the mean of the way is better than its end.
 *
 * <p>Sources: D. Kingma and J. Ba, Adam: a method for stochastic optimization, ICLR 2015 (the step
 * of each coordinate, here of a subgradient); B. Polyak and A. Juditsky, SIAM Journal on Control
 * and Optimization 30, 1992 (the mean).
 */
final class Prices {
  private static final double FORGET_WAY = 0.2;
  private static final double FORGET_SIZE = 0.01;

  /** Share of the newest prices in their mean, at least. */
  private static final double MEAN_LEAST = 0.03;

  /** Rounds after which the mean is tried. */
  private static final int MEAN_EVERY = 25;

  /** Minute whose harm is the measure of steps: some time between near and far. */
  private static final int MEASURE_MINUTE = 90;

  /** Share of a price to begin with that is its measure where need is beyond room. */
  private static final double HIGH = 0.1;

  private static final double SMALL = 1e-9;

  private final Grid grid;
  private final RouteValues values;
  private final int groups;

  /** Worth of each group, then price of each row: the best, the newest and the mean. */
  private double[] best;

  private final double[] newest;
  private final double[] mean;

  private final double[] way;
  private final double[] size;
  private final double[] measure;
  private double bound = Double.NEGATIVE_INFINITY;
  private int rounds;

  private Prices(Grid grid, RouteValues values, double[] start) {
    this.grid = grid;
    this.values = values;
    this.groups = grid.groupClass.length;
    this.best = start;
    this.newest = start.clone();
    this.mean = start.clone();
    this.way = new double[start.length];
    this.size = new double[start.length];
    this.measure = new double[start.length];
    int minute = Math.min(grid.minutes - 1, MEASURE_MINUTE / grid.step);
    for (int i = 0; i < start.length; i++) {
      int k = i < groups ? grid.category(grid.groupClass[i]) : (i - groups) % grid.width;
      double usual = grid.harm[k < grid.harm.length ? k : 0][minute];
      measure[i] = Math.max(usual, HIGH * start[i]);
    }
    look(best);
  }

  /** Prices to begin with: what fetching is worth by group, then the price of each row of room. */
  static Prices of(Grid grid, RouteValues values, double[] start) {
    return new Prices(grid, values, start);
  }

  /**
   * These prices on a grid of finer or coarser time, or of a problem that has changed a little but
   * has the same places, hospitals and hours.
   */
  Prices on(Grid other, RouteValues otherValues) {
    double[] start = new double[other.groupClass.length + other.room.length];
    for (int k = 0; k < other.classPlace.length; k++) {
      int same = grid.classLike(other, k);
      for (int o = other.classBegin[k]; o < other.classBegin[k + 1]; o++) {
        start[o] =
            same < 0
                ? other.unplacedHarm[other.category(k)]
                : best[ready(same, other.groupReady[o] * other.step)];
      }
    }
    System.arraycopy(best, groups, start, other.groupClass.length, other.room.length);
    return new Prices(other, otherValues, start);
  }

  /** The first group of a class that is ready at a minute or later, or its last. */
  private int ready(int k, int minute) {
    int g = grid.classBegin[k];
    while (g + 1 < grid.classBegin[k + 1] && grid.groupReady[g] * grid.step < minute) {
      g++;
    }
    return g;
  }

  /** The best bound so far. */
  double bound() {
    return bound;
  }

  /** Moves the prices, by steps that shrink from one share of their measure to another. */
  void run(int steps, double first, double last) {
    if (steps > 0) {
      values.evaluate(newest, groups);
    }
    for (int i = 1; i <= steps; i++) {
      move(first * Math.pow(last / first, (double) i / steps));
      look(newest);
      if (i % MEAN_EVERY == 0 || i == steps) {
        look(mean);
        values.evaluate(newest, groups);
      }
    }
  }

  /** Sets tables to the best prices, which other rounds may better but never change. */
  void settle(RouteValues tables) {
    tables.evaluate(best, groups);
  }

  private void look(double[] prices) {
    double found = values.evaluate(prices, groups);
    if (found > bound) {
      bound = found;
      best = prices.clone();
    }
  }

  private void move(double share) {
    rounds++;
    double wayWhole = 1 - Math.pow(1 - FORGET_WAY, rounds);
    double sizeWhole = 1 - Math.pow(1 - FORGET_SIZE, rounds);
    double newestShare = Math.max(MEAN_LEAST, 1.0 / rounds);
    for (int i = 0; i < newest.length; i++) {
      double lack = lack(i);
      if (lack > 0 || newest[i] > 0) {
        way[i] += FORGET_WAY * (lack - way[i]);
        size[i] += FORGET_SIZE * (lack * lack - size[i]);
        double step = way[i] / wayWhole / (Math.sqrt(size[i] / sizeWhole) + SMALL);
        newest[i] = Math.clamp(newest[i] + share * measure[i] * step, 0, most(i));
      } else {
        way[i] *= 1 - FORGET_WAY;
      }
      mean[i] += newestShare * (newest[i] - mean[i]);
    }
  }

  /** By how many a group was fetched too little, or a row used too much. */
  private double lack(int i) {
    return i < groups
        ? grid.groupMembers[i].length - values.loads.fetched[i]
        : values.loads.used[i - groups] - grid.room[i - groups];
  }

  private double most(int i) {
    return i < groups ? grid.unplacedHarm[grid.category(grid.groupClass[i])] : Loads.NEVER / 2;
  }
}
