/**
 * Where a world in fast time takes place: every journey that can be asked for, worked out once and
 * kept in tables, and the way along it. It never searches while a world runs, and it holds one
 * state of the roads, not their hours.
 */
@NullMarked
package se.dirigent.simulator.ground;

import org.jspecify.annotations.NullMarked;
