package se.dirigent.simulator.ward;

import java.util.List;

/**
 * Who is ordered a care transport for. No region publishes it: every share is an [assumption].
 *
 * @param trips shares of home from a ward, from home to a ward, to another ward, to another region
 *     and home from there, in this order; they sum to 1
 * @param inside of those within the region, who sits, travels in a wheelchair, lies without care,
 *     needs light, skilled and intensive care, in this order; they sum to 1
 * @param outside the same of those who leave the region or come home to it
 * @param withinHours part of those who need skilled care and leave the region that must be there
 *     within hours; the others within a day or two
 * @param atOnce part of these who cannot wait at all
 */
public record WardMix(
    List<Double> trips,
    List<Double> inside,
    List<Double> outside,
    double withinHours,
    double atOnce) {
  private static final List<Double> TRIPS = List.of(0.45, 0.28, 0.17, 0.06, 0.04);

  private static final List<Double> NEEDS = List.of(0.30, 0.18, 0.14, 0.20, 0.16, 0.02);

  public WardMix {
    trips = shares("trips", trips, 5);
    inside = shares("inside", inside, 6);
    outside = shares("outside", outside, 6);
    if (!(withinHours >= 0 && withinHours <= 1)) {
      throw new IllegalArgumentException("withinHours is " + withinHours + "; give 0 to 1");
    }
    if (!(atOnce >= 0 && atOnce <= 1)) {
      throw new IllegalArgumentException("atOnce is " + atOnce + "; give 0 to 1");
    }
  }

  private static List<Double> shares(String name, List<Double> given, int count) {
    double sum = given.stream().mapToDouble(Double::doubleValue).sum();
    if (given.size() != count
        || given.stream().anyMatch(share -> !(share >= 0))
        || Math.abs(sum - 1) > 1e-6) {
      throw new IllegalArgumentException(
          "%s is %s; give %d shares from 0 that sum to 1".formatted(name, given, count));
    }
    return List.copyOf(given);
  }

  /** Of the demonstration: all sorts of orders, so that each is seen within an hour. */
  public static WardMix varied() {
    return new WardMix(TRIPS, NEEDS, NEEDS, 1, 0);
  }

  /**
   * Of a region far from its university hospitals. The figures are chosen so that about 80 orders a
   * year that fly or leave the county by ambulance come between 16:30 and 22:00 in Region Jämtland
   * Härjedalen, as the review of secondary transports says, February 2026. It then flies some 750
   * hours a year, an eighth of the country's 6 175 (Svenskt Ambulansflyg, 2023), of which the north
   * flies most; what it really flies is known to it and the federation alone. That one in five of
   * those within hours cannot wait at all is an [assumption].
   */
  public static WardMix usual() {
    return new WardMix(
        TRIPS,
        List.of(0.52, 0.18, 0.15, 0.08, 0.07, 0.0),
        List.of(0.48, 0.10, 0.07, 0.12, 0.22, 0.01),
        0.3,
        0.2);
  }
}
