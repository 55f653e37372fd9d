/**
 * Places on the earth: positions, region codes and boundaries. It never knows a road or a travel
 * time.
 */
@NullMarked
package se.dirigent.core.geo;

import org.jspecify.annotations.NullMarked;
