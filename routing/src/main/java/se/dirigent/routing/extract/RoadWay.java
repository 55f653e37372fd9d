package se.dirigent.routing.extract;

/**
 * A driven way of an extract.
 *
 * @param points identities of its points, in order; at least two
 * @param drive how it is driven
 */
public record RoadWay(long[] points, WayRules.Drive drive) {
  public RoadWay {
    if (points.length < 2) {
      throw new IllegalArgumentException(
          "points has " + points.length + "; a way has at least two");
    }
  }
}
