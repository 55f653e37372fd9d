/**
 * Who of a major incident goes where, by what and in which order, as the optimiser plans it from
 * what is known right now: casualties, hospitals' rooms, units and roads. It proposes only: a
 * person decides, by the same decision that takes the room. Nothing is shown that the checker finds
 * fault with, and no plan outlives the facts it was made of in silence.
 */
@NullMarked
package se.dirigent.server.masscasualty.distribution;

import org.jspecify.annotations.NullMarked;
