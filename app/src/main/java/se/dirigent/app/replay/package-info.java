/**
 * Plays recorded calls into a running service and sums up what came of them. It never changes what
 * was recorded without saying how.
 */
@NullMarked
package se.dirigent.app.replay;

import org.jspecify.annotations.NullMarked;
