/** When crews are on duty and when they eat. It never changes the state of a unit itself. */
@NullMarked
package se.dirigent.simulator.roster;

import org.jspecify.annotations.NullMarked;
