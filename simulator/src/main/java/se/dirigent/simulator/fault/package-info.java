/**
 * Days of a dispatch centre in which messages are lost, doubled and late, vehicles fall silent and
 * the centre stops in the middle. It runs the core itself and asks the core's invariants after
 * every command. It never opens a socket and knows no server: that one has tests of its own, with
 * kills.
 */
@NullMarked
package se.dirigent.simulator.fault;

import org.jspecify.annotations.NullMarked;
