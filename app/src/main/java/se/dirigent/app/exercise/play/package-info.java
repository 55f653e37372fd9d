/**
 * Whom nobody practises as, and what the event brings: callers, crews on the scene, hospitals and
 * command. All of it is told over HTTP; nothing here decides what a result is.
 */
@NullMarked
package se.dirigent.app.exercise.play;

import org.jspecify.annotations.NullMarked;
