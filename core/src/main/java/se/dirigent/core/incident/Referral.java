package se.dirigent.core.incident;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;

/**
 * Where the second stage of triage has referred an incident (hänvisning). Until somebody else
 * carries it, the incident stays in the waiting room.
 *
 * @param acceptedBy who has taken it on at the receiver; empty as long as nobody has
 * @param toldTo who has been told, for instance the patient or a relative; empty when not reached
 * @param callBackAt when the caller is rung again, or null when there is no need
 * @param by who referred it
 */
public record Referral(
    Plan plan,
    State state,
    String acceptedBy,
    String toldTo,
    @Nullable Instant callBackAt,
    String by,
    Instant at) {
  /** Where to. An assessment car is no referral but an assignment: the centre carries it still. */
  public enum Kind {
    HOME_VISIT,
    PRIMARY_CARE,
    TAXI,
    SELF_CARE
  }

  /** Whether somebody else carries it yet. */
  public enum State {
    PENDING,
    CARRIED,
    CANCELLED
  }

  /**
   * What is planned.
   *
   * @param place who comes, or where the patient goes, 2–200 characters; empty for self-care
   * @param bookedAt the time agreed; null for self-care
   * @param advice what the patient is to do; required for self-care, up to 1 000 characters
   * @param ifWorse what to do if it gets worse, as said to the caller, 3–500 characters
   */
  public record Plan(
      Kind kind, String place, @Nullable Instant bookedAt, String advice, String ifWorse) {
    public Plan {
      Objects.requireNonNull(kind, "kind");
      boolean self = kind == Kind.SELF_CARE;
      place = self ? Texts.optional("place", place, 200) : Texts.require("place", place, 2, 200);
      advice =
          self ? Texts.require("advice", advice, 3, 1000) : Texts.optional("advice", advice, 1000);
      ifWorse = Texts.require("ifWorse", ifWorse, 3, 500);
      if (self == (bookedAt != null)) {
        throw new Refused("referral.time", "bookedAt", Map.of("kind", kind.name()));
      }
    }
  }

  static Referral pending(Plan plan, @Nullable Instant callBackAt, String by, Instant at) {
    return new Referral(plan, State.PENDING, "", "", callBackAt, by, at);
  }

  Referral told(String accepted, String told) {
    return new Referral(plan, state, accepted, told, callBackAt, by, at);
  }

  Referral as(State next) {
    return new Referral(plan, next, acceptedBy, toldTo, callBackAt, by, at);
  }
}
