package se.dirigent.routing.drive;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** How much traffic there is at an hour of the week. */
public enum Traffic {
  /** 22 to 6. */
  NIGHT,
  /** The rest of the day. */
  DAY,
  /** Monday to Friday 7 to 9 and 15 to 18. */
  PEAK;

  private static final int NIGHT_FROM = 22;
  private static final int NIGHT_TO = 6;

  /** The traffic of a moment by the clock of a place. */
  public static Traffic of(Instant at, ZoneId zone) {
    ZonedDateTime local = at.atZone(zone);
    int hour = local.getHour();
    if (hour >= NIGHT_FROM || hour < NIGHT_TO) {
      return NIGHT;
    }
    boolean weekend = local.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    boolean rush = (hour >= 7 && hour < 9) || (hour >= 15 && hour < 18);
    return rush && !weekend ? PEAK : DAY;
  }
}
