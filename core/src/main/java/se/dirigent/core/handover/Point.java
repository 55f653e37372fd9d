package se.dirigent.core.handover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a hand-over, as things stood.
 *
 * @param key names the line within its hand-over, for the remark on it
 * @param incident identity of the incident it is about, or null
 * @param unit identity of the unit it is about, or null
 * @param priority of the incident, or null
 * @param text what it is: an address, a threat's wording, a call sign
 * @param detail what more is to be said, or empty
 * @param since from when on, or null
 * @param due until when, or null
 */
public record Point(
    String key,
    Topic topic,
    @Nullable String incident,
    @Nullable String unit,
    @Nullable String priority,
    String text,
    String detail,
    @Nullable Instant since,
    @Nullable Instant due) {}
