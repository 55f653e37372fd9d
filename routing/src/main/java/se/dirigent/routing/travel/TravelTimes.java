package se.dirigent.routing.travel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import se.dirigent.core.geo.Position;

/**
 * The one question everybody asks about the road: how long from here to there. Implementations are
 * safe for use by many threads. One journey is answered in well under a millisecond; who asks for
 * many uses {@link #millis}, or {@link #toward} when it does not know beforehand for which.
 */
public interface TravelTimes {
  /** What {@link #millis} holds where there is no way. */
  int NO_WAY = Integer.MAX_VALUE;

  /**
   * The expected journey, leg by leg.
   *
   * @param from where the traveller is
   * @param to where the traveller goes
   * @param mode what carries the traveller
   * @param urgency with or without lights and siren
   * @param at when the journey begins, for models that know rush hours; in UTC
   * @throws Unreachable when there is no way by this mode; the message says why
   */
  Route route(Position from, Position to, TravelMode mode, Urgency urgency, Instant at);

  /**
   * Time and distance of the expected journey; zero for a journey to the same position.
   *
   * @throws Unreachable when there is no way by this mode
   */
  default Travel between(Position from, Position to, TravelMode mode, Urgency urgency, Instant at) {
    return route(from, to, mode, urgency, at).travel();
  }

  /** As {@link #between}, or empty when there is no way. */
  default Optional<Travel> find(
      Position from, Position to, TravelMode mode, Urgency urgency, Instant at) {
    try {
      return Optional.of(between(from, to, mode, urgency, at));
    } catch (Unreachable e) {
      return Optional.empty();
    }
  }

  /**
   * Times of many journeys at once, in milliseconds: a row for each origin and a column for each
   * goal, {@link #NO_WAY} where there is none. The same times as {@link #between} gives.
   */
  default int[][] millis(
      List<Position> from, List<Position> to, TravelMode mode, Urgency urgency, Instant at) {
    int[][] times = new int[from.size()][to.size()];
    for (int i = 0; i < from.size(); i++) {
      for (int j = 0; j < to.size(); j++) {
        times[i][j] = millis(find(from.get(i), to.get(j), mode, urgency, at));
      }
    }
    return times;
  }

  /**
   * Times to one goal, in milliseconds, from origins that are asked for one by one; {@link #NO_WAY}
   * where there is none. The same times as {@link #between} gives, as roads are when this is
   * called. Not safe for several threads.
   */
  default ToIntFunction<Position> toward(
      Position goal, TravelMode mode, Urgency urgency, Instant at) {
    return from -> millis(find(from, goal, mode, urgency, at));
  }

  /** As {@link #toward}, from one origin to goals that are asked for one by one. */
  default ToIntFunction<Position> away(
      Position origin, TravelMode mode, Urgency urgency, Instant at) {
    return to -> millis(find(origin, to, mode, urgency, at));
  }

  private static int millis(Optional<Travel> travel) {
    return travel
        .map(t -> Math.toIntExact(Math.min(NO_WAY - 1, t.median().toMillis())))
        .orElse(NO_WAY);
  }
}
