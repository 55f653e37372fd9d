package se.dirigent.core.alarm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentId;

/**
 * Something somebody must act on (larm), as it is now.
 *
 * @param incident identity of the incident it is about, or null when it is about a unit
 * @param assignment identity of the assignment it is about, or null
 * @param unit identity of the unit it is about, or null
 * @param actBy when somebody must have acted
 * @param desk whose it is until a person has taken it
 * @param owner user name of who has taken it, or null while nobody has
 * @param acknowledgedAt when somebody last said to have seen it, or null when it must sound
 * @param acknowledgedBy user name of who said so
 * @param lapsedAt when {@code actBy} passed with the alarm still there, or null
 * @param endedAt when what it was about was no more, or null while it stands
 * @param times how often it has been raised
 * @param version number of events it has seen
 */
public record Alarm(
    AlarmId id,
    RegionCode region,
    AlarmKind kind,
    Tone tone,
    @Nullable IncidentId incident,
    @Nullable String assignment,
    @Nullable String unit,
    Instant raisedAt,
    Instant actBy,
    Desk desk,
    @Nullable String owner,
    @Nullable Instant acknowledgedAt,
    @Nullable String acknowledgedBy,
    @Nullable Instant lapsedAt,
    @Nullable Instant endedAt,
    int times,
    int version) {

  /** Whether it stands. */
  public boolean open() {
    return endedAt == null;
  }

  /** When its time to act runs out, or null when nothing is ahead. */
  public @Nullable Instant deadline() {
    return open() && lapsedAt == null ? actBy : null;
  }
}
