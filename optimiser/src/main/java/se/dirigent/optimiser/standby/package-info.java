/**
 * Where free units should stand, worked out on tables in microseconds so that a simulation can ask
 * at every event: expected cover with one chance of being busy for all, the base that gains most,
 * and the move that gains most. Pure arithmetic; it moves nobody and knows no roads.
 */
@NullMarked
package se.dirigent.optimiser.standby;

import org.jspecify.annotations.NullMarked;
