/** Chooses units by cost and says why. Never changes anything; it only recommends. */
@NullMarked
package se.dirigent.optimiser;

import org.jspecify.annotations.NullMarked;
