package se.dirigent.simulator.ride.model;

import java.util.EnumMap;
import java.util.Map;

/**
 * What care transports of a run came to; not a number where there was nothing to count.
 *
 * @param figures each of them
 */
public record RideReport(Map<RideFigure, Double> figures) {
  public RideReport {
    figures = Map.copyOf(new EnumMap<>(figures));
    if (figures.size() != RideFigure.values().length) {
      throw new IllegalArgumentException(
          "figures are " + figures.keySet() + "; give each of RideFigure");
    }
  }

  /** One figure. */
  public double of(RideFigure figure) {
    return figures.getOrDefault(figure, Double.NaN);
  }
}
