/**
 * Rules that people use without a computer, to compare with: nearest hospital, a distribution key,
 * triage order. They know no future and no other vehicle, and let casualties wait at a hospital's
 * door. Pure; they never claim to be good.
 */
@NullMarked
package se.dirigent.optimiser.distribute.rule;

import org.jspecify.annotations.NullMarked;
