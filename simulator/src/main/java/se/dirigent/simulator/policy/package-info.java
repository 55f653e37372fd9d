/**
 * The ways to send units and to let them wait that are tried in fast time; the choices are the
 * optimiser's own code. It sees of a run only what a {@code trial.Situation} tells, and never moves
 * anything itself.
 */
@NullMarked
package se.dirigent.simulator.policy;

import org.jspecify.annotations.NullMarked;
