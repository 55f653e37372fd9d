package se.dirigent.core;

import java.time.Instant;
import java.util.Objects;

/**
 * Who did something, and when. The user name stands in the journal; the person behind it is known
 * only to the identity room.
 *
 * @param by user name, 1–100 characters
 * @param at the moment of the decision
 */
public record Stamp(String by, Instant at) {
  public Stamp {
    Texts.require("by", by, 1, 100);
    Objects.requireNonNull(at, "at");
  }
}
