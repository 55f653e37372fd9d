package se.dirigent.simulator.ride;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.transport.mode.AirFee;
import se.dirigent.core.transport.mode.ModeAdvice.Option;
import se.dirigent.optimiser.plan.order.PlanRules;
import se.dirigent.simulator.ride.model.RideFigure;
import se.dirigent.simulator.ride.model.RideModel;
import se.dirigent.simulator.ride.model.RideReport;
import se.dirigent.simulator.trial.Situation;

/** Counts the care transports of a run; its first day fills the world and is not counted. */
final class RideTally {
  private static final long DAY_MILLIS = 86_400_000;
  private static final double HOUR_MILLIS = 3_600_000;
  private static final double YEAR_DAYS = 365;

  /** What the region pays. */
  private static final List<RideFigure> PAID =
      List.of(
          RideFigure.KRONOR_FLIGHTS,
          RideFigure.KRONOR_HELICOPTERS,
          RideFigure.KRONOR_FEE,
          RideFigure.KRONOR_TAXIS,
          RideFigure.KRONOR_OWN,
          RideFigure.KRONOR_STAFF);

  private final RideWorld world;
  private final int days;
  private final Map<RideFigure, Double> sums = new EnumMap<>(RideFigure.class);
  private long orders;
  private long refused;
  private long right;
  private long fetched;
  private long punctual;
  private long samples;
  private double inCounty;

  /**
   * A tally.
   *
   * @param days of the run, the first among them
   */
  RideTally(RideWorld world, int days) {
    this.world = world;
    this.days = days;
  }

  private static boolean counted(long millis) {
    return millis >= DAY_MILLIS;
  }

  private static boolean counted(Instant at) {
    return counted(Duration.between(RideWorld.BEGINNING, at).toMillis());
  }

  private void add(RideFigure figure, double amount, long millis) {
    if (counted(millis)) {
      sums.merge(figure, amount, Double::sum);
    }
  }

  void ordered(boolean rightly, boolean steered, boolean overseen, Instant now) {
    if (counted(now)) {
      orders++;
      right += rightly ? 1 : 0;
      sums.merge(RideFigure.STEERED, steered ? 1.0 : 0, Double::sum);
      sums.merge(RideFigure.OVERSEEN, overseen ? 1.0 : 0, Double::sum);
    }
  }

  /** No mode can take the patient there. */
  void refused(Instant now) {
    if (counted(now)) {
      refused++;
      sums.merge(RideFigure.NOT_TAKEN, 1.0, Double::sum);
    }
  }

  void flight(Option option, long now) {
    add(RideFigure.FLIGHTS, 1, now);
    add(RideFigure.FLIGHT_HOURS, option.flightMinutes() / 60.0, now);
    add(RideFigure.KRONOR_FLIGHTS, option.kronor(), now);
  }

  /** A patient comes along on a flight that is paid for already. */
  void shared(long now) {
    add(RideFigure.SHARED, 1, now);
  }

  void lifted(Option option, long now) {
    add(RideFigure.HELICOPTER_TRIPS, 1, now);
    add(RideFigure.HELICOPTER_HOURS, option.flightMinutes() / 60.0, now);
    add(RideFigure.KRONOR_HELICOPTERS, option.kronor(), now);
  }

  void bought(RideOrder order, long now) {
    add(RideFigure.BOUGHT, 1, now);
    add(RideFigure.KRONOR_TAXIS, order.transport().choice().kronor(), now);
  }

  void raised(long now) {
    add(RideFigure.RAISED, 1, now);
  }

  void flown(long now) {
    add(RideFigure.FLOWN_FOR_WANT, 1, now);
  }

  void heldBack(long now) {
    add(RideFigure.HELD_BACK, 1, now);
  }

  void notTaken(long now) {
    add(RideFigure.NOT_TAKEN, 1, now);
  }

  void fetched(RideOrder order, Instant at) {
    if (counted(at) && !order.leg) {
      fetched++;
      punctual += at.isAfter(order.transport().choice().pickupUntil()) ? 0 : 1;
    }
  }

