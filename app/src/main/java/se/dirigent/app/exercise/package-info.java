/**
 * Exercises: an event from a file is played against a service of its own with a clock of its own,
 * what happens is fed in as it would be told, and the result is measured against goals. It never
 * speaks to a service that others work in.
 */
@NullMarked
package se.dirigent.app.exercise;

import org.jspecify.annotations.NullMarked;
