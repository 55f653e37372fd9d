package se.dirigent.simulator.ground;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.dirigent.core.geo.Position;

class DaylightTest {
  private static final Position STOCKHOLM = new Position(59.33, 18.07);
  private static final Position KIRUNA = new Position(67.86, 20.23);
  private static final long MINUTE_MILLIS = 60_000;

  /** By the minute, from the midnight of a day. */
  private static boolean isDark(LocalDate day, int minute, Position where) {
    return new Daylight(day).isDark(minute * MINUTE_MILLIS, where);
  }

  private static int minutesDark(LocalDate day, Position where) {
    return (int) IntStream.range(0, 1440).filter(minute -> isDark(day, minute, where)).count();
  }

  private static int firstLight(LocalDate day, Position where) {
    return IntStream.range(0, 1440).filter(m -> !isDark(day, m, where)).findFirst().orElse(-1);
  }

  /** Civil dawn of Stockholm as almanacs have it, within twenty minutes. */
  @Test
  void s1_dawnComesAsTheAlmanacSays() {
    assertEquals(5 * 60 + 20, firstLight(LocalDate.of(2027, 3, 20), STOCKHOLM), 20);
    assertEquals(7 * 60 + 53, firstLight(LocalDate.of(2027, 12, 21), STOCKHOLM), 20);
  }

  @Test
  void s2_midsummerHasNoDarkInTheNorthAndMidwinterLittleLight() {
    assertEquals(0, minutesDark(LocalDate.of(2027, 6, 21), KIRUNA));
    assertEquals(19.5 * 60, minutesDark(LocalDate.of(2027, 12, 21), KIRUNA), 60);
    assertEquals(
        minutesDark(LocalDate.of(2027, 3, 22), STOCKHOLM),
        IntStream.range(0, 1440)
            .filter(minute -> new Daylight(null).isDark(minute * MINUTE_MILLIS, STOCKHOLM))
            .count());
  }

  /** The second day of a run is the day after. */
  @Test
  void s3_daysFollowEachOther() {
    LocalDate monday = LocalDate.of(2027, 3, 22);
    for (int minute = 0; minute < 1440; minute += 7) {
      assertEquals(
          isDark(monday.plusDays(9), minute, KIRUNA),
          new Daylight(monday).isDark((9L * 1440 + minute) * MINUTE_MILLIS, KIRUNA));
    }
  }
}
