package se.dirigent.core.incident;

import java.time.Instant;

/** A line of free text on an incident: later facts from the caller, a peer centre or ourselves. */
public record Note(Instant at, String by, String text) {}
