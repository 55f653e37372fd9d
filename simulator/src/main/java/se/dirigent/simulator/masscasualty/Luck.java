package se.dirigent.simulator.masscasualty;

import java.util.random.RandomGenerator;
import se.dirigent.simulator.chance.Draws;
import se.dirigent.simulator.chance.Streams;

/**
 * How many times as long as planned something takes in one replication. What is drawn for a vehicle
 * or a casualty depends on nothing that anybody decides, so that plans are compared under the same
 * chance.
 *
 * <p>Log-normal with mean 1 and a standard deviation of 40 % of it: A. Ingolfsson, S. Budge and E.
 * Erkut, Optimal ambulance location with random delays and travel times, Health Care Management
 * Science 11, 2008, pp. 262–274, of ambulances' travel; that work at the place varies as much is
 * our own assumption.
 */
final class Luck {
  private static final double VARIANCE = StrictMath.log(1 + 0.4 * 0.4);

  /** More legs than any vehicle drives in two days. */
  private static final int LEGS_MAX = 10_000;

  private final Streams.Each legs;
  private final Streams.Each scenes;

  Luck(long seed) {
    Streams streams = new Streams(seed);
    this.legs = streams.each("legs");
    this.scenes = streams.each("scenes");
  }

  /** Of a vehicle's piece of work, counted from 0: its way out, a loading, a way and so on. */
  double work(int vehicle, int number) {
    return factor(legs.of((long) vehicle * LEGS_MAX + number));
  }

  /** Of the time until a casualty may be loaded. */
  double scene(int casualty) {
    return factor(scenes.of(casualty));
  }

  private static double factor(RandomGenerator chance) {
    return StrictMath.exp(StrictMath.sqrt(VARIANCE) * Draws.normal(chance) - VARIANCE / 2);
  }
}
