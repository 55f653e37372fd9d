/**
 * What hospitals can take: documented in advance, reported now, and shared out by a distribution
 * key that is drawn down. It never chooses a vehicle, never overwrites what a hospital says, and
 * decides nothing: it proposes, with the reason.
 */
@NullMarked
package se.dirigent.core.masscasualty.capacity;

import org.jspecify.annotations.NullMarked;
