/**
 * How long a journey takes and where the vehicle is on the way. It knows roads, air and distance;
 * it never knows an ambulance, a priority or a dispatcher.
 */
@NullMarked
package se.dirigent.routing.travel;

import org.jspecify.annotations.NullMarked;
