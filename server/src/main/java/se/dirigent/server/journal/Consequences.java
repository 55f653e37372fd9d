package se.dirigent.server.journal;

import java.util.List;
import se.dirigent.core.Event;
import se.dirigent.core.Stamp;
import se.dirigent.core.geo.RegionCode;

/**
 * What follows from a command beyond what it was about: looked at after it has written, in the same
 * transaction, so that cause and consequence are there together or not at all.
 */
public interface Consequences {
  /**
   * Decides and writes what follows.
   *
   * @param events what the command has done; the rows it was about are locked and written
   * @return what follows, to be journalled after it; mostly nothing
   */
  List<? extends Event> follow(RegionCode region, List<? extends Event> events, Stamp stamp);
}
