package se.dirigent.core.alarm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Event;
import se.dirigent.core.geo.RegionCode;

/** What can happen to an alarm. */
public sealed interface AlarmEvent extends Event {
  AlarmId alarm();

  /** It is there, for the first time or again. */
  record AlarmRaised(AlarmId alarm, RegionCode region, @Nullable String unit, Instant actBy)
      implements AlarmEvent {}

  /** Somebody has seen it: it is quiet, and that person's if it was nobody's. */
  record AlarmAcknowledged(AlarmId alarm) implements AlarmEvent {}

  /** Somebody answers for it from now on, and has seen it. */
  record AlarmTaken(AlarmId alarm) implements AlarmEvent {}

  /** It goes to another desk, where nobody has seen it yet. */
  record AlarmHanded(AlarmId alarm, Desk desk) implements AlarmEvent {}

  /** The time to act has passed and it is still there: it must be seen anew. */
  record AlarmLapsed(AlarmId alarm) implements AlarmEvent {}

  /**
   * What it was about is no more, or it was read and that was all there was to do.
   *
   * @param raisedAt since when it had stood
   */
  record AlarmEnded(AlarmId alarm, Instant raisedAt) implements AlarmEvent {}
}
