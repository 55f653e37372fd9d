package se.dirigent.simulator.ride.model;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.transport.mode.DecisionTable.ModeRule;
import se.dirigent.simulator.ride.model.RideModel.Command;

/** One thing that a scenario has otherwise about care transports. */
public sealed interface RideChange {
  /** Most orders on a weekday: what the planner takes at once. */
  double ORDERS_MAX = 400;

  /**
   * The model with the change made.
   *
   * @param to null while the world has no care transports
   * @throws IllegalArgumentException when it cannot be made; says why and what to do
   */
  RideModel apply(@Nullable RideModel to);

  /** Care transports are driven as today. */
  record Begin(RideModel today) implements RideChange {
    @Override
    public RideModel apply(@Nullable RideModel to) {
      return to == null ? today : to;
    }
  }

  /** So many orders on a weekday. */
  record Orders(double perWeekday) implements RideChange {
    public Orders {
      if (!(perWeekday > 0 && perWeekday <= ORDERS_MAX)) {
        throw new IllegalArgumentException(
            "%s orders on a weekday; give a number above 0, at most %.0f"
                .formatted(perWeekday, ORDERS_MAX));
      }
    }

    @Override
    public RideModel apply(@Nullable RideModel to) {
      return begun(to).withOrders(perWeekday);
    }
  }

  /** A policy is in force beside those that are. */
  record Decide(Policy policy) implements RideChange {
    @Override
    public RideModel apply(@Nullable RideModel to) {
      RideModel model = begun(to);
      Set<String> known =
          model.rules().tables().stream()
              .flatMap(table -> table.rules().stream())
              .map(ModeRule::id)
              .collect(Collectors.toSet());
      if (!known.containsAll(policy.rules())) {
        throw new IllegalArgumentException(
            "the region's decision table has no rules %s; name them so or leave the policy out"
                .formatted(policy.rules()));
      }
      Set<Policy> now = EnumSet.of(policy);
      now.addAll(model.inForce());
      return model.with(now);
    }
  }

  /** Inner command has other hours. */
  record Commanding(Command hours) implements RideChange {
    @Override
    public RideModel apply(@Nullable RideModel to) {
      return begun(to).with(hours);
    }
  }

  /** Part of orders that wards place right from the start. */
  record Rightly(double share) implements RideChange {
    @Override
    public RideModel apply(@Nullable RideModel to) {
      return begun(to).withRight(share);
    }
  }

  /** The county's cover is kept when an ambulance would leave. */
  record KeepCover(double share) implements RideChange {
    @Override
    public RideModel apply(@Nullable RideModel to) {
      return begun(to).withCoverKept(share);
    }
  }

  /** So many assessment cars. */
  record Cars(int count) implements RideChange {
    @Override
    public RideModel apply(@Nullable RideModel to) {
      return begun(to).withAssessmentCars(count);
    }
  }

  /** So many helicopters that may be asked for an order. */
  record Helicopters(int count) implements RideChange {
    @Override
    public RideModel apply(@Nullable RideModel to) {
      return begun(to).withHelicopters(count);
    }
  }

  private static RideModel begun(@Nullable RideModel model) {
    if (model == null) {
      throw new IllegalArgumentException("the world has no care transports; begin with some");
    }
    return model;
  }
}
