package se.dirigent.core.incident;

import java.time.Instant;

/** A lower priority that one person has proposed and a second must confirm. */
public record PendingDowngrade(String to, String reason, String by, Instant at) {}
