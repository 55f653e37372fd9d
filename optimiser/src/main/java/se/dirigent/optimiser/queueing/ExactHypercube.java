package se.dirigent.optimiser.queueing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Larson's hypercube queueing model, solved as it stands: one state for each set of busy units.
 *
 * <p>Source: R. C. Larson, A hypercube queuing model for facility location and redistricting in
 * urban emergency services, Computers and Operations Research 1, 1974, pp. 67–95; Larson and Odoni,
 * Urban Operations Research, 1981, chapter 5.
 */
public final class ExactHypercube {
  /** 2^14 states are solved in well under a second; each unit more doubles that. */
  public static final int UNITS_MAX = 14;

  /** Sweeps until given up; the worst of the property test's models needs under 1 000. */
  private static final int SWEEPS_MAX = 50_000;

  /** Largest change of a state's probability in the last sweep. */
  private static final double PRECISION = 1e-13;

  private final int units;
  private final double[][] rateTo;
  private final double[] out;
  private final FleetModel model;

  private ExactHypercube(FleetModel model) {
    this.model = model;
    this.units = model.units();
    this.rateTo = ratesTo(model);
    this.out = ratesOut(model);
  }

  /**
   * The long run of the model.
   *
   * @throws IllegalArgumentException when there are more than {@link #UNITS_MAX} units
   * @throws IllegalStateException when the sweeps do not settle
   */
  public static Workloads solve(FleetModel model) {
    if (model.units() > UNITS_MAX) {
      throw new IllegalArgumentException(
          "the model has "
              + model.units()
              + " units; the exact solution takes "
              + UNITS_MAX
              + " at most, use ApproximateHypercube");
    }
    return new ExactHypercube(model).workloads();
  }

  private Workloads workloads() {
    double[] p = steadyState();
    int all = p.length - 1;
    double queue = 0;
    if (model.overflow() == Overflow.WAITS) {
      // With all busy the queue is a line of states, each this much less likely than the one
      // before.
      double ratio = model.arrivalRate() / (model.meanServiceRate() * units);
      queue = p[all] * ratio / (1 - ratio);
    }
    double total = 1 + queue;
    List<Double> busy = new ArrayList<>();
    for (int unit = 0; unit < units; unit++) {
      double sum = queue;
      for (int state = 0; state <= all; state++) {
        sum += (state >> unit & 1) == 1 ? p[state] : 0;
      }
      busy.add(sum / total);
    }
    return new Workloads(busy, (p[all] + queue) / total);
  }

  /** Probability of each set of busy units among the states without a queue; sums to 1. */
  private double[] steadyState() {
    double[] p = new double[1 << units];
    Arrays.fill(p, 1.0 / p.length);
    for (int sweep = 0; sweep < SWEEPS_MAX; sweep++) {
      if (sweep(p) < PRECISION) {
        return p;
      }
    }
    throw new IllegalStateException(
        "the hypercube of " + units + " units did not settle in " + SWEEPS_MAX + " sweeps");
  }

  /** One Gauss–Seidel sweep over the balance equations; answers the largest change. */
  private double sweep(double[] p) {
    double change = 0;
    double sum = 0;
    for (int state = 0; state < p.length; state++) {
      double in = 0;
      for (int unit = 0; unit < units; unit++) {
        int other = state ^ 1 << unit;
        in +=
            (state >> unit & 1) == 1
                ? p[other] * rateTo[other][unit]
                : p[other] * model.serviceRates().get(unit);
      }
      double next = in / out[state];
      change = Math.max(change, Math.abs(next - p[state]));
      p[state] = next;
      sum += next;
    }
    for (int state = 0; state < p.length; state++) {
      p[state] /= sum;
    }
    return change;
  }

  /** Per state and unit: how often a call is given to that unit. */
  private static double[][] ratesTo(FleetModel model) {
    double[][] rates = new double[1 << model.units()][model.units()];
    for (int state = 0; state < rates.length; state++) {
      for (Atom atom : model.atoms()) {
        for (int unit : atom.preference()) {
          if ((state >> unit & 1) == 0) {
            rates[state][unit] += atom.rate();
            break;
          }
        }
      }
    }
    return rates;
  }

  /** Per state: how often it is left for another without a queue. */
  private static double[] ratesOut(FleetModel model) {
    double[] out = new double[1 << model.units()];
    for (int state = 0; state < out.length; state++) {
      out[state] = state == out.length - 1 ? 0 : model.arrivalRate();
      for (int unit = 0; unit < model.units(); unit++) {
        out[state] += (state >> unit & 1) == 1 ? model.serviceRates().get(unit) : 0;
      }
    }
    return out;
  }
}
