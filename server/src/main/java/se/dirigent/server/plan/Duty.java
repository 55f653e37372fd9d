package se.dirigent.server.plan;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.Shift;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitStatus;
import se.dirigent.server.platform.region.RegionPack.PackShift;

/**
 * A unit with its crew for one shift: the one it is on, or one it has by the region's roster.
 *
 * @param now whether it is the one it is on
 */
record Duty(Unit unit, Shift shift, boolean now) {
  /** A roster repeats by the week. */
  private static final int DAYS_MAX = 8;

  /** Code of why a unit takes no rides now, or null. */
  static @Nullable String out(Unit unit) {
    if (unit.special()) {
      return "special";
    }
    if (unit.assignment() != null) {
      return "acute";
    }
    if (unit.status() == UnitStatus.UNAVAILABLE) {
      return "unavailable";
    }
    return unit.shift() == null || unit.status() == UnitStatus.OFF_DUTY ? "offDuty" : null;
  }

  /**
   * A unit's shifts in order, the one it is on first when it is free for rides.
   *
   * @param usual its shifts by the roster
   * @param until shifts that begin later are left out
   */
  static List<Duty> list(
      Unit unit, List<PackShift> usual, ZoneId zone, Instant now, Instant until) {
    List<Duty> duties = new ArrayList<>();
    Shift current = unit.shift();
    if (current != null && out(unit) == null && current.end().isAfter(now)) {
      duties.add(new Duty(unit, current, true));
    }
    if (unit.special()) {
      return duties;
    }
    Instant after = current == null ? now : current.end();
    LocalDate first = after.atZone(zone).toLocalDate();
    for (int day = 0; day < DAYS_MAX; day++) {
      LocalDate date = first.plusDays(day);
      if (date.atStartOfDay(zone).toInstant().isAfter(until)) {
        break;
      }
      usual.stream()
          .filter(s -> worked(s, date.getDayOfWeek()))
          .map(s -> shift(s, date, zone))
          .filter(s -> !s.start().isBefore(after) && s.start().isBefore(until))
          .sorted(Comparator.comparing(Shift::start))
          .forEach(s -> duties.add(new Duty(unit, s, false)));
    }
    return duties;
  }

  /** The packs write their days as MON-SUN, MON-FRI or one day. */
  private static boolean worked(PackShift shift, DayOfWeek day) {
    String[] ends = shift.days().split("-");
    int at = day.getValue();
    return at >= number(ends[0]) && at <= number(ends[ends.length - 1]);
  }

  private static int number(String day) {
    for (DayOfWeek d : DayOfWeek.values()) {
      if (d.name().startsWith(day)) {
        return d.getValue();
      }
    }
    throw new IllegalArgumentException("day " + day + ": give MON, TUE, WED, THU, FRI, SAT or SUN");
  }

  private static Shift shift(PackShift s, LocalDate date, ZoneId zone) {
    Instant start = date.atTime(s.start()).atZone(zone).toInstant();
    Instant end = ending(s, date, s.end(), zone);
    return s.mealStart() == null || s.mealEnd() == null
        ? new Shift(start, end, null, null)
        : new Shift(
            start, end, ending(s, date, s.mealStart(), zone), ending(s, date, s.mealEnd(), zone));
  }

  /** A time of the shift that is not after its start is the next day's. */
  private static Instant ending(
      PackShift s, LocalDate date, java.time.LocalTime time, ZoneId zone) {
    LocalDate day = time.isAfter(s.start()) ? date : date.plusDays(1);
    return day.atTime(time).atZone(zone).toInstant();
  }
}
