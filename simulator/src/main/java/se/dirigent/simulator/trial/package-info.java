/**
 * One run in fast time on one ground: calls, drawn before any decision, are met by units under a
 * policy, beside which units may have errands; response times, moves and a hash of all that
 * happened. It simulates units and calls, not dispatchers, hospitals that are full, or weather.
 */
@NullMarked
package se.dirigent.simulator.trial;

import org.jspecify.annotations.NullMarked;
