package se.dirigent.optimiser.cover;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How many call, from where and when.
 *
 * @param callsPerDay from everywhere; from zero up
 * @param hourShare 24 shares of a day by local hour that sum to 1
 * @param zone whose local hours
 * @param places at least one with a weight above zero
 */
public record DemandForecast(
    double callsPerDay, List<Double> hourShare, ZoneId zone, List<DemandZone> places) {
  public DemandForecast {
    hourShare = List.copyOf(hourShare);
    places = List.copyOf(places);
    double sum = hourShare.stream().mapToDouble(Double::doubleValue).sum();
    if (hourShare.size() != 24 || Math.abs(sum - 1) > 0.01) {
      throw new IllegalArgumentException(
          "hourShare has "
              + hourShare.size()
              + " hours that sum to "
              + sum
              + "; give 24 that sum to 1");
    }
    if (!(callsPerDay >= 0 && callsPerDay < 1e6)) {
      throw new IllegalArgumentException(
          "callsPerDay is " + callsPerDay + "; give a number from 0 to a million");
    }
    if (!(places.stream().mapToDouble(DemandZone::weight).sum() > 0)) {
      throw new IllegalArgumentException("no place has a weight; give at least one that has");
    }
  }

  /** Calls expected in the hour that begins now, from all places together. */
  public double nextHour(Instant now) {
    var local = now.atZone(zone);
    double passed =
        Duration.between(local.truncatedTo(ChronoUnit.HOURS), local).toSeconds() / 3600.0;
    double share =
        (1 - passed) * hourShare.get(local.getHour())
            + passed * hourShare.get(local.plusHours(1).getHour());
    return callsPerDay * share;
  }

  /** The part of all calls that comes from each place, in the order of the places. */
  double[] shares() {
    double sum = places.stream().mapToDouble(DemandZone::weight).sum();
    return places.stream().mapToDouble(p -> p.weight() / sum).toArray();
  }
}
