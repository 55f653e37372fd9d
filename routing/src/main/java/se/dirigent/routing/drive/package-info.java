/**
 * How fast roads are driven: by kind of road, traffic of the hour, season and urgency. It knows
 * figures and the calendar; it never knows a network or a position.
 */
@NullMarked
package se.dirigent.routing.drive;

import org.jspecify.annotations.NullMarked;
