package se.dirigent.simulator.roster;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import se.dirigent.core.fleet.Shift;

/**
 * When a crew would like to eat.
 *
 * @param start first moment
 * @param end last moment
 */
public record MealBreak(Instant start, Instant end) {
  /**
   * Length of a meal break: 30 minutes, the least that working-time agreements use [assumption].
   */
  public static final Duration LENGTH = Duration.ofMinutes(30);

  /** A break at random inside the shift's meal window; none when the window is too short. */
  public static Optional<MealBreak> within(Shift shift, RandomGenerator chance) {
    Instant from = shift.mealStart();
    Instant until = shift.mealEnd();
    if (from == null || until == null) {
      return Optional.empty();
    }
    long slackSeconds = Duration.between(from, until).minus(LENGTH).toSeconds();
    if (slackSeconds < 0) {
      return Optional.empty();
    }
    Instant start = from.plusSeconds(chance.nextLong(slackSeconds + 1));
    return Optional.of(new MealBreak(start, start.plus(LENGTH)));
  }

  /** Whether the break goes on at this moment. */
  public boolean covers(Instant at) {
    return !at.isBefore(start) && at.isBefore(end);
  }
}
