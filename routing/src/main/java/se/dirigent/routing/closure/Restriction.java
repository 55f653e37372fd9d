package se.dirigent.routing.closure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.Position;

/** A report that roads are not as they use to be. */
public sealed interface Restriction {
  /** Most positions of a drawn line; a road block needs a few. */
  int LINE_POSITIONS_MAX = 500;

  /** Identity of the report; a later report with the same identity replaces it. */
  String id();

  /** How the positions are meant. */
  Shape shape();

  /** Where. */
  List<Position> line();

  /** First moment it holds. */
  Instant from();

  /** First moment it no longer holds; null while nobody knows. */
  @Nullable Instant until();

  /** Who said so, in words for people. */
  String source();

  /** Whether it holds at a moment. */
  default boolean holdsAt(Instant at) {
    Instant until = until();
    return !at.isBefore(from()) && (until == null || at.isBefore(until));
  }

  /** Nobody passes. */
  record Closed(
      String id,
      Shape shape,
      List<Position> line,
      Instant from,
      @Nullable Instant until,
      String source)
      implements Restriction {
    public Closed {
      line = checked(id, shape, line, from, until);
    }
  }

  /**
   * It takes longer.
   *
   * @param delay how many times as long, more than 1 and at most 20
   */
  record Slow(
      String id,
      Shape shape,
      List<Position> line,
      Instant from,
      @Nullable Instant until,
      String source,
      double delay)
      implements Restriction {
    public Slow {
      line = checked(id, shape, line, from, until);
      if (!(delay > 1 && delay <= 20)) {
        throw new IllegalArgumentException(
            "delay of " + id + " is " + delay + "; give a number above 1 and at most 20");
      }
    }
  }

  private static List<Position> checked(
      String id, Shape shape, List<Position> line, Instant from, @Nullable Instant until) {
    if (id.isBlank()) {
      throw new IllegalArgumentException("id is '" + id + "'; give the report an identity");
    }
    int least =
        switch (shape) {
          case ACROSS -> 1;
          case ALONG -> 2;
          case AREA -> 3;
        };
    if (line.size() < least || line.size() > LINE_POSITIONS_MAX) {
      throw new IllegalArgumentException(
          "line of "
              + id
              + " has "
              + line.size()
              + " positions; give "
              + least
              + " to "
              + LINE_POSITIONS_MAX);
    }
    if (until != null && !until.isAfter(from)) {
      throw new IllegalArgumentException(
          "until of " + id + " is " + until + ", not after from " + from + "; give a later time");
    }
    return List.copyOf(line);
  }
}
