package se.dirigent.server.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import se.dirigent.core.geo.RegionCode;

/**
 * Things of one kind that have deadlines, looked at by the {@link DeadlineWatch}.
 *
 * @param <I> identity of such a thing
 */
public interface Deadlines<I> {
  /** Those whose deadline has passed at the time. */
  List<I> listDue(RegionCode region, Instant now);

  /**
   * Gives the command that checks one of them; it does nothing when the deadline has been met
   * meanwhile.
   *
   * @param id of the command
   * @param actor the name the journal shows
   */
  void check(RegionCode region, UUID id, String actor, I thing);
}
