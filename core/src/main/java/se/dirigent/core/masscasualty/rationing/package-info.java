/**
 * Rationing: when need exceeds all there is, who comes first, by a rule that is settled in advance,
 * versioned and said aloud with the ethical principles it follows from. Each place in the ranking
 * says which criterion decided it. It never reckons a score, never knows more of a casualty than
 * the rule may count, and never decides: a person does, by name and time.
 */
@NullMarked
package se.dirigent.core.masscasualty.rationing;

import org.jspecify.annotations.NullMarked;
