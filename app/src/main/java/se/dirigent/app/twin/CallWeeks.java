package se.dirigent.app.twin;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import se.dirigent.app.replay.Recording;
import se.dirigent.simulator.arrival.Rhythm;

/**
 * Recorded calls counted by hour, in the whole weeks of a recording. Hours are the wall clock's:
 * when it is put back one hour has the calls of two, and when it is put forward one has none.
 *
 * @param from the Monday it begins with
 * @param hours calls in each hour
 * @param leftOut rows that could not be read, and calls outside the whole weeks
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record CallWeeks(LocalDate from, int[] hours, int leftOut) {
  /**
   * Counts them.
   *
   * @param type only calls whose type begins so; empty for all
   * @throws IllegalArgumentException when there is no whole week
   */
  public static CallWeeks of(Recording recording, String type, ZoneId zone) {
    List<LocalDateTime> times =
        recording.times(type).stream().map(at -> LocalDateTime.ofInstant(at, zone)).toList();
    if (times.isEmpty()) {
      throw new IllegalArgumentException(
          "there are no calls of type '" + type + "'; leave --type out or give another");
    }
    // A recording seldom begins at midnight: the first day is taken for half a day.
    LocalDate first = times.getFirst().toLocalDate();
    boolean whole = times.getFirst().getHour() == 0;
    LocalDate from =
        (whole ? first : first.plusDays(1)).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    LocalDate end = times.getLast().toLocalDate();
    long weeks = Math.max(0, ChronoUnit.DAYS.between(from, end) / 7);
    if (weeks == 0) {
      throw new IllegalArgumentException(
          "the recording goes from %s to %s; give one with whole weeks, Monday to Sunday"
              .formatted(first, end));
    }
    int[] hours = new int[Math.toIntExact(weeks * Rhythm.HOURS)];
    int leftOut = recording.unreadable();
    for (LocalDateTime time : times) {
      long hour = ChronoUnit.HOURS.between(from.atStartOfDay(), time);
      if (time.isBefore(from.atStartOfDay()) || hour >= hours.length) {
        leftOut++;
      } else {
        hours[(int) hour]++;
      }
    }
    return new CallWeeks(from, hours, leftOut);
  }

  /** Whether a day lies in the whole weeks. */
  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(from.plusWeeks(count()));
  }

  /** How many weeks. */
  public int count() {
    return hours.length / Rhythm.HOURS;
  }
}
