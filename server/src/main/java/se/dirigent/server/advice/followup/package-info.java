/**
 * How often proposals were followed, changed or refused, why, and what happened then. It counts
 * what the journal holds and changes nothing; where there are too few to compare, it says so.
 */
@NullMarked
package se.dirigent.server.advice.followup;

import org.jspecify.annotations.NullMarked;
