/**
 * How fast a case is taken in, from the moment it should have been sent to its durable
 * acknowledgement, while a country's ambulances report where they are. Never measures from when a
 * late sender got round to sending.
 */
@NullMarked
package se.dirigent.benchmarks.intake;

import org.jspecify.annotations.NullMarked;
