package se.dirigent.simulator.ride.air;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import se.dirigent.simulator.chance.Draws;

/** When it is fit for flight in one run: spells that last by chance. Moments in milliseconds. */
final class Weather {
  private static final double HOUR = 3_600_000;

  private final NavigableMap<Double, Double> closed = new TreeMap<>();

  /**
   * The weather of some days.
   *
   * @param openHours fit so long, mean
   * @param closedHours and unfit so long, mean
   */
  Weather(double openHours, double closedHours, RandomGenerator chance, int days) {
    double at = 0;
    while (at < days * 24 * HOUR) {
      double from = at + Draws.exponential(chance, openHours * HOUR);
      at = from + Draws.exponential(chance, closedHours * HOUR);
      closed.put(from, at);
    }
  }

  /** The first fit moment from one on. */
  double whenOpen(double at) {
    Map.Entry<Double, Double> last = closed.floorEntry(at);
    return last == null ? at : Math.max(at, last.getValue());
  }
}
