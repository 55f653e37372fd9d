/**
 * What a world has besides calls, units and roads: dispatch centres with their staff, the rules of
 * the waiting room, and what befalls them at given times. Truths on paper, each of them optional;
 * it never runs anything itself.
 */
@NullMarked
package se.dirigent.simulator.chain;

import org.jspecify.annotations.NullMarked;