  /** A planned arrival at a ward outside the hours when it has more than on-call staff. */
  void arrived(RideOrder order, Instant at) {
    boolean ward = !order.transport().request().to().isHome();
    boolean waits = WardOffice.canWait(order);
    boolean open = world.model().rules().receiving().open(at, RideModel.CLOCK);
    if (counted(at) && ward && waits && !open && !order.leg) {
      sums.merge(RideFigure.ON_CALL, 1.0, Double::sum);
    }
  }

  void calledOff(Drive drive, long now) {
    add(RideFigure.CALLED_OFF, drive.orders().size(), now);
    bound(drive, now);
  }

  /** A unit has driven its orders to their ends. */
  void drove(Drive drive, long now) {
    if (drive.unit().kind() == UnitKind.AMBULANCE && drive.leavesCounty()) {
      add(RideFigure.AMBULANCE_HOURS_AWAY, hours(drive, now), now);
      add(RideFigure.ROAD_OUT, 1, now);
    }
    bound(drive, now);
  }

  /** What a drive took of the county's ambulances and of its purse, as far as it came. */
  private void bound(Drive drive, long now) {
    UnitKind kind = drive.unit().kind();
    if (kind == UnitKind.AMBULANCE) {
      add(RideFigure.AMBULANCE_HOURS, hours(drive, now), now);
    }
    PlanRules.Kind costs = world.model().planning().kind(kind);
    if (costs != null && drive.orders().stream().noneMatch(o -> o.leg)) {
      add(RideFigure.KRONOR_OWN, costs.kronor(drive.metres(now), drive.seconds(now)), now);
    }
  }

  private static double hours(Drive drive, long now) {
    return (now - drive.begunMillis()) / HOUR_MILLIS;
  }

  /** How the county is covered at a moment. */
  void sample(Situation situation, @Nullable Drive[] drives) {
    if (counted(situation.now())) {
      samples++;
      int here = 0;
      for (int unit = 0; unit < situation.units(); unit++) {
        boolean meets = situation.unit(unit).levelMostUrgent() == 1;
        int index = world.index(unit);
        Drive drive = index < 0 ? null : drives[index];
        boolean away = drive != null && drive.leavesCounty();
        here += meets && world.cover().onDuty(situation, unit) && !away ? 1 : 0;
      }
      inCounty += here;
    }
  }

  RideReport report(AssessmentCars.Settled settled) {
    double year = YEAR_DAYS / (days - 1);
    Map<RideFigure, Double> figures = new EnumMap<>(RideFigure.class);
    for (RideFigure figure : RideFigure.values()) {
      figures.put(figure, sums.getOrDefault(figure, 0.0) * year);
    }
    figures.put(RideFigure.ORDERS, (orders + refused) * year);
    figures.put(RideFigure.RIGHT, (double) right / orders);
    figures.put(RideFigure.PUNCTUAL, (double) punctual / fetched);
    figures.put(RideFigure.IN_COUNTY, inCounty / samples);
    figures.put(RideFigure.ALARMS_OVERSEEN, settled.overseen());
    figures.put(RideFigure.SETTLED_AT_HOME, settled.settled() * year);
    figures.put(RideFigure.CONVEYANCES_AVOIDED, settled.conveyances() * year);
    fees(figures);
    figures.put(RideFigure.KRONOR_STAFF, world.staffKronorYear());
    double paid = 0;
    for (RideFigure part : PAID) {
      paid += figures.getOrDefault(part, 0.0);
    }
    figures.put(RideFigure.KRONOR_REGION, paid);
    return new RideReport(figures);
  }

  /** The standby fee when the federation divides it anew by what the region flies. */
  private void fees(Map<RideFigure, Double> figures) {
    AirFee fee = world.model().rules().airFee();
    if (fee != null) {
      double area = world.model().areaShare();
      double people = world.model().peopleShare();
      double known = fee.hoursYear() * (area + people) / 2;
      double own = fee.ownHoursYear() == null ? known : fee.ownHoursYear();
      double saved = own - figures.getOrDefault(RideFigure.FLIGHT_HOURS, 0.0);
      AirFee.Effect effect = fee.effect(area, people, saved);
      figures.put(RideFigure.KRONOR_FEE, (double) effect.after());
      figures.put(RideFigure.KRONOR_OTHERS, (double) effect.others());
    }
  }
}
