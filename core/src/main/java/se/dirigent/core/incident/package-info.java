/**
 * The incident (vårdärende): from the call to its outcome, with the waiting room it stands in while
 * no unit has it. It never chooses a unit, and no incident leaves the waiting room without an event
 * that says why.
 */
@NullMarked
package se.dirigent.core.incident;

import org.jspecify.annotations.NullMarked;
