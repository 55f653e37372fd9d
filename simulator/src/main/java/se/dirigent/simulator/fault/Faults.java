package se.dirigent.simulator.fault;

import java.time.Duration;
import java.util.random.RandomGenerator;
import se.dirigent.simulator.chance.Draws;

/**
 * How bad a day is.
 *
 * @param lost share of messages, and of answers, that never come
 * @param doubled share that come twice
 * @param late share that come minutes later than the rest
 * @param lateMean how much later, on average
 * @param silencesPerDay times a day that a vehicle's positions stop
 * @param silenceMean for how long, on average
 * @param restartsPerDay times a day that the centre stops
 * @param downMax longest that it is down
 */
public record Faults(
    double lost,
    double doubled,
    double late,
    Duration lateMean,
    double silencesPerDay,
    Duration silenceMean,
    double restartsPerDay,
    Duration downMax) {
  public Faults {
    requireShare("lost", lost, 0.9);
    requireShare("doubled", doubled, 1);
    requireShare("late", late, 1);
    requireShare("silencesPerDay", silencesPerDay, 1_000);
    requireShare("restartsPerDay", restartsPerDay, 1_000);
  }

  private static void requireShare(String name, double value, double most) {
    if (!(value >= 0 && value <= most)) {
      throw new IllegalArgumentException("%s is %s; give 0 to %s".formatted(name, value, most));
    }
  }

  /** Nothing goes wrong. */
  public static Faults none() {
    return new Faults(0, 0, 0, Duration.ZERO, 0, Duration.ZERO, 0, Duration.ZERO);
  }

  /** Worse than any day anybody has had: one message in ten lost, as many doubled, twelve stops. */
  public static Faults bad() {
    return new Faults(
        0.1, 0.1, 0.1, Duration.ofMinutes(3), 6, Duration.ofMinutes(10), 12, Duration.ofMinutes(5));
  }

  /** Milliseconds that a message is on its way. */
  long delay(RandomGenerator chance) {
    double mean = chance.nextDouble() < late ? lateMean.toMillis() : USUAL_MILLIS;
    return 1 + Math.round(Draws.exponential(chance, mean));
  }

  /** An answer over mobile data takes about so long, in milliseconds [assumption]. */
  private static final double USUAL_MILLIS = 150;
}
