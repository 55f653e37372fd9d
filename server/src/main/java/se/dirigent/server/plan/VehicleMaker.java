package se.dirigent.server.plan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.Shift;
import se.dirigent.core.geo.Position;
import se.dirigent.optimiser.plan.Break;
import se.dirigent.optimiser.plan.Vehicle;
import se.dirigent.server.plan.WayTable.Grid;

/** Puts duties as vehicles of the problem. */
final class VehicleMaker {
  private final PlanRules rules;
  private final Instant zero;
  private final Grid grid;

  VehicleMaker(PlanRules rules, Instant zero, Grid grid) {
    this.rules = rules;
    this.zero = zero;
    this.grid = grid;
  }

  /**
   * A duty as a vehicle.
   *
   * @param travel number of the kind's travel
   * @param relaxed whether it works overtime and without a meal, since what it has on board or has
   *     promised cannot be done otherwise
   */
  Vehicle vehicle(
      Duty duty, PlanRules.Kind kind, int travel, Position start, Position home, boolean relaxed) {
    double from = Math.max(0, Board.seconds(zero, duty.shift().start()));
    double overtime = relaxed ? 60.0 * rules.overtimeMinutes() : 0;
    double homeward = grid.seconds(start, home);
    double to = Board.seconds(zero, duty.shift().end()) + overtime;
    Integer hours = kind.drivingHoursMax();
    return new Vehicle(
        grid.of(start),
        grid.of(home),
        from,
        // One that is late home already is no mistake of the problem's.
        Double.isInfinite(homeward) ? to : Math.max(to, from + homeward),
        Double.POSITIVE_INFINITY,
        hours == null ? Double.POSITIVE_INFINITY : Math.max(3600.0 * hours, homeward),
        relaxed ? List.of() : breaks(duty.shift(), kind, from),
        List.of(kind.seats(), kind.wheelchairs(), kind.stretchers(), Board.ROOM),
        Ability.offers(duty.unit(), kind),
        travel,
        0);
  }

  /** Meal and pauses whose windows have not passed: whether they were had nobody has told. */
  private List<Break> breaks(Shift shift, PlanRules.Kind kind, double from) {
    PlanRules.Pause rule = kind.pause();
    List<Break> pauses =
        rule == null
            ? List.of()
            : Pauses.of(
                Board.seconds(zero, shift.start()),
                Board.seconds(zero, shift.end()),
                60.0 * rule.afterMinutes(),
                60.0 * rule.minutes());
    return Pauses.left(Pauses.with(pauses, meal(shift)), from);
  }

  private @Nullable Break meal(Shift shift) {
    Instant start = shift.mealStart();
    Instant end = shift.mealEnd();
    if (start == null || end == null || rules.mealMinutes() == 0) {
      return null;
    }
    double length = 60.0 * rules.mealMinutes();
    double earliest = Board.seconds(zero, start);
    double latest = Board.seconds(zero, end) - length;
    return earliest > latest ? null : new Break(earliest, latest, length);
  }

  /** A vehicle that takes nothing: a problem has at least one. */
  Vehicle none(Position anywhere) {
    return Vehicle.of(
        grid.of(anywhere), grid.of(anywhere), 0, 0, Double.POSITIVE_INFINITY, List.of(0, 0, 0, 0));
  }
}
