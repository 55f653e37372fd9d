package se.dirigent.server.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.TransportId;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.PlanChecker;
import se.dirigent.optimiser.plan.RideProblem;
import se.dirigent.optimiser.plan.order.PlanRules;

/**
 * A region's orders and duties as a problem for the search, at one moment.
 *
 * @param zero the moment from which the problem counts its seconds
 * @param problem in seconds and kronor
 * @param rides the order behind each ride of the problem
 * @param duties the duty behind each vehicle; a vehicle beyond them is none and takes nothing
 * @param running what the orders say, in the problem's numbers
 * @param lost vehicles that orders say and that are gone, and why
 * @param left orders that are not in the problem, and why
 * @param suffered what an order's patient and ward have been delayed before, in minutes
 * @param leftOrders those of them that say a vehicle, or that others are to drive
 */
record Board(
    Instant zero,
    RideProblem problem,
    List<Transport> rides,
    List<Duty> duties,
    Plan running,
    Map<TransportId, Reason> lost,
    Map<TransportId, Reason> left,
    Map<TransportId, Transport> leftOrders,
    ToDoubleFunction<Transport> suffered) {
  /**
   * Why an order has no vehicle.
   *
   * @param code of the words
   * @param values what the words need
   */
  record Reason(String code, Map<String, String> values) {
    Reason {
      values = Map.copyOf(values);
    }

    static Reason of(String code) {
      return new Reason(code, Map.of());
    }

    static Reason of(String code, String name, Object value) {
      return new Reason(code, Map.of(name, value.toString()));
    }
  }

  /** A time of the problem; whole seconds, since nobody drives by less. */
  Instant at(double seconds) {
    return zero.plusSeconds((long) Math.ceil(seconds - 1e-6));
  }

  static double seconds(Instant zero, Instant at) {
    return Duration.between(zero, at).toMillis() / 1000.0;
  }

  /** Number of the order's ride, or −1. */
  int ride(TransportId id) {
    for (int r = 0; r < rides.size(); r++) {
      if (rides.get(r).id().equals(id)) {
        return r;
      }
    }
    return -1;
  }

  /** What the plan costs on the road and in rides that are bought, in kronor. */
  double kronor(Plan plan, PlanRules rules) {
    double driven = plan.tours().stream().mapToDouble(t -> PlanChecker.cost(problem, t)).sum();
    return driven
        + plan.unserved().stream()
            .map(rides::get)
            .filter(t -> rules.mayBuy(t))
            .mapToInt(t -> t.choice().kronor())
            .sum();
  }

  /** How many rides the plan leaves out that nobody else drives. */
  long missing(Plan plan, PlanRules rules) {
    return plan.unserved().stream()
        .map(rides::get)
        .filter(t -> !rules.mayBuy(t) && !t.offered())
        .count();
  }
}
