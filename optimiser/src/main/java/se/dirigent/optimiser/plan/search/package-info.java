/**
 * The search for good plans: ruin a part of the plan, build it up again, keep it by simulated
 * annealing; on every core, any time, the same for the same seed and number of rounds. Times are
 * judged exactly at every step. It never trusts itself: whoever uses a plan asks the checker
 * beside.
 */
@NullMarked
package se.dirigent.optimiser.plan.search;

import org.jspecify.annotations.NullMarked;
