package se.dirigent.app.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a case has come: the first time any unit passed each step.
 *
 * @param id identity of the incident
 * @param priority its priority code now; empty while nothing is known
 * @param receivedAt when the service took it; null while nothing is known
 */
record Outcome(
    String id,
    String priority,
    @Nullable Instant receivedAt,
    @Nullable Instant assignedAt,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant atAddressAt,
    boolean closed) {

  /** Whether nothing more is to come for the intervals. */
  boolean settled() {
    return closed || atAddressAt != null;
  }
}
