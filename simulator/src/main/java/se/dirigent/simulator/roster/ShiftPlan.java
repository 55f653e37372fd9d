package se.dirigent.simulator.roster;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.Shift;

/**
 * A shift that comes back on the same weekdays.
 *
 * @param days weekdays on which it starts
 * @param start local time at which it starts
 * @param end local time at which it ends; the day after when not later than start
 * @param mealStart local start of the meal window, or null when there is none
 * @param mealEnd local end of it; both or none, within the shift
 */
public record ShiftPlan(
    Set<DayOfWeek> days,
    LocalTime start,
    LocalTime end,
    @Nullable LocalTime mealStart,
    @Nullable LocalTime mealEnd) {
  public ShiftPlan {
    // In the week's order: what is written of a plan is the same in every run of the program.
    days = Collections.unmodifiableSet(new TreeSet<>(days));
    if (mealStart != null && mealEnd != null) {
      Duration window = until(mealStart, mealEnd);
      Duration before = mealStart.equals(start) ? Duration.ZERO : until(start, mealStart);
      if (before.plus(window).compareTo(until(start, end)) > 0) {
        throw new IllegalArgumentException(
            "the meal is from %s to %s and the shift from %s to %s; give a meal within the shift"
                .formatted(mealStart, mealEnd, start, end));
      }
      if (window.compareTo(MealBreak.LENGTH) < 0) {
        throw new IllegalArgumentException(
            "the meal is from %s to %s; give at least %d minutes"
                .formatted(mealStart, mealEnd, MealBreak.LENGTH.toMinutes()));
      }
    }
  }

  /** From one time to the next that is another, a whole day for the same. */
  private static Duration until(LocalTime from, LocalTime to) {
    Duration ahead = Duration.between(from, to);
    return ahead.isPositive() ? ahead : ahead.plusDays(1);
  }

  /** The weekdays of a text such as {@code MON-SUN}, {@code SAT} or {@code MON-FRI,SUN}. */
  public static Set<DayOfWeek> days(String text) {
    Set<DayOfWeek> days = new TreeSet<>();
    for (String part : text.split(",")) {
      String[] ends = part.strip().split("-");
      DayOfWeek day = day(ends[0]);
      DayOfWeek last = day(ends[ends.length - 1]);
      days.add(day);
      while (day != last) {
        day = day.plus(1);
        days.add(day);
      }
    }
    return days;
  }

  private static DayOfWeek day(String text) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().startsWith(text.strip().toUpperCase(Locale.ROOT)) && text.length() >= 3) {
        return day;
      }
    }
    throw new IllegalArgumentException("days has '%s'; write MON to SUN".formatted(text));
  }

  /**
   * The shift a crew with these plans is on, the one that ends last when two overlap.
   *
   * @param plans the plans of one unit
   * @param at the moment asked for
   * @param zone whose local times the plans are in
   */
  public static Optional<Shift> shiftAt(List<ShiftPlan> plans, Instant at, ZoneId zone) {
    LocalDate today = at.atZone(zone).toLocalDate();
    return plans.stream()
        .flatMap(p -> List.of(today.minusDays(1), today).stream().flatMap(d -> p.on(d, zone)))
        .filter(s -> !s.start().isAfter(at) && s.end().isAfter(at))
        .max(Comparator.comparing(Shift::end));
  }

  private Stream<Shift> on(LocalDate date, ZoneId zone) {
    if (!days.contains(date.getDayOfWeek())) {
      return Stream.empty();
    }
    Instant from = date.atTime(start).atZone(zone).toInstant();
    Instant until = next(end, from, zone);
    if (mealStart == null || mealEnd == null) {
      return Stream.of(new Shift(from, until, null, null));
    }
    Instant meal = next(mealStart, from, zone);
    return Stream.of(new Shift(from, until, meal, next(mealEnd, meal, zone)));
  }

  /** The first moment after another at which the clocks of the zone show a time. */
  private static Instant next(LocalTime time, Instant after, ZoneId zone) {
    LocalDate date = after.atZone(zone).toLocalDate();
    Instant sameDay = date.atTime(time).atZone(zone).toInstant();
    return sameDay.isAfter(after)
        ? sameDay
        : date.plusDays(1).atTime(time).atZone(zone).toInstant();
  }
}
