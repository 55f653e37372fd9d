package se.dirigent.simulator.demand;

import se.dirigent.core.geo.Position;

/**
 * A place where people live.
 *
 * @param name as on a map
 * @param municipality name of the municipality it lies in
 * @param population inhabitants; not negative
 * @param position its middle
 * @param scattered whether its people live spread out around it rather than in it
 */
public record Settlement(
    String name, String municipality, long population, Position position, boolean scattered) {
  public Settlement {
    if (population < 0) {
      throw new IllegalArgumentException(
          "population of " + name + " is " + population + "; give a number from zero up");
    }
  }
}
