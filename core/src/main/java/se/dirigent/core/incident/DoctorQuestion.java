package se.dirigent.core.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question put before the doctor on call (läkarfråga).
 *
 * @param number its number on the incident, from 1
 * @param text what is asked
 * @param unit the special unit that is asked for, or null when none is
 * @param answerBy when an answer is wanted
 * @param lapsedAt when that time passed without one, or null
 * @param reply the doctor's answer, exactly when answered
 */
public record DoctorQuestion(
    int number,
    String text,
    @Nullable String unit,
    String by,
    Instant at,
    Instant answerBy,
    State state,
    @Nullable Instant lapsedAt,
    @Nullable Reply reply) {
  /** Whether it waits for its answer; one on an incident that closes is withdrawn with it. */
  public enum State {
    OPEN,
    ANSWERED,
    WITHDRAWN
  }

  /**
   * What the doctor answered.
   *
   * @param advice in words
   * @param priority the one the doctor proposes, or null for none; a lower one waits for a second
   *     person as any does
   * @param approved whether the special unit may be sent, exactly when one was asked for
   */
  public record Reply(
      String advice,
      @Nullable String priority,
      @Nullable Boolean approved,
      String by,
      Instant at) {}

  boolean open() {
    return state == State.OPEN;
  }

  DoctorQuestion answered(Reply given) {
    return new DoctorQuestion(
        number, text, unit, by, at, answerBy, State.ANSWERED, lapsedAt, given);
  }

  DoctorQuestion withdrawn() {
    return new DoctorQuestion(
        number, text, unit, by, at, answerBy, State.WITHDRAWN, lapsedAt, null);
  }

  DoctorQuestion lapsed(Instant when) {
    return new DoctorQuestion(number, text, unit, by, at, answerBy, state, when, null);
  }
}
