/**
 * How fast the optimiser answers among a country's units: one case, and all waiting cases at once.
 * Measures the optimiser itself, never the way to it over HTTP.
 */
@NullMarked
package se.dirigent.benchmarks.recommend;

import org.jspecify.annotations.NullMarked;
