package se.dirigent.core.incident;

import java.time.Instant;

/**
 * A contact with the caller from the waiting room.
 *
 * @param answered whether anyone answered
 * @param condition how the patient is; empty when nobody answered
 * @param decision what was decided
 * @param nextDueAt when the next contact is due
 */
public record Contact(
    Instant at,
    String by,
    boolean answered,
    String condition,
    String decision,
    Instant nextDueAt) {}
