/**
 * Where free units should stand: expected cover with one chance of being busy for all, the base
 * that gains most, and the move that gains most, worked out on tables in microseconds so that a
 * simulation can ask at every event, and the very same as proposals on the roads of the hour. It
 * moves nobody.
 */
@NullMarked
package se.dirigent.optimiser.standby;

import org.jspecify.annotations.NullMarked;
