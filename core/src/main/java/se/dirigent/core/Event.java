package se.dirigent.core;

/**
 * Something that has happened and can never be undone, only followed by another event. Each room
 * seals its own events; the journal stores them under the simple name of their record, which is
 * therefore unique in the whole core.
 */
public interface Event {}
