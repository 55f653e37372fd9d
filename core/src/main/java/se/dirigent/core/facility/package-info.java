/**
 * Hospitals and stations: where patients are taken and where units stand. It never knows who is in
 * them.
 */
@NullMarked
package se.dirigent.core.facility;

import org.jspecify.annotations.NullMarked;
