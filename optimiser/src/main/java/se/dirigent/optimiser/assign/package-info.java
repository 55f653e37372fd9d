/**
 * Who goes where when several wait at once: the assignment of least total cost, with a proof of it.
 * Pure. It never breaks a forbidden pair, never gives one unit to two, and never sends anybody:
 * what comes out is a proposal.
 */
@NullMarked
package se.dirigent.optimiser.assign;

import org.jspecify.annotations.NullMarked;
