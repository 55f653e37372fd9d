/**
 * Orders of care transports and crews on duty as rides and vehicles of a problem, by what a region
 * has settled: the same for the plan of the live service and for the twin's. It never searches, and
 * never knows where an order is kept.
 */
@NullMarked
package se.dirigent.optimiser.plan.order;

import org.jspecify.annotations.NullMarked;
