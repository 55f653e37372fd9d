/**
 * Ranks units for an incident by what each choice costs, part by named part, and says why. Pure:
 * the same question has the same answer. It never assigns anything, never drops a unit from the
 * order and never hides a reason.
 */
@NullMarked
package se.dirigent.optimiser.recommend;

import org.jspecify.annotations.NullMarked;
