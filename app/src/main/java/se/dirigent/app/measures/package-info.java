/**
 * The report of the review's five measures on secondary transports: a text that a politician can
 * read, filled with what the twin found. It never runs anything, and says nothing of its own that a
 * run could contradict.
 */
@NullMarked
package se.dirigent.app.measures;

import org.jspecify.annotations.NullMarked;
