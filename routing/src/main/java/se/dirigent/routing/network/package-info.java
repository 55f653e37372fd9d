/**
 * Roads as a network with positions, lengths and speeds; the nearest road to a position; travel
 * times and routes on it with live restrictions. Brings a coarse network of Sweden and reads ones
 * made from a map extract. It never knows an ambulance, and never draws a map.
 */
@NullMarked
package se.dirigent.routing.network;

import org.jspecify.annotations.NullMarked;
