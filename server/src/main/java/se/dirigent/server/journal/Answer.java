package se.dirigent.server.journal;

/**
 * What a command is answered, the first time and every time it is repeated.
 *
 * @param seq sequence number of its last entry in the region's journal; of the last entry before it
 *     when there was nothing to do
 * @param id identity of what it made or changed
 */
public record Answer(long seq, String id) {}
