package se.dirigent.optimiser.recommend;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to the question which unit should go.
 *
 * @param units the best first; at most as many as were asked for
 * @param total how many units were ranked, those not listed included
 * @param rivalry what decides between the first two that can be had at once; null when fewer can
 */
public record Ranking(List<Recommendation> units, int total, @Nullable Rivalry rivalry) {
  public Ranking {
    units = List.copyOf(units);
  }
}
