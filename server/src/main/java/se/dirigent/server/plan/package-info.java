/**
 * The plan of rides: which unit takes which order of a care transport, in which order and when. The
 * plan is what the open orders say; this room reads it, betters it and writes it back as orders'
 * commands. It never keeps a plan of its own beside the orders, never searches inside a
 * transaction, and never leaves an order without a vehicle in silence.
 */
@ApplicationModule(
    displayName = "Plan",
    allowedDependencies = {"platform", "journal", "identity", "road", "transport", "picture"})
@NullMarked
package se.dirigent.server.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
