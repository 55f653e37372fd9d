/**
 * One run in fast time on one ground: calls, drawn before any decision, are met by units under a
 * policy, beside which units may have errands; centres answer and assess, and who waits is rung
 * back; response times, moves and a hash of all that happened. What a run is made of it is given.
 */
@NullMarked
package se.dirigent.simulator.trial;

import org.jspecify.annotations.NullMarked;
