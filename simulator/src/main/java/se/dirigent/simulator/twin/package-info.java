/**
 * The twin: what a region is made of, what somebody wants to change in it, and an experiment that
 * runs each scenario under the same calls and says what differs, with intervals. It builds on
 * {@code trial}; it never reads a file, never draws a plot and never says that something differs
 * when the interval holds zero.
 */
@NullMarked
package se.dirigent.simulator.twin;

import org.jspecify.annotations.NullMarked;
