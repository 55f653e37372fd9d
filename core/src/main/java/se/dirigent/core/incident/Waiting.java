package se.dirigent.core.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An incident's place in the waiting room.
 *
 * @param nextDueAt when the caller is to be contacted next; in the past while overdue
 * @param checkAt when the next contact counts as missed, unless it is made before
 * @param missedContacts missed in a row
 * @param escalatedAt when the medical lead was brought in, or null
 * @param unassignedAlarmAt when the alarm goes off that nobody has been sent, or null
 * @param alarmedAt when it went off, or null
 */
public record Waiting(
    Instant nextDueAt,
    Instant checkAt,
    int missedContacts,
    @Nullable Instant escalatedAt,
    @Nullable Instant unassignedAlarmAt,
    @Nullable Instant alarmedAt) {

  /** The next moment at which something lapses by itself. */
  public Instant deadline() {
    Instant alarm = alarmedAt == null ? unassignedAlarmAt : null;
    return alarm != null && alarm.isBefore(checkAt) ? alarm : checkAt;
  }
}
