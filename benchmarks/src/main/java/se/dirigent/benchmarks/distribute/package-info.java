/**
 * Measures the distribution of casualties: gap to the proven bound, time, changed facts, and small
 * events beside an exact solver. It never times anything in a test.
 */
@NullMarked
package se.dirigent.benchmarks.distribute;

import org.jspecify.annotations.NullMarked;
