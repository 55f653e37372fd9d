package se.dirigent.routing.drive;

import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.util.Set;

/** Whether winter roads are to be expected. */
public enum Season {
  /** December to March, when Swedish law asks for winter tyres. */
  WINTER,
  BARE;

  private static final Set<Month> WINTER_MONTHS =
      Set.of(Month.DECEMBER, Month.JANUARY, Month.FEBRUARY, Month.MARCH);

  /** The season of a moment by the calendar of a place. */
  public static Season of(Instant at, ZoneId zone) {
    return WINTER_MONTHS.contains(at.atZone(zone).getMonth()) ? WINTER : BARE;
  }
}
