/**
 * Alarms: what each kind is, whose desk it is for, by when somebody must have acted, and what has
 * been done about it. How an alarm comes to be stands in {@code core.dispatch}, where everything it
 * may be about is known; no alarm begins or ends here, or anywhere else, in another way. Never
 * silences anything and never decides that an alarm does not matter.
 */
@NullMarked
package se.dirigent.core.alarm;

import org.jspecify.annotations.NullMarked;
