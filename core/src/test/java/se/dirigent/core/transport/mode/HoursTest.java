package se.dirigent.core.transport.mode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.dirigent.core.transport.mode.Hours.DayOff;

/** Days that are kept as Sundays, and hours over them. */
class HoursTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

  /** So often the Gregorian calendar begins anew. */
  private static final int YEARS = 400;

  private static Hours on(List<DayOfWeek> days) {
    return new Hours(days, LocalTime.of(8, 0), LocalTime.of(17, 0), List.of(DayOff.values()));
  }

  /** The earliest and the latest there are, and some known ones. */
  @ParameterizedTest
  @CsvSource({
    "1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2024-03-31",
    "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2049-04-18", "2076-04-19"
  })
  void s01EasterDay(LocalDate day) {
    assertEquals(day, DayOff.easter(day.getYear()));
  }

  @Test
  void s02TheHolidaysOfAYear() {
    Set<String> days =
        LocalDate.of(2026, 1, 1)
            .datesUntil(LocalDate.of(2027, 1, 1))
            .filter(DayOff.PUBLIC_HOLIDAY::on)
            .map(day -> day.toString().substring(5))
            .collect(Collectors.toSet());
    assertEquals(
        Set.of(
            "01-01", "01-06", "04-03", "04-05", "04-06", "05-01", "05-14", "05-24", "06-06",
            "06-20", "10-31", "12-25", "12-26"),
        days);
  }

  @ParameterizedTest
  @CsvSource({
    "2026,2026-06-19,2026-06-20,2026-10-31",
    "2027,2027-06-25,2027-06-26,2027-11-06",
    "2024,2024-06-21,2024-06-22,2024-11-02"
  })
  void s03DaysThatMoveWithTheWeek(int year, LocalDate eve, LocalDate midsummer, LocalDate saints) {
    assertTrue(DayOff.MIDSUMMER_EVE.on(eve), "in " + year);
    assertTrue(DayOff.PUBLIC_HOLIDAY.on(midsummer));
    assertTrue(DayOff.PUBLIC_HOLIDAY.on(saints));
    assertFalse(DayOff.PUBLIC_HOLIDAY.on(eve), "an eve is what a region says it is");
  }

  @Test
  void s04WhatIsNotSaidToBeClosedIsOpen() {
    Hours all = on(List.of(DayOfWeek.THURSDAY));
    Hours eves = new Hours(all.days(), all.opens(), all.closes(), List.of(DayOff.PUBLIC_HOLIDAY));
    Instant eve = Instant.parse("2026-12-24T10:00:00Z");
    assertTrue(eves.open(eve, ZONE));
    assertFalse(all.open(eve, ZONE));
    assertEquals(Instant.parse("2027-01-07T07:00:00Z"), all.next(eve, ZONE));
    assertEquals(Instant.parse("2026-12-17T16:00:00Z"), all.last(eve, ZONE));
  }

  /** Each weekday over 400 years: it opens again within the bound that is looked ahead. */
  @ParameterizedTest
  @EnumSource(DayOfWeek.class)
  void s05OneDayAWeekIsNeverClosedForGood(DayOfWeek weekday) {
    Hours hours = on(List.of(weekday));
    LocalDate first = LocalDate.of(2000, 1, 1);
    long longest = 0;
    for (LocalDate day = first; day.isBefore(first.plusYears(YEARS)); day = day.plusDays(7)) {
      Instant at = day.atStartOfDay(ZoneOffset.UTC).toInstant();
      Instant next = hours.next(at, ZoneOffset.UTC);
      longest = Math.max(longest, (next.getEpochSecond() - at.getEpochSecond()) / 86_400);
    }
    assertTrue(longest <= 27, longest + " days");
  }

  @Test
  void s06TheLastAndTheNextOpenMomentAreTheNearest() {
    Hours hours =
        on(
            List.of(
                DayOfWeek.MONDAY,
                DayOfWeek.TUESDAY,
                DayOfWeek.WEDNESDAY,
                DayOfWeek.THURSDAY,
                DayOfWeek.FRIDAY));
    Random random = new Random(11);
    for (int n = 0; n < 2_000; n++) {
      Instant at = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(400_000_000));
      Instant next = hours.next(at, ZONE);
      Instant last = hours.last(at, ZONE);
      assertTrue(hours.open(next, ZONE), () -> at + " next " + next);
      assertTrue(hours.open(last.minusSeconds(1), ZONE) || hours.open(last, ZONE), () -> "" + at);
      Instant end = next.isBefore(at.plusSeconds(1)) ? at : next;
      for (Instant t = last.plusSeconds(1); t.isBefore(end); t = t.plusSeconds(1800)) {
        assertFalse(hours.open(t, ZONE), () -> at + " between " + last + " and " + next);
      }
    }
  }
}
