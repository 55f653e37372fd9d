package se.dirigent.core.transport.mode;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * When something is open: the same hours on each of some days, local time.
 *
 * @param days at least one
 * @param opens first moment
 * @param closes first moment it is closed again, after {@code opens}; null for midnight
 */
public record Hours(List<DayOfWeek> days, LocalTime opens, @Nullable LocalTime closes) {
  /** Days looked ahead and back: whatever opens at all opens within a week. */
  private static final int DAYS_MAX = 8;

  /** Checks that it opens at all. */
  public Hours {
    days = List.copyOf(days);
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
    return new Hours(List.of(DayOfWeek.values()), LocalTime.MIDNIGHT, null);
  }

  /** Whether it is open. */
  public boolean open(Instant at, ZoneId zone) {
    ZonedDateTime local = at.atZone(zone);
    return days().contains(local.getDayOfWeek())
        && !at.isBefore(opens(local.toLocalDate(), zone))
        && at.isBefore(closes(local.toLocalDate(), zone));
  }

  /** The first open moment, at or after. */
  public Instant next(Instant at, ZoneId zone) {
    LocalDate first = at.atZone(zone).toLocalDate();
    for (LocalDate day : window(first, 1)) {
      if (at.isBefore(closes(day, zone))) {
        Instant opens = opens(day, zone);
        return opens.isAfter(at) ? opens : at;
      }
    }
    throw new IllegalStateException("never open: " + this);
  }

  /** The last moment it is open, at or before: a moment it closes counts, one can come then. */
  public Instant last(Instant at, ZoneId zone) {
    LocalDate first = at.atZone(zone).toLocalDate();
    for (LocalDate day : window(first, -1)) {
      if (!at.isBefore(opens(day, zone))) {
        Instant closes = closes(day, zone);
        return closes.isBefore(at) ? closes : at;
      }
    }
    throw new IllegalStateException("never open: " + this);
  }

  private List<LocalDate> window(LocalDate first, int step) {
    Set<DayOfWeek> open = EnumSet.copyOf(days);
    return IntStream.range(0, DAYS_MAX)
        .mapToObj(n -> first.plusDays((long) n * step))
        .filter(day -> open.contains(day.getDayOfWeek()))
        .toList();
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
