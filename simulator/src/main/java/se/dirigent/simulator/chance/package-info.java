/**
 * Chance that can be repeated: independent generators per purpose, durations drawn from published
 * quantiles, and how sure a mean over runs is. It never reads a clock.
 */
@NullMarked
package se.dirigent.simulator.chance;

import org.jspecify.annotations.NullMarked;
