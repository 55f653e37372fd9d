/**
 * When calls come: the rhythm of the week and the year, the unrest that makes one hour unlike the
 * next, and how both are found in recorded calls and tried on weeks that were held out. It never
 * knows where a call comes from or what it is about.
 */
@NullMarked
package se.dirigent.simulator.arrival;

import org.jspecify.annotations.NullMarked;
