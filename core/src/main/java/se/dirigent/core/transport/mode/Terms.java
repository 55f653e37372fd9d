package se.dirigent.core.transport.mode;

import java.util.Objects;

/**
 * What a region's transports of one mode take, when they drive and what they cost.
 *
 * @param takes who may travel with it
 * @param approval whether inner command must approve each order
 * @param leadMinutes from order to pick-up at least
 * @param windowMinutes how wide a window is promised before a plan tells it closer
 * @param handlingMinutes at the doors, both ends together
 * @param hours when it picks up
 */
public record Terms(
    Mode mode,
    Condition takes,
    boolean approval,
    int leadMinutes,
    int windowMinutes,
    int handlingMinutes,
    Hours hours,
    Price price) {
  /** Checks that times do not run backwards. */
  public Terms {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(takes, "takes");
    Objects.requireNonNull(hours, "hours");
    Objects.requireNonNull(price, "price");
    if (leadMinutes < 0 || windowMinutes < 0 || handlingMinutes < 0) {
      throw new IllegalArgumentException("minutes of " + mode + " are below zero; give 0 or more");
    }
  }

  /** Whether it leads there and may take the patient. */
  boolean suits(Facts facts) {
    return facts.ways().minutes(mode) != null && takes.holds(facts);
  }
}
