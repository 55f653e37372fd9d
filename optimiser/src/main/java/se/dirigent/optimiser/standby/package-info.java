/**
 * Where free units should stand, and what it costs the cover to send one: expected cover with one
 * chance of being busy for all, the base that gains most, the move that gains most and the price of
 * an absence, worked out on tables in microseconds so that a simulation can ask at every event, and
 * the very same as proposals and prices on the roads of the hour. It moves nobody.
 */
@NullMarked
package se.dirigent.optimiser.standby;

import org.jspecify.annotations.NullMarked;
