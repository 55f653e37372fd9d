package se.dirigent.optimiser.cover;

import java.time.Duration;

/**
 * A proposal to move a unit.
 *
 * @param unit which
 * @param base id of where to
 * @param travel how long the drive is, as normal traffic
 * @param callsReachedBefore calls of the next hour reached in time without the move, weighed by
 *     level
 * @param callsReachedAfter and with it
 * @param shareBefore share of the most urgent level's calls reached in time without the move
 * @param shareAfter and once it stands there
 * @param movesInShift which of its moves this shift it would be, from 1
 */
public record Move(
    String unit,
    String base,
    Duration travel,
    double callsReachedBefore,
    double callsReachedAfter,
    double shareBefore,
    double shareAfter,
    int movesInShift) {

  /** What it brings: calls of the next hour that would else be late. */
  public double gain() {
    return callsReachedAfter - callsReachedBefore;
  }
}
