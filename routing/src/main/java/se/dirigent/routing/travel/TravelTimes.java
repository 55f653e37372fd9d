package se.dirigent.routing.travel;

import java.time.Instant;
import se.dirigent.core.geo.Position;

/**
 * The one question everybody asks about the road: how long from here to there. Implementations are
 * safe for use by many threads and answer in well under a millisecond, since a recommendation asks
 * it once for every unit.
 */
@FunctionalInterface
public interface TravelTimes {
  /**
   * The expected journey.
   *
   * @param from where the traveller is
   * @param to where the traveller goes
   * @param mode what carries the traveller
   * @param urgency with or without lights and siren
   * @param at when the journey begins, for models that know rush hours; in UTC
   * @return median duration and distance of the path; zero for a journey to the same position
   */
  Travel between(Position from, Position to, TravelMode mode, Urgency urgency, Instant at);
}
