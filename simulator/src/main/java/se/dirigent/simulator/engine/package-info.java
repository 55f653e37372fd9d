/**
 * The kernel of fast time: pending events in order, chance from seeds, and a running hash of what
 * happened. It allocates nothing while it runs, never reads a clock, uses no second thread and has
 * never heard of an ambulance.
 */
@NullMarked
package se.dirigent.simulator.engine;

import org.jspecify.annotations.NullMarked;
