package se.dirigent.simulator.ground;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.Position;

/**
 * When it is dark: the sun stands more than six degrees below the horizon, the end of civil
 * twilight. The sun's declination by Cooper (The absorption of radiation in solar stills, Solar
 * Energy 12, 1969), noon by longitude and the Swedish clock; without the equation of time, so right
 * to about a quarter of an hour.
 *
 * @param begins the day that the first midnight begins; null for days as at the equinox
 */
public record Daylight(@Nullable LocalDate begins) {
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
  private static final LocalDate EQUINOX = LocalDate.of(2026, 3, 22);
  private static final double TILT = 23.45;
  private static final double TWILIGHT = -6;
  private static final double HOUR_DEGREES = 15;
  private static final double HOUR_MILLIS = 3_600_000;
  private static final long DAY_MILLIS = 86_400_000;

  /**
   * Whether it is dark somewhere.
   *
   * @param millis of the wall clock since the first midnight
   */
  public boolean isDark(long millis, Position where) {
    int day = (int) Math.floorDiv(millis, DAY_MILLIS);
    LocalDate date = begins == null ? EQUINOX : begins.plusDays(day);
    double hour = Math.floorMod(millis, DAY_MILLIS) / HOUR_MILLIS;
    double turned = HOUR_DEGREES * (hour - noon(date, where));
    double year = Math.toRadians(360.0 / 365 * (284 + date.getDayOfYear()));
    double declination = Math.toRadians(TILT * StrictMath.sin(year));
    double latitude = Math.toRadians(where.latitude());
    double height =
        StrictMath.sin(latitude) * StrictMath.sin(declination)
            + StrictMath.cos(latitude)
                * StrictMath.cos(declination)
                * StrictMath.cos(Math.toRadians(turned));
    return height < StrictMath.sin(Math.toRadians(TWILIGHT));
  }

  /** The hour by the clock at which the sun stands highest. */
  private static double noon(LocalDate date, Position where) {
    double ahead =
        SWEDEN.getRules().getOffset(LocalDateTime.of(date, LocalTime.NOON)).getTotalSeconds()
            / 3_600.0;
    return 12 + ahead - where.longitude() / HOUR_DEGREES;
  }
}
