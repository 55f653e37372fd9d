package se.dirigent.server.film;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A grave event on the film's time line.
 *
 * @param kind the entry's type; {@code PriorityOne} for an incident of the first level
 */
record FilmMark(long seq, Instant at, String kind, @Nullable String incident) {}
