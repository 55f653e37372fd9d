package se.dirigent.simulator.chain;

import java.time.Duration;

/**
 * Doctor cars come beside the first unit to the most urgent calls, and leave when the scene is left
 * [assumption: as long as the crew's own time there].
 *
 * @param within the nearest free one comes if it can be there so soon
 */
public record DoctorCars(Duration within) {
  public DoctorCars {
    if (!within.isPositive()) {
      throw new IllegalArgumentException("within is %s; give more than nothing".formatted(within));
    }
  }
}
