/**
 * How callers in the waiting room answer when somebody rings them back. It never decides what the
 * answer means for the priority.
 */
@NullMarked
package se.dirigent.simulator.caller;

import org.jspecify.annotations.NullMarked;
