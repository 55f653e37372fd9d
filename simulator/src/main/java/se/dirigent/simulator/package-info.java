/**
 * Invents the world: demand and crews. Never speaks HTTP or JSON, and never draws chance from
 * anything but the generator it is given.
 */
@NullMarked
package se.dirigent.simulator;

import org.jspecify.annotations.NullMarked;
