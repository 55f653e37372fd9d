/**
 * Why a plan is as it is: for each vehicle, the first thing that speaks against taking a ride, or
 * against taking it earlier. Slow and plain: it tries every place and asks the checker. It never
 * searches for a better plan, never changes one, and knows no words: those are the page's.
 */
@NullMarked
package se.dirigent.optimiser.plan.why;

import org.jspecify.annotations.NullMarked;
