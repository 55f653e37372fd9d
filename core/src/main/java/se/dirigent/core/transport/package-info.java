/**
 * Orders of care transports between wards, facilities and homes: what is ordered, the ride's way
 * from order to arrival, the vehicle and the times it has in the plan, and apart from it the
 * receiver's answer. It never chooses a vehicle, and holds no patient beyond a reference.
 */
@NullMarked
package se.dirigent.core.transport;

import org.jspecify.annotations.NullMarked;
