package se.dirigent.core.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The receiver's side of an assignment: its own state machine, so that arrival never waits for it.
 *
 * @param at when the state was reached, or null while NONE
 * @param by who said so, or null while NONE
 */
public record Reception(State state, @Nullable Instant at, @Nullable String by) {
  /** The receiver has not been told, has been told, has agreed, or has said no. */
  public enum State {
    NONE,
    NOTIFIED,
    ACKNOWLEDGED,
    DECLINED
  }

  static final Reception NONE = new Reception(State.NONE, null, null);
}
