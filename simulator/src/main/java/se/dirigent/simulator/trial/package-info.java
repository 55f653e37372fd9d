/**
 * Policies tried in fast time on one ground: the same calls, drawn before any decision, under each
 * policy; response times, moves and a hash of all that happened. The policies are the optimiser's
 * own code. It simulates units and calls, not dispatchers, hospitals that are full, or weather.
 */
@NullMarked
package se.dirigent.simulator.trial;

import org.jspecify.annotations.NullMarked;
