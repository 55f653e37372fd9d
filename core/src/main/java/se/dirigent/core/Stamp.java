package se.dirigent.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Who did something, and when. The user name stands in the journal; the person behind it is known
 * only to the identity room.
 *
 * @param by user name, 1–100 characters
 * @param at the moment of the decision
 */
public record Stamp(String by, Instant at) {
  /** Clocks of vehicles and of peers may run ahead by this much and still be believed. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

  public Stamp {
    by = Texts.require("by", by, 1, 100);
    Objects.requireNonNull(at, "at");
  }

  /**
   * Returns a time that another clock gives for something already done: never later than our own,
   * so that a clock a little ahead cannot make the next step seem to come before this one.
   *
   * @param field JSON name of the field, for the message
   * @throws Refused {@code time.future} when it is ahead by more than clocks differ
   */
  public Instant past(String field, Instant told) {
    if (told.isAfter(at.plus(CLOCK_TOLERANCE))) {
      throw new Refused("time.future", field, Map.of("value", told.toString()));
    }
    return told.isAfter(at) ? at : told;
  }
}
