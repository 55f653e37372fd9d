package se.dirigent.core.handover;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How things stand, as far as the next one must know.
 *
 * @param at when
 * @param seq journal sequence it was made from
 * @param points by topic, within it the most pressing first
 * @param leftOut how many points of a topic there were beyond those shown; only where there were
 */
public record Situation(Instant at, long seq, List<Point> points, Map<Topic, Integer> leftOut) {
  /** Points of one topic: more than this nobody takes over by reading; the picture has them all. */
  static final int POINTS_MAX = 100;

  public Situation {
    points = List.copyOf(points);
    leftOut = Map.copyOf(leftOut);
  }

  boolean has(String key) {
    return points.stream().anyMatch(p -> p.key().equals(key));
  }
}
