/**
 * Units on incidents: the assignment with its row of times, its deadlines, redirect and stand-down.
 * A busy unit never loses its incident without an event on both; arrival never waits for the
 * receiver.
 */
@NullMarked
package se.dirigent.core.dispatch;

import org.jspecify.annotations.NullMarked;
