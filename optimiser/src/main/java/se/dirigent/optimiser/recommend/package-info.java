/**
 * Ranks units for an incident and says why. Pure: the same question has the same answer. It never
 * assigns anything, never drops a unit from the list and never hides a reason.
 */
@NullMarked
package se.dirigent.optimiser.recommend;

import org.jspecify.annotations.NullMarked;
