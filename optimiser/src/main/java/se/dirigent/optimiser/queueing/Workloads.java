package se.dirigent.optimiser.queueing;

import java.util.List;

/**
 * The long run of a {@link FleetModel}.
 *
 * @param busy per unit: share of time it is busy, 0 to 1
 * @param allBusy share of time all units are busy, 0 to 1
 */
public record Workloads(List<Double> busy, double allBusy) {
  public Workloads {
    busy = List.copyOf(busy);
  }
}
