/**
 * The units: what they are, who crews them, their shift and their status. It never knows which
 * incident a unit serves beyond the name of its assignment, and never moves a unit by itself.
 */
@NullMarked
package se.dirigent.core.fleet;

import org.jspecify.annotations.NullMarked;
