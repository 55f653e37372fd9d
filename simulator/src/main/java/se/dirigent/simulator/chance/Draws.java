package se.dirigent.simulator.chance;

import java.util.random.RandomGenerator;

/**
 * What is drawn from the two distributions that everything else is made of, by strict arithmetic:
 * the same on every machine.
 */
public final class Draws {
  private Draws() {}

  /** Exponential with this mean, by inversion. */
  public static double exponential(RandomGenerator chance, double mean) {
    return -StrictMath.log(1 - chance.nextDouble()) * mean;
  }

  /** Standard normal, by Box and Muller's method: two even draws for each. */
  public static double normal(RandomGenerator chance) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - chance.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * chance.nextDouble());
  }
}
