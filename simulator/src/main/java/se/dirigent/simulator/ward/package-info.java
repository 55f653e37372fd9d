/**
 * The care transports that a region's wards ask for, one after another, and how long crews take at
 * the doors. It never orders anything: that is done over HTTP, as a ward does.
 */
@NullMarked
package se.dirigent.simulator.ward;

import org.jspecify.annotations.NullMarked;
