/**
 * Who calls, when, from where and why. It never knows a unit, and it never uses a telephone number
 * that could belong to somebody.
 */
@NullMarked
package se.dirigent.simulator.demand;

import org.jspecify.annotations.NullMarked;
