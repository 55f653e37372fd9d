package se.dirigent.core.fleet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often a crew has been moved for the sake of cover in this shift. A move counts from when the
 * crew goes; one it declined, or that was taken back before, was none, nor is being told on the way
 * home to wait somewhere else.
 *
 * @param inShift moves, those the crew made by itself included
 * @param lastAt when the last began, or null
 * @param refusedAt when a proposal to move it was last refused, or null
 */
public record Moves(int inShift, @Nullable Instant lastAt, @Nullable Instant refusedAt) {
  public static final Moves NONE = new Moves(0, null, null);

  Moves more(Instant at) {
    return new Moves(inShift + 1, at, refusedAt);
  }

  Moves refused(Instant at) {
    return new Moves(inShift, lastAt, at);
  }
}
