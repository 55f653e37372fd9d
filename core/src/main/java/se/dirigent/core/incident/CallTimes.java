package se.dirigent.core.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time stamps of the call, before any unit is involved.
 *
 * @param queuedAt the call entered the centre's queue
 * @param answeredAt it was answered
 * @param prioritisedAt a priority was set
 * @param waitingRoomInAt the incident last entered the waiting room
 * @param waitingRoomOutAt it last left the waiting room
 */
public record CallTimes(
    @Nullable Instant queuedAt,
    @Nullable Instant answeredAt,
    @Nullable Instant prioritisedAt,
    @Nullable Instant waitingRoomInAt,
    @Nullable Instant waitingRoomOutAt) {
  CallTimes in(Instant at) {
    return new CallTimes(queuedAt, answeredAt, prioritisedAt, at, null);
  }

  CallTimes out(Instant at) {
    return new CallTimes(queuedAt, answeredAt, prioritisedAt, waitingRoomInAt, at);
  }

  CallTimes prioritised(Instant at) {
    return new CallTimes(queuedAt, answeredAt, at, waitingRoomInAt, waitingRoomOutAt);
  }
}
