package se.dirigent.optimiser.queueing;

import java.util.List;

/**
 * A fleet and its calls, as the hypercube model sees them.
 *
 * @param atoms at least one; together they call
 * @param serviceRates per unit: assignments it finishes per unit of time while busy; above zero
 * @param overflow what becomes of calls that find all busy
 */
public record FleetModel(List<Atom> atoms, List<Double> serviceRates, Overflow overflow) {
  public FleetModel {
    atoms = List.copyOf(atoms);
    serviceRates = List.copyOf(serviceRates);
    int units = serviceRates.size();
    if (units == 0 || atoms.isEmpty()) {
      throw new IllegalArgumentException(
          "the model has " + units + " units and " + atoms.size() + " atoms; give one of each");
    }
    for (double rate : serviceRates) {
      if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "a service rate is " + rate + "; give a finite number above 0");
      }
    }
    for (Atom atom : atoms) {
      if (atom.preference().size() != units) {
        throw new IllegalArgumentException(
            "an atom's preference names " + atom.preference().size() + " units of " + units);
      }
    }
    double calls = atoms.stream().mapToDouble(Atom::rate).sum();
    double capacity = serviceRates.stream().mapToDouble(Double::doubleValue).sum();
    if (overflow == Overflow.WAITS && calls >= capacity) {
      throw new IllegalArgumentException(
          "calls come at "
              + calls
              + " and units finish "
              + capacity
              + " at most, so the queue grows for ever; add units or let calls be lost");
    }
  }

  /** How many units. */
  public int units() {
    return serviceRates.size();
  }

  /** Calls per unit of time from everywhere. */
  public double arrivalRate() {
    return atoms.stream().mapToDouble(Atom::rate).sum();
  }

  /** Mean of the units' service rates. */
  public double meanServiceRate() {
    return serviceRates.stream().mapToDouble(Double::doubleValue).sum() / units();
  }
}
