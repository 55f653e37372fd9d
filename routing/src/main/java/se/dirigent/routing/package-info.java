/**
 * Roads and travel time between two positions. Never knows of ambulances, patients or priorities.
 */
@NullMarked
package se.dirigent.routing;

import org.jspecify.annotations.NullMarked;
