/**
 * Queueing models of a fleet: how often all are busy, how often each unit is, and who answers which
 * call. Figures of a long-run steady state; never a statement about a certain unit at a certain
 * moment, and never a choice.
 */
@NullMarked
package se.dirigent.optimiser.queueing;

import org.jspecify.annotations.NullMarked;
