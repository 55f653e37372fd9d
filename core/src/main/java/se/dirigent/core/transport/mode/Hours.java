package se.dirigent.core.transport.mode;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When something is open: the same hours on each of some days, local time.
 *
 * @param days at least one
 * @param opens first moment
 * @param closes first moment it is closed again, after {@code opens}; null for midnight
 * @param closedOn closed all day on these, whatever day of the week it is
 */
public record Hours(
    List<DayOfWeek> days, LocalTime opens, @Nullable LocalTime closes, List<DayOff> closedOn) {
  /**
   * Days looked ahead and back. What opens on one day of the week alone may be closed on three of
   * them in a row: two eves of a kind a week apart, and Epiphany the week after.
   */
  private static final int DAYS_MAX = 29;

  /** A day that is kept as a Sunday in Sweden whatever day of the week it is. */
  public enum DayOff {
    /**
     * Those of lag (1989:253) om allmänna helgdagar, but for the Sundays that are nothing more:
     * which days of the week something is open is said by itself.
     */
    PUBLIC_HOLIDAY,
    MIDSUMMER_EVE,
    CHRISTMAS_EVE,
    NEW_YEARS_EVE;

    private static final Set<MonthDay> FIXED =
        Set.of(
            MonthDay.of(Month.JANUARY, 1),
            MonthDay.of(Month.JANUARY, 6),
            MonthDay.of(Month.MAY, 1),
            MonthDay.of(Month.JUNE, 6),
            MonthDay.of(Month.DECEMBER, 25),
            MonthDay.of(Month.DECEMBER, 26));

    /** Good Friday, Easter Day and Monday, Ascension Day and Whit Sunday, in days from Easter. */
    private static final Set<Long> FROM_EASTER = Set.of(-2L, 0L, 1L, 39L, 49L);

    /** Whether a day is one. */
    public boolean on(LocalDate day) {
      return switch (this) {
        case PUBLIC_HOLIDAY ->
            FIXED.contains(MonthDay.from(day))
                || FROM_EASTER.contains(ChronoUnit.DAYS.between(easter(day.getYear()), day))
                || first(day, DayOfWeek.SATURDAY, Month.JUNE, 20)
                || first(day, DayOfWeek.SATURDAY, Month.OCTOBER, 31);
        case MIDSUMMER_EVE -> first(day, DayOfWeek.FRIDAY, Month.JUNE, 19);
        case CHRISTMAS_EVE -> day.getMonth() == Month.DECEMBER && day.getDayOfMonth() == 24;
        case NEW_YEARS_EVE -> day.getMonth() == Month.DECEMBER && day.getDayOfMonth() == 31;
      };
    }

    /** Whether a day is the first of its weekday from a date on. */
    private static boolean first(LocalDate day, DayOfWeek weekday, Month month, int from) {
      long after = ChronoUnit.DAYS.between(LocalDate.of(day.getYear(), month, from), day);
      return day.getDayOfWeek() == weekday && after >= 0 && after < 7;
    }

    /**
     * Easter Day of a Gregorian year.
     *
     * <p>The anonymous algorithm of Nature 13 (1876) p. 487, as in J. Meeus, Astronomical
     * Algorithms, 2nd ed. 1998, chapter 8; its letters are kept.
     */
    static LocalDate easter(int year) {
      int a = year % 19;
      int b = year / 100;
      int c = year % 100;
      int g = (b - (b + 8) / 25 + 1) / 3;
      int h = (19 * a + b - b / 4 - g + 15) % 30;
      int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
      int m = (a + 11 * h + 22 * l) / 451;
      int n = h + l - 7 * m + 114;
      return LocalDate.of(year, n / 31, n % 31 + 1);
    }
  }

  /** Checks that it opens at all. */
  public Hours {
    days = List.copyOf(days);
    closedOn = List.copyOf(closedOn);
    if (days.isEmpty() || closes != null && !closes.isAfter(opens)) {
      throw new IllegalArgumentException(
          "open on "
              + days
              + " from "
              + opens
              + " until "
              + closes
              + "; give a day and a later end");
    }
  }

  /** Day and night. */
  public static Hours always() {
    return new Hours(List.of(DayOfWeek.values()), LocalTime.MIDNIGHT, null, List.of());
  }

  /** Whether it is open. */
  public boolean open(Instant at, ZoneId zone) {
    ZonedDateTime local = at.atZone(zone);
    return opensOn(local.toLocalDate())
        && !at.isBefore(opens(local.toLocalDate(), zone))
        && at.isBefore(closes(local.toLocalDate(), zone));
  }

  /** The first open moment, at or after. */
  public Instant next(Instant at, ZoneId zone) {
    LocalDate first = at.atZone(zone).toLocalDate();
    for (int n = 0; n < DAYS_MAX; n++) {
      LocalDate day = first.plusDays(n);
      if (opensOn(day) && at.isBefore(closes(day, zone))) {
        Instant opens = opens(day, zone);
        return opens.isAfter(at) ? opens : at;
      }
    }
    throw new IllegalStateException("never open: " + this);
  }

  /** The last moment it is open, at or before: a moment it closes counts, one can come then. */
  public Instant last(Instant at, ZoneId zone) {
    LocalDate first = at.atZone(zone).toLocalDate();
    for (int n = 0; n < DAYS_MAX; n++) {
      LocalDate day = first.minusDays(n);
      if (opensOn(day) && !at.isBefore(opens(day, zone))) {
        Instant closes = closes(day, zone);
        return closes.isBefore(at) ? closes : at;
      }
    }
    throw new IllegalStateException("never open: " + this);
  }

  /** Whether it opens on a day. */
  public boolean opensOn(LocalDate day) {
    return days.contains(day.getDayOfWeek()) && closedOn.stream().noneMatch(off -> off.on(day));
  }

  private Instant opens(LocalDate day, ZoneId zone) {
    return day.atTime(opens).atZone(zone).toInstant();
  }

  private Instant closes(LocalDate day, ZoneId zone) {
    LocalTime end = closes;
    return end == null
        ? day.plusDays(1).atStartOfDay(zone).toInstant()
        : day.atTime(end).atZone(zone).toInstant();
  }
}
