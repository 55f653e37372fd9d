/** Measurements with the command that repeats them. Never part of the delivered program. */
@NullMarked
package se.dirigent.benchmarks;

import org.jspecify.annotations.NullMarked;
