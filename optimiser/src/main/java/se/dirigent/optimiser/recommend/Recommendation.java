package se.dirigent.optimiser.recommend;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One unit's place in the ranking.
 *
 * @param unit identity of the unit
 * @param means how it can be had
 * @param arrival median time until it can be at the incident, waiting until it is free included,
 *     crew's turnout not; null when either position is unknown
 * @param arrivalLate the time that nine of ten arrivals take at most; null exactly when arrival is
 * @param distanceMetres length of the way there, in metres; null exactly when arrival is
 * @param suitable whether it can be sent at once and meet the need alone
 * @param costSeconds sum of the parts
 * @param parts what the cost consists of, in the order of {@link CostPart}; parts of no amount are
 *     left out
 * @param reasons everything worth knowing, most important first; empty when nothing speaks against
 */
public record Recommendation(
    String unit,
    Means means,
    @Nullable Duration arrival,
    @Nullable Duration arrivalLate,
    @Nullable Double distanceMetres,
    boolean suitable,
    double costSeconds,
    List<Cost> parts,
    List<Reason> reasons) {
  public Recommendation {
    parts = List.copyOf(parts);
    reasons = List.copyOf(reasons);
  }
}
