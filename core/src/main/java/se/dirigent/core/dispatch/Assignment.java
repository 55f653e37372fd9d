package se.dirigent.core.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentId;

/**
 * One unit on one incident (uppdrag), as it is now.
 *
 * @param priority the incident's priority when the unit was assigned
 * @param milestone the last step passed
 * @param acknowledgeBy when the crew must have acknowledged
 * @param rollBy when it must be rolling, or null without a limit
 * @param checkAt when the next deadline lapses, or null when none is ahead
 * @param destination id of the receiving facility, or null
 * @param by who assigned it
 * @param reason why it ended, when a person said so
 * @param version number of events it has seen
 */
public record Assignment(
    AssignmentId id,
    IncidentId incident,
    UnitId unit,
    RegionCode region,
    String priority,
    State state,
    Milestone milestone,
    AssignmentTimes times,
    Instant acknowledgeBy,
    @Nullable Instant rollBy,
    @Nullable Instant checkAt,
    List<Lapse> lapses,
    @Nullable String destination,
    Reception reception,
    String by,
    @Nullable String reason,
    int version) {
  /** Whether it is going on, and if not how it ended. */
  public enum State {
    OPEN,
    CLEARED,
    STOOD_DOWN,
    REDIRECTED
  }

  public Assignment {
    lapses = List.copyOf(lapses);
  }
}
