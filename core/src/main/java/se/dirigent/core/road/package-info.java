/**
 * Obstacles on the roads as somebody has reported them: what is closed or slow, where, from when
 * and until when, and who says so. It never knows a road network or a travel time; which roads an
 * obstacle meets is told to it.
 */
@NullMarked
package se.dirigent.core.road;

import org.jspecify.annotations.NullMarked;
