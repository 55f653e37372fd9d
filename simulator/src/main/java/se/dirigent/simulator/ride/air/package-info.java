/**
 * What flies in care transports: the country's aeroplanes and a region's helicopters as its orders
 * meet them, the weather, and flights that two patients share. It knows moments and hours; it never
 * sees an order, a ward or a price.
 */
@NullMarked
package se.dirigent.simulator.ride.air;

import org.jspecify.annotations.NullMarked;
