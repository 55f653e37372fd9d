package se.dirigent.core.alarm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Stamp;

/** An alarm under change by one event. Only {@link Alarms} uses it. */
final class AlarmChange {
  private final Alarm old;
  Desk desk;
  @Nullable String owner;
  @Nullable Instant lapsedAt;
  @Nullable Instant endedAt;
  private @Nullable Instant acknowledgedAt;
  private @Nullable String acknowledgedBy;

  AlarmChange(Alarm old) {
    this.old = old;
    desk = old.desk();
    owner = old.owner();
    lapsedAt = old.lapsedAt();
    endedAt = old.endedAt();
    acknowledgedAt = old.acknowledgedAt();
    acknowledgedBy = old.acknowledgedBy();
  }

  void seen(Stamp stamp) {
    owner = owner == null ? stamp.by() : owner;
    acknowledgedAt = stamp.at();
    acknowledgedBy = stamp.by();
  }

  void unseen() {
    acknowledgedAt = null;
    acknowledgedBy = null;
  }

  Alarm done() {
    return new Alarm(
        old.id(),
        old.region(),
        old.kind(),
        old.tone(),
        old.incident(),
        old.assignment(),
        old.unit(),
        old.raisedAt(),
        old.actBy(),
        desk,
        owner,
        acknowledgedAt,
        acknowledgedBy,
        lapsedAt,
        endedAt,
        old.times(),
        old.version() + 1);
  }
}
