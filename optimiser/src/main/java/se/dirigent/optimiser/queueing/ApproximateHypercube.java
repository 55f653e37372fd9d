package se.dirigent.optimiser.queueing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Larson's approximation of the hypercube model, for fleets of any size: one unknown per unit
 * instead of one per set of units. Service rates may differ between units, as in Jarvis.
 *
 * <p>Sources: R. C. Larson, Operations Research 23(5), 1975, pp. 845–868; J. P. Jarvis,
 * Approximating the equilibrium behavior of multi-server loss systems, Management Science 31(2),
 * 1985, pp. 235–239. Larson reports workloads within a few per cent of the exact ones.
 */
public final class ApproximateHypercube {
  /** Rounds until given up; models of the size of a region settle in about twenty. */
  private static final int ROUNDS_MAX = 1_000;

  /** Largest change of a workload in the last round. */
  private static final double PRECISION = 1e-10;

  /** Choices further down are reached too seldom to count: less than this of an atom's calls. */
  private static final double NEGLIGIBLE = 1e-9;

  private final FleetModel model;
  private final BusyCorrection correction;

  private ApproximateHypercube(FleetModel model) {
    this.model = model;
    double load = model.arrivalRate() / model.meanServiceRate();
    this.correction = new BusyCorrection(load, model.units(), model.overflow());
  }

  /**
   * The long run of the model, nearly.
   *
   * @throws IllegalStateException when the rounds do not settle
   */
  public static Workloads solve(FleetModel model) {
    return new ApproximateHypercube(model).workloads();
  }

  private Workloads workloads() {
    double[] busy = new double[model.units()];
    Arrays.fill(busy, correction.busy());
    for (int round = 0; round < ROUNDS_MAX; round++) {
      double[] next = round(busy);
      double change = 0;
      for (int unit = 0; unit < busy.length; unit++) {
        change = Math.max(change, Math.abs(next[unit] - busy[unit]));
      }
      busy = next;
      if (change < PRECISION) {
        return new Workloads(listOf(busy), correction.allBusy());
      }
    }
    throw new IllegalStateException(
        "the approximation of " + model.units() + " units did not settle in " + ROUNDS_MAX);
  }

  private double[] round(double[] busy) {
    double[] offered = new double[busy.length];
    for (Atom atom : model.atoms()) {
      offer(atom, busy, offered);
    }
    // What the queue gives each unit: it is worked off by all alike.
    double fromQueue =
        model.overflow() == Overflow.WAITS ? correction.busy() * correction.allBusy() : 0;
    double[] next = new double[busy.length];
    double sum = 0;
    for (int unit = 0; unit < busy.length; unit++) {
      double load = offered[unit] / model.serviceRates().get(unit);
      next[unit] = (load + fromQueue) / (1 + load);
      sum += next[unit];
    }
    double scale = correction.busy() * busy.length / sum;
    for (int unit = 0; unit < busy.length; unit++) {
      next[unit] = Math.min(next[unit] * scale, 1);
    }
    return next;
  }

  /** Adds what an atom offers each unit per unit of its free time. */
  private void offer(Atom atom, double[] busy, double[] offered) {
    double before = 1;
    for (int choice = 0; choice < busy.length && before > NEGLIGIBLE; choice++) {
      int unit = atom.preference().get(choice);
      offered[unit] += atom.rate() * correction.at(choice) * before;
      before *= busy[unit];
    }
  }

  private static List<Double> listOf(double[] values) {
    List<Double> list = new ArrayList<>();
    for (double value : values) {
      list.add(value);
    }
    return list;
  }
}
