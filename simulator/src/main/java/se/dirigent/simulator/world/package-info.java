/**
 * A whole region in fast time, with a plain dispatcher: the seed of the digital twin and the test
 * that the same seed gives the same world. It never touches a server.
 */
@NullMarked
package se.dirigent.simulator.world;

import org.jspecify.annotations.NullMarked;
