package se.dirigent.server.advice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.Position;

/**
 * The cover of a region.
 *
 * @param computedAt when; null before the first calculation, and then all is empty
 * @param callsNextHour calls expected in the next hour
 * @param busy chance that a unit free now is taken when a call comes, 0 to 1
 */
public record CoverPicture(
    @Nullable Instant computedAt,
    double callsNextHour,
    double busy,
    List<LevelFigure> levels,
    List<AreaFigure> areas,
    List<ZoneFigure> zones,
    List<ProposedMove> moves) {

  /** Share of the next hour's calls reached within the goal, and how it has gone. */
  public record LevelFigure(int level, long withinSeconds, double share, List<TrendPoint> trend) {}

  /** The share at a moment. */
  public record TrendPoint(Instant at, double share) {}

  /**
   * An area's one figure: the most urgent level.
   *
   * @param code of the municipality
   * @param change share now less the share an hour ago, or as far back as is known
   */
  public record AreaFigure(
      String code, String name, double callsNextHour, double share, double change) {}

  /**
   * A place on the map.
   *
   * @param share of the most urgent level, 0 to 1
   * @param units how many could be there within the goal
   */
  public record ZoneFigure(
      String id, Position position, double callsNextHour, double share, int units) {}

  /**
   * A unit that might stand better elsewhere.
   *
   * @param gain calls of the next hour that would else be late, weighed by level
   * @param movesInShift which of its moves this would be
   */
  public record ProposedMove(
      String unit,
      String callSign,
      String station,
      String stationName,
      long travelSeconds,
      double gain,
      int movesInShift) {}
}
