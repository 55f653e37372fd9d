package se.dirigent.optimiser.cover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A free unit that might be moved.
 *
 * @param unit what it covers from where it stands
 * @param movesInShift how often it has been moved in this shift
 * @param lastMoveAt when last; null when not
 * @param resting whether it must not be moved: meal window, end of shift, lent out
 */
public record Movable(
    CoveringUnit unit, int movesInShift, @Nullable Instant lastMoveAt, boolean resting) {}
