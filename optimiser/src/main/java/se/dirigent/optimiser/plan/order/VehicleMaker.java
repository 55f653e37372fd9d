package se.dirigent.optimiser.plan.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.Shift;
import se.dirigent.core.geo.Position;
import se.dirigent.optimiser.plan.Break;
import se.dirigent.optimiser.plan.Vehicle;

/** Puts duties as vehicles of a problem whose seconds count from one moment. */
public final class VehicleMaker {
  private final PlanRules rules;
  private final Instant zero;
  private final Grid grid;

  /** For duties of a region, from a moment on. */
  public VehicleMaker(PlanRules rules, Instant zero, Grid grid) {
    this.rules = rules;
    this.zero = zero;
    this.grid = grid;
  }

  /**
   * A duty as a vehicle.
   *
   * @param travel number of the kind's travel
   * @param offers what the unit with its crew has, as {@link Ability#offers} says
   * @param start where it is, or will be when the shift begins
   * @param relaxed whether it works overtime and without a meal, since what it has on board or has
   *     promised cannot be done otherwise
   */
  public Vehicle vehicle(
      Shift shift,
      PlanRules.Kind kind,
      int travel,
      long offers,
      Position start,
      Position home,
      boolean relaxed) {
    double from = Math.max(0, seconds(zero, shift.start()));
    double overtime = relaxed ? 60.0 * rules.overtimeMinutes() : 0;
    double homeward = grid.seconds(start, home);
    double to = seconds(zero, shift.end()) + overtime;
    Integer hours = kind.drivingHoursMax();
    return new Vehicle(
        grid.of(start),
        grid.of(home),
        from,
        // One that is late home already is no mistake of the problem's.
        Double.isInfinite(homeward) ? to : Math.max(to, from + homeward),
        Double.POSITIVE_INFINITY,
        hours == null ? Double.POSITIVE_INFINITY : Math.max(3600.0 * hours, homeward),
        relaxed ? List.of() : breaks(shift, kind, from),
        List.of(kind.seats(), kind.wheelchairs(), kind.stretchers(), RideMaker.ROOM),
        offers,
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
                seconds(zero, shift.start()),
                seconds(zero, shift.end()),
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
    double earliest = seconds(zero, start);
    double latest = seconds(zero, end) - length;
    return earliest > latest ? null : new Break(earliest, latest, length);
  }

  /** A vehicle that takes nothing: a problem has at least one. */
  public Vehicle none(Position anywhere) {
    return Vehicle.of(
        grid.of(anywhere), grid.of(anywhere), 0, 0, Double.POSITIVE_INFINITY, List.of(0, 0, 0, 0));
  }

  /** Seconds from one moment to another. */
  static double seconds(Instant zero, Instant at) {
    return Duration.between(zero, at).toMillis() / 1000.0;
  }
}
