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
   * Which pauses and meal of its shift a crew has had, or has begun.
   *
   * @param pauses how many of them, the first first
   * @param from when the last of them began; {@code Instant.MIN} when none has
   * @param until when it ends
   */
  public record Rested(int pauses, Instant from, Instant until) {
    public static final Rested NONE = new Rested(0, Instant.MIN, Instant.MIN);
  }

  /**
   * A duty as a vehicle.
   *
   * @param travel number of the kind's travel
   * @param offers what the unit with its crew has, as {@link Ability#offers} says
   * @param start where it is, or will be when the shift begins
   * @param relaxed whether it works overtime and without a meal, since what it has on board or has
   *     promised cannot be done otherwise
   * @param rested the pauses that are not planned again; in the last it may still be
   * @param driven what of the shift's driving is done, in seconds
   */
  public Vehicle vehicle(
      Shift shift,
      PlanRules.Kind kind,
      int travel,
      long offers,
      Position start,
      Position home,
      boolean relaxed,
      Rested rested,
      double driven) {
    boolean pausing = !relaxed && rested.until().isAfter(zero);
    double free = pausing ? seconds(zero, rested.until()) : 0;
    double from = Math.max(free, seconds(zero, shift.start()));
    double homeward = grid.seconds(start, home);
    double way = Double.isInfinite(homeward) ? 0 : homeward;
    Integer hours = kind.drivingHoursMax();
    return new Vehicle(
        grid.of(start),
        grid.of(home),
        from,
        // One that is late home already is no mistake of the problem's.
        Math.max(end(shift, kind, relaxed), from + way),
        Double.POSITIVE_INFINITY,
        hours == null ? Double.POSITIVE_INFINITY : Math.max(3600.0 * hours - driven, homeward),
        relaxed ? List.of() : breaks(shift, kind, from, rested),
        List.of(kind.seats(), kind.wheelchairs(), kind.stretchers(), RideMaker.ROOM),
        offers,
        travel,
        0);
  }

  /** The end of the shift with its overtime, but never into the driver's rest of the night. */
  private double end(Shift shift, PlanRules.Kind kind, boolean relaxed) {
    double overtime = relaxed ? 60.0 * rules.overtimeMinutes() : 0;
    double end = seconds(zero, shift.end()) + overtime;
    PlanRules.DailyRest rest = kind.rest();
    return rest == null ? end : Math.min(end, seconds(zero, shift.start().plus(rest.work())));
  }

  /** Meal and pauses that are still to be had: not begun, and their windows not passed. */
  private List<Break> breaks(Shift shift, PlanRules.Kind kind, double from, Rested rested) {
    List<Break> all = breaks(rules, zero, shift, kind);
    return Pauses.left(all.subList(Math.min(rested.pauses(), all.size()), all.size()), from);
  }

  /** All pauses of a shift with its meal, in the order they are had, as windows to begin in. */
  public static List<Break> breaks(
      PlanRules rules, Instant zero, Shift shift, PlanRules.Kind kind) {
    PlanRules.Pause rule = kind.pause();
    List<Break> pauses =
        rule == null
            ? List.of()
            : Pauses.of(
                seconds(zero, shift.start()),
                seconds(zero, shift.end()),
                60.0 * rule.afterMinutes(),
                60.0 * rule.minutes());
    return Pauses.with(pauses, meal(rules, zero, shift));
  }

  private static @Nullable Break meal(PlanRules rules, Instant zero, Shift shift) {
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
