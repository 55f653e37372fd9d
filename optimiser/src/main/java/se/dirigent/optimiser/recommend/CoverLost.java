package se.dirigent.optimiser.recommend;

/** What a unit's absence costs those who call next. */
@FunctionalInterface
public interface CoverLost {
  /** Nothing is known of the cover, so nothing is lost. */
  CoverLost UNKNOWN = _ -> 0;

  /**
   * Calls of the next hour that would be reached in time with the unit and not without, as {@link
   * se.dirigent.optimiser.standby.CoverPrice} says.
   *
   * @param unit identity of the unit; 0 when it covers nothing now
   */
  double callsLost(String unit);
}
