package se.dirigent.app.replay;

import java.time.Instant;
import se.dirigent.core.geo.Position;

/**
 * One call as it was recorded.
 *
 * @param key its identity within the file: the same each time the file is read
 * @param at when it happened
 * @param type what the record calls it
 * @param position where, in the place of the recording
 * @param place name of the place; empty when the record has none
 * @param text what the record tells; empty when it tells nothing
 */
record Recorded(
    String key, Instant at, String type, Position position, String place, String text) {}
