package se.dirigent.optimiser.cover;

import se.dirigent.core.geo.Position;

/**
 * A place that calls come from.
 *
 * @param id unique in its forecast
 * @param area what it is counted in, for instance a municipality's code
 * @param position its middle
 * @param weight calls relative to the other zones, for instance inhabitants; from zero up
 */
public record DemandZone(String id, String area, Position position, double weight) {
  public DemandZone {
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "zone " + id + " has weight " + weight + "; give a finite number from 0 up");
    }
  }
}
