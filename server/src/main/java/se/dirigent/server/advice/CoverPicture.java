package se.dirigent.server.advice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.Position;
import se.dirigent.optimiser.standby.Move;

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
   * @param trend how it has gone, the oldest first
   */
  public record AreaFigure(
      String code,
      String name,
      double callsNextHour,
      double share,
      double change,
      List<TrendPoint> trend) {}

  /**
   * A place on the map.
   *
   * @param share of the most urgent level, 0 to 1
   * @param area code of its municipality
   * @param name what people call it
   * @param units how many could be there within the goal
   * @param levels the same for every level, the most urgent first
   */
  public record ZoneFigure(
      String id,
      String area,
      String name,
      Position position,
      double callsNextHour,
      double share,
      int units,
      List<ZoneLevel> levels) {}

  /** A place at one level of urgency. */
  public record ZoneLevel(int level, double share, int units) {}

  /**
   * A unit that might stand better elsewhere.
   *
   * @param why whether it has just become free or stands where it is missed less
   * @param coverBefore share of the most urgent level that somebody is free for in time, as the
   *     standby policy reckons it, without the move
   * @param coverAfter and once it stands there
   * @param reached names of places that nobody could be at in time and that it can
   * @param bared names of places that nobody can be at in time any more
   * @param movesInShift which of its moves this would be; on its way home it is not moved
   * @param movesMax how many there may be
   */
  public record ProposedMove(
      String unit,
      String callSign,
      String station,
      String stationName,
      Move.Why why,
      long travelSeconds,
      double coverBefore,
      double coverAfter,
      List<String> reached,
      List<String> bared,
      int movesInShift,
      int movesMax) {}
}
