package se.dirigent.optimiser.standby;

import java.time.Duration;
import java.util.List;

/**
 * A proposal to move a unit.
 *
 * @param unit which
 * @param base id of where to
 * @param why in a word
 * @param travel how long the drive is, as normal traffic
 * @param shareBefore share of the most urgent level's calls that somebody is free for in time, as
 *     the policy reckons it, without the move
 * @param shareAfter and once it stands there
 * @param reached places, the most calls first, that nobody could be at in time and that it can be
 * @param bared places that nobody can be at in time any more
 * @param movesInShift which of its crew's moves this shift it would be; one that is on its way home
 *     is not moved by it, and the number stays
 */
public record Move(
    String unit,
    String base,
    Why why,
    Duration travel,
    double shareBefore,
    double shareAfter,
    List<String> reached,
    List<String> bared,
    int movesInShift) {
  public Move {
    reached = List.copyOf(reached);
    bared = List.copyOf(bared);
  }

  /** Why a unit should move. */
  public enum Why {
    /** It has become free and is better waited with elsewhere than at home. */
    FREED,
    /** It stands where it is missed less than elsewhere. */
    STANDS
  }
}
