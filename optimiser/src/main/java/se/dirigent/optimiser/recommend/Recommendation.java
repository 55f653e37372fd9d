package se.dirigent.optimiser.recommend;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One unit's place in the ranking.
 *
 * @param unit identity of the unit
 * @param arrival time until it can be at the incident, waiting for the end of a hand-over included,
 *     crew's turnout not; null when either position is unknown
 * @param distanceMetres length of the way there, in metres; null exactly when arrival is
 * @param suitable whether it can be sent at once and meet the need alone
 * @param reasons everything worth knowing, most important first; empty when nothing speaks against
 */
public record Recommendation(
    String unit,
    @Nullable Duration arrival,
    @Nullable Double distanceMetres,
    boolean suitable,
    List<Reason> reasons) {
  public Recommendation {
    reasons = List.copyOf(reasons);
  }
}
