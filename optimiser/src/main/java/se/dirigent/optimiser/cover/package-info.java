/**
 * Cover (beredskap): the share of the next hour's calls that would be reached in time, place by
 * place, and what each unit's absence would take from it: the picture that people see. Pure; an
 * expectation, never a promise about the next call; it moves nobody and prices nothing.
 */
@NullMarked
package se.dirigent.optimiser.cover;

import org.jspecify.annotations.NullMarked;
