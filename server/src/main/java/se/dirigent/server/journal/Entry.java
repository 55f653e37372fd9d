package se.dirigent.server.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A line of the journal, as readers see it.
 *
 * @param seq its place in its region's journal, from 1 without gaps
 * @param at when it was decided
 * @param actor user name
 * @param type simple name of the event
 * @param incident identity of the incident it is about, or null
 * @param unit identity of the unit it is about, or null
 * @param assignment identity of the assignment it is about, or null
 * @param command the command that caused it
 * @param data the event
 */
public record Entry(
    long seq,
    Instant at,
    String actor,
    String type,
    @Nullable String incident,
    @Nullable String unit,
    @Nullable String assignment,
    UUID command,
    JsonNode data) {}
