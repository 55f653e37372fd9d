package se.dirigent.simulator.ward;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * How many care transports a region's wards order, and when.
 *
 * @param ordersPerDay expected on a weekday; above 0
 * @param hourShare 24 shares of a day, by local hour, that sum to 1
 * @param weekendShare orders of a Saturday or Sunday as a share of a weekday's
 * @param zone whose local hours
 */
public record WardProfile(
    double ordersPerDay, List<Double> hourShare, double weekendShare, ZoneId zone) {
  /**
   * Care transports ordered by wards on a weekday by 100 000 inhabitants [assumption]. No public
   * count of all modes exists: the review of secondary transports in Region Jämtland Härjedalen,
   * February 2026, gives only that five and a half more hours of inner command a day would see 80
   * more orders a year, those that leave by air or for another region.
   */
  public static final double PER_100_000 = 45;

  /** More than this is a plan that nobody follows on a screen [assumption]. */
  private static final double ORDERS_MAX = 400;

  /** Orders follow the rounds: most between nine and three, few at night [assumption]. */
  private static final List<Double> ROUNDS =
      List.of(
          0.006, 0.005, 0.005, 0.005, 0.006, 0.010, 0.020, 0.045, 0.080, 0.110, 0.120, 0.110, 0.090,
          0.095, 0.090, 0.065, 0.040, 0.028, 0.020, 0.015, 0.012, 0.010, 0.007, 0.006);

  public WardProfile {
    hourShare = List.copyOf(hourShare);
    double sum = hourShare.stream().mapToDouble(Double::doubleValue).sum();
    if (hourShare.size() != 24 || Math.abs(sum - 1) > 0.01) {
      throw new IllegalArgumentException(
          "hourShare has " + hourShare.size() + " hours that sum to " + sum + "; give 24, sum 1");
    }
    if (!(ordersPerDay > 0) || !(weekendShare > 0 && weekendShare <= 1)) {
      throw new IllegalArgumentException(
          "ordersPerDay " + ordersPerDay + ", weekendShare " + weekendShare + "; give above 0");
    }
  }

  /** Of a region of so many inhabitants; a third as many at a weekend [assumption]. */
  public static WardProfile of(long population, ZoneId zone) {
    double orders = Math.clamp(population * PER_100_000 / 100_000, 1, ORDERS_MAX);
    return new WardProfile(orders, ROUNDS, 0.35, zone);
  }

  /** Orders in the hour around the instant. */
  double perHour(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    boolean weekend = local.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    return ordersPerDay * hourShare.get(local.getHour()) * (weekend ? weekendShare : 1);
  }

  /** The most that any hour has. */
  double perHourMost() {
    return ordersPerDay * hourShare.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }
}
