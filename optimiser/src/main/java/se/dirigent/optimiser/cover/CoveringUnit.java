package se.dirigent.optimiser.cover;

import se.dirigent.core.geo.Position;
import se.dirigent.routing.travel.TravelMode;

/**
 * A unit that would answer a call.
 *
 * @param unit its identity
 * @param position where it stands
 * @param mode how it travels
 * @param levelMostUrgent the most urgent level it may meet alone, 1 to 4
 * @param presence part of the next hour in which it is there: 1 when it is free now, less when it
 *     will soon be or leaves before the hour is over; above 0
 */
public record CoveringUnit(
    String unit, Position position, TravelMode mode, int levelMostUrgent, double presence) {
  public CoveringUnit {
    if (!(presence > 0 && presence <= 1)) {
      throw new IllegalArgumentException(
          "unit " + unit + " has presence " + presence + "; give a number above 0 and at most 1");
    }
  }
}
