package se.dirigent.server.film;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.alarm.Alarm;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.road.Obstacle;
import se.dirigent.server.journal.Entry;

/**
 * A stretch of the film: what changed, step by step, and where the units went.
 *
 * @param seq journal sequence of its last step, or that it was asked to follow on
 * @param until moment up to which it tells everything; earlier than asked when there was much
 * @param steps in journal order
 * @param positions in order of time, at most one a unit and five seconds
 */
record FilmPiece(long seq, Instant until, List<Step> steps, List<PositionReport> positions) {

  /**
   * An entry with the new state of what it is about.
   *
   * @param assignments the one it is about; of an incident that comes back, all it has had
   * @param obstacle on the road, also when it no longer stands
   * @param alarm also when it has ended
   */
  record Step(
      Entry entry,
      @Nullable Incident incident,
      @Nullable Unit unit,
      List<Assignment> assignments,
      @Nullable Obstacle obstacle,
      @Nullable Alarm alarm) {}
}
