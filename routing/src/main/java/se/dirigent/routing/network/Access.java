package se.dirigent.routing.network;

/**
 * How one gets between a position and the network, which depends on how much the network holds.
 *
 * @param localMetresMax so far, in metres as the crow flies, there are small roads to drive
 * @param localKmPerHour speed on them by day without lights, detour not counted
 * @param walkMetresMax so far beyond them one walks; farther is out of reach by road
 * @param directMetresMax journeys up to this crow-fly length may go by small roads alone, if that
 *     is quicker; 0 when the network holds all streets
 */
public record Access(
    double localMetresMax, double localKmPerHour, double walkMetresMax, double directMetresMax) {
  /** Small roads and paths are this much longer than the straight line [assumption]. */
  static final double DETOUR = 1.3;

  public Access {
    if (!(localMetresMax >= 0 && walkMetresMax >= 0 && directMetresMax >= 0)) {
      throw new IllegalArgumentException(
          "metres are "
              + localMetresMax
              + ", "
              + walkMetresMax
              + " and "
              + directMetresMax
              + "; give distances from zero up");
    }
    if (!(localKmPerHour > 0)) {
      throw new IllegalArgumentException(
          "localKmPerHour is " + localKmPerHour + "; give a speed above 0");
    }
  }

  /**
   * For a network of places and the roads between them: streets and village roads for 10 km, then
   * up to 30 km on foot; journeys within a town go by streets alone [assumption].
   */
  public static Access coarse() {
    return new Access(10_000, 45, 30_000, 12_000);
  }

  /** For a network of every street: a yard of 100 m, then up to 15 km on foot [assumption]. */
  public static Access detailed() {
    return new Access(100, 15, 15_000, 0);
  }

  /** How far from a road a position may be. */
  double metresMax() {
    return localMetresMax + walkMetresMax;
  }
}
