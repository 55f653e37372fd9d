package se.dirigent.routing.closure;

import java.util.List;
import se.dirigent.core.geo.Position;

/**
 * The roads that a report is about.
 *
 * @param roads how many
 * @param lines where they run, the first few of them
 */
public record Met(int roads, List<List<Position>> lines) {
  /** Most lines told; a map shows no more. */
  public static final int LINES_MAX = 500;

  public Met {
    lines = List.copyOf(lines);
  }
}
