package se.dirigent.core.incident;

import java.time.Instant;

/**
 * Somebody at the hub assesses an incident of the waiting room anew (andra bedömning). It is a sign
 * to the others and no lock: a unit may be sent meanwhile, and the deadlines go on.
 *
 * @param by who
 * @param until when it is released by itself, unless it is taken again before
 */
public record Assessment(String by, Instant at, Instant until) {
  /**
   * What came of one that did not end in a referral.
   *
   * @param ambulance whether an ambulance is needed; else it waits as before
   * @param text what was found
   */
  public record Finding(boolean ambulance, String text, String by, Instant at) {}
}
