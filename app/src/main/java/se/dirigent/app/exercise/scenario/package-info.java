/**
 * What is practised, and the file that says so: the event, how it is told and what is to be
 * reached. It never holds what is so just now.
 */
@NullMarked
package se.dirigent.app.exercise.scenario;

import org.jspecify.annotations.NullMarked;
