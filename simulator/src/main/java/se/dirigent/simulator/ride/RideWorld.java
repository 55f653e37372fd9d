package se.dirigent.simulator.ride;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.simulator.ride.model.RideModel;
import se.dirigent.simulator.roster.ShiftPlan;
import se.dirigent.simulator.trial.TrialWorld;

/** A world with its care transports, ready to run. Immutable and safe for many threads. */
public final class RideWorld {
  /** A Monday's midnight, the twin's time 0. */
  static final Instant BEGINNING = Instant.parse("2026-06-01T00:00:00Z");

  private static final int YEAR_DAYS = 365;

  private final RideModel model;
  private final RidePlaces places;
  private final List<RideUnit> units;
  private final Cover cover;
  private final int[] index;
  private final double staffKronorYear;

  /**
   * A world.
   *
   * @param plans shifts of each of the trial's units
   * @param driving times on the road beside the usual, 1 for the usual
   * @param days longest run
   */
  public RideWorld(
      TrialWorld world, RideModel model, List<List<ShiftPlan>> plans, double driving, int days) {
    this.model = model;
    this.places =
        new RidePlaces(world.ground(), model.sites(), driving, model.planning(), BEGINNING);
    this.cover = new Cover(world);
    this.index = IntStream.generate(() -> -1).limit(world.units().size()).toArray();
    List<RideUnit> riding = new ArrayList<>();
    for (int number = 0; number < world.units().size(); number++) {
      var unit = world.units().get(number);
      if (model.planning().kind(unit.kind()) != null) {
        index[number] = riding.size();
        int home = world.ground().base(unit.home());
        riding.add(
            RideUnit.of(unit.id(), number, unit.kind(), home, plans.get(number), BEGINNING, days));
      }
    }
    this.units = List.copyOf(riding);
    this.staffKronorYear = staff(world);
  }

  private double staff(TrialWorld world) {
    double weeks = YEAR_DAYS / 7.0;
    double sum = 0;
    for (RideUnit unit : units) {
      if (unit.forRides()) {
        double hours = world.units().get(unit.number()).duty().cardinality() / 60.0 * weeks;
        sum += hours * RideUnit.kronorPerHour(unit.kind());
      }
    }
    double nurse = RideUnit.kronorPerHour(UnitKind.ASSESSMENT_CAR);
    sum += model.assessmentCars() * AssessmentCars.HOURS_DAY * YEAR_DAYS * nurse;
    return sum + model.command().hoursDay() * YEAR_DAYS * nurse;
  }

  RideModel model() {
    return model;
  }

  RidePlaces places() {
    return places;
  }

  List<RideUnit> units() {
    return units;
  }

  Cover cover() {
    return cover;
  }

  /** Place among those that may take rides of a unit of the trial, or −1. */
  int index(int number) {
    return index[number];
  }

  double staffKronorYear() {
    return staffKronorYear;
  }
}
