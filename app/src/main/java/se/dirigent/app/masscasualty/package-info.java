/**
 * Mass-casualty events from files: read, put as a question to the optimiser with the country's
 * hospitals and units, and its answer told as text and for programs. It never talks to the service
 * and changes nothing there.
 */
@NullMarked
package se.dirigent.app.masscasualty;

import org.jspecify.annotations.NullMarked;
