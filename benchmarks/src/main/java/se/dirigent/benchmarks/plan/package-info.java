/**
 * How fast and how well care transports are planned: a region's day and the nation's. It invents
 * the orders, never the roads; it measures, and decides nothing.
 */
@NullMarked
package se.dirigent.benchmarks.plan;

import org.jspecify.annotations.NullMarked;
