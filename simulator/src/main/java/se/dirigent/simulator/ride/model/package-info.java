/**
 * What a region's care transports are before any run: sites, orders, rules, policies, inner
 * command; what a scenario changes of it; and what is counted afterwards. It never runs anything.
 */
@NullMarked
package se.dirigent.simulator.ride.model;

import org.jspecify.annotations.NullMarked;
