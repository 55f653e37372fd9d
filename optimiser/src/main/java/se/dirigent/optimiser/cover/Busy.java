package se.dirigent.optimiser.cover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import se.dirigent.optimiser.queueing.ApproximateHypercube;
import se.dirigent.optimiser.queueing.Atom;
import se.dirigent.optimiser.queueing.BusyCorrection;
import se.dirigent.optimiser.queueing.FleetModel;
import se.dirigent.optimiser.queueing.Overflow;

/**
 * How often each of the units that are free now will be taken when a call of the next hour comes.
 */
final class Busy {
  private static final double HOUR_SECONDS = 3600;

  private final double[] chance;
  private final BusyCorrection correction;
  private final int most;
  private final double[] presence;

  private Busy(double[] chance, double[] presence, BusyCorrection correction, int most) {
    this.presence = presence;
    this.most = most;
    this.chance = chance;
    this.correction = correction;
  }

  /**
   * The chances.
   *
   * @param calls expected in the next hour
   * @param shares each zone's part of them
   * @param seconds a unit's way to each zone, which decides in what order units are sent
   */
  static Busy of(
      List<CoveringUnit> units,
      CoverParameters parameters,
      double calls,
      double[] shares,
      Function<CoveringUnit, float[]> seconds) {
    if (units.isEmpty()) {
      return new Busy(new double[0], new double[0], new BusyCorrection(0, 1, Overflow.LOST), 1);
    }
    double load = meanBusy(calls, parameters.assignment().toSeconds());
    double present = units.stream().mapToDouble(CoveringUnit::presence).sum();
    int count = Math.max(1, (int) Math.round(present));
    double[] chance = new double[units.size()];
    double[] presence = units.stream().mapToDouble(CoveringUnit::presence).toArray();
    if (load > 0) {
      List<Double> workloads = workloads(units, load, shares, seconds);
      for (int unit = 0; unit < chance.length; unit++) {
        chance[unit] = workloads.get(unit);
      }
    }
    for (int unit = 0; unit < chance.length; unit++) {
      // Not yet there, or already gone, is as good as taken.
      chance[unit] = 1 - presence[unit] * (1 - chance[unit]);
    }
    return new Busy(chance, presence, new BusyCorrection(load, count, Overflow.LOST), count);
  }

  /**
   * How many are busy with calls of the next hour, on average over it, when none is at its start
   * (M/G/∞ with exponential service: λs(1 − e^(−t/s)) at time t).
   */
  private static double meanBusy(double callsPerHour, double serviceSeconds) {
    double hours = serviceSeconds / HOUR_SECONDS;
    return callsPerHour * hours * (1 - hours * (1 - StrictMath.exp(-1 / hours)));
  }

  private static List<Double> workloads(
      List<CoveringUnit> units,
      double load,
      double[] shares,
      Function<CoveringUnit, float[]> seconds) {
    List<float[]> rows = units.stream().map(seconds).toList();
    List<Atom> atoms = new ArrayList<>();
    for (int zone = 0; zone < shares.length; zone++) {
      int z = zone;
      List<Integer> order =
          IntStream.range(0, rows.size())
              .boxed()
              .sorted(Comparator.comparingDouble(u -> rows.get(u)[z]))
              .toList();
      atoms.add(new Atom(load * shares[zone], order));
    }
    // In units of mean assignments, so that each finishes one per unit of time.
    List<Double> rates = units.stream().map(_ -> 1.0).toList();
    return ApproximateHypercube.solve(new FleetModel(atoms, rates, Overflow.LOST)).busy();
  }

  /** The chance that one of the units is free; {@code without} is passed over. */
  double reached(int[] units, int without) {
    double together = 1;
    double present = 0;
    for (int unit : units) {
      if (unit != without) {
        together *= chance[unit];
        present += presence[unit];
      }
    }
    // Being away is independent of the others; only being taken needs the correction.
    int count = Math.min((int) Math.round(present), most);
    return Math.clamp(1 - together * correction.allOf(count), 0, 1);
  }

  /** Mean chance of a unit being taken. */
  double mean() {
    return Arrays.stream(chance).average().orElse(0);
  }
}
