package se.dirigent.optimiser.plan;

/**
 * Times and costs between places for one way of moving (road, aeroplane, boat). Both should keep
 * the triangle inequality; where they do not, the search still never returns a wrong plan, but may
 * miss a good one.
 */
public interface Travel {
  /** Number of places; they are numbered from 0. */
  int places();

  /** Time from one place to another, not negative; infinite where there is no way. */
  double time(int from, int to);

  /** Cost of the same movement, not negative. */
  double cost(int from, int to);
}
