/**
 * Shortest times on a directed graph of numbers: a customizable contraction hierarchy that is
 * ordered once, takes new arc times in a fraction of a second, and answers one-to-one, one-to-all
 * and many-to-many. It knows nodes, arcs and milliseconds; it never knows a road, a position or a
 * clock.
 */
@NullMarked
package se.dirigent.routing.hierarchy;

import org.jspecify.annotations.NullMarked;
