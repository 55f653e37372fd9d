/**
 * Begins an exercise from the page of a service that is none: in a program of its own, with data
 * and a clock of its own. It never touches what the service itself holds.
 */
@NullMarked
package se.dirigent.app.exercise.begin;

import org.jspecify.annotations.NullMarked;
