package se.dirigent.core.dispatch;

import java.time.Instant;

/**
 * A deadline that passed, and what is to be done about it now.
 *
 * @param step 1 call on the radio, 2 on the mobile, 3 alarm another unit (Region Skåne's routine)
 */
public record Lapse(Deadline deadline, int step, Instant at) {
  /** Last step: another unit is alarmed and a deviation written. */
  public static final int STEP_LAST = 3;
}
