package se.dirigent.core.transport;

import java.time.Duration;
import java.util.Objects;

/**
 * The airfields of a flight, as places that patients are driven to and from.
 *
 * @param board where the aeroplane takes off
 * @param land where it lands
 * @param toAircraft by road from the patient's door to where it takes off
 */
public record Airway(Stop board, Stop land, Duration toAircraft) {
  public Airway {
    Objects.requireNonNull(board, "board");
    Objects.requireNonNull(land, "land");
    Objects.requireNonNull(toAircraft, "toAircraft");
  }
}
