package se.dirigent.core;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import se.dirigent.core.fleet.Unit.CareRide;
import se.dirigent.core.fleet.UnitCommand;
import se.dirigent.core.fleet.UnitCommand.LeaveCareRide;
import se.dirigent.core.fleet.UnitCommand.ReachCareRide;
import se.dirigent.core.fleet.UnitId;

/** What {@link RandomShift} asks of units that drive care transports. */
final class RandomRides {
  /** So few that one is often known already, and that a unit drives several at once. */
  private static final List<String> TRANSPORTS = List.of("t1", "t2", "t3", "");

  private RandomRides() {}

  /** Half the time something about a care transport, else something other. */
  static UnitCommand or(RandomGenerator random, UnitId unit, Supplier<UnitCommand> other) {
    String transport = TRANSPORTS.get(Math.min(random.nextInt(20) / 6, 3));
    return switch (random.nextInt(14)) {
      case 0 -> new ReachCareRide(unit, transport, CareRide.Stage.values()[random.nextInt(3)]);
      case 1 -> new ReachCareRide(unit, transport, CareRide.Stage.LOCKED);
      // More often than they begin, or all units would be full and nothing else happened.
      case 2, 3, 4, 5, 6 -> new LeaveCareRide(unit, transport);
      default -> other.get();
    };
  }
}
