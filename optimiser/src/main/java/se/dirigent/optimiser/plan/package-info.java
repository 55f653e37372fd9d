/**
 * Planned transports over a fleet: which vehicle takes which ride, in which order and when. Here
 * are the question, its answer and the slow, obviously right {@link
 * se.dirigent.optimiser.plan.PlanChecker} that judges every answer; the fast search lives in {@code
 * search}. Pure. It never knows a patient's name, never reads a clock but the one it is given, and
 * never leaves a ride out in silence.
 */
@NullMarked
package se.dirigent.optimiser.plan;

import org.jspecify.annotations.NullMarked;
