/**
 * How casualties are put in categories: the quick tree of the sieve and the score of the sort, both
 * data that a region may replace, with those published built in. It never asks anybody anything and
 * never chooses a destination.
 */
@NullMarked
package se.dirigent.core.masscasualty.sieve;

import org.jspecify.annotations.NullMarked;
