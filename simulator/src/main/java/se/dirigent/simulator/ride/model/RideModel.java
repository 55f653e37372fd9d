package se.dirigent.simulator.ride.model;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import se.dirigent.core.transport.mode.TransportRules;
import se.dirigent.optimiser.plan.order.PlanRules;
import se.dirigent.simulator.ward.WardMix;
import se.dirigent.simulator.ward.WardProfile;

/**
 * A region's care transports before any run: what scenarios change.
 *
 * @param sites where patients travel, and how far it is
 * @param wards how much they order and when; their zone is the twin's wall clock
 * @param mix who for
 * @param rules the region's decision tables, hours and prices
 * @param planning the region's rules of planning
 * @param inForce which policies orders go by
 * @param right part of orders that wards place right from the start, 0 to 1
 * @param command when inner command is on duty
 * @param coverKept part of what the crews on duty reach from home that must still be reached when
 *     an ambulance leaves the county on a trip that can wait; 0 when nobody asks
 * @param assessmentCars how many
 * @param helicopters of the region that may be asked for an order
 * @param areaShare the region's part of the country's land
 * @param peopleShare its part of the country's inhabitants
 */
public record RideModel(
    RideSites sites,
    WardProfile wards,
    WardMix mix,
    TransportRules rules,
    PlanRules planning,
    Set<Policy> inForce,
    double right,
    Command command,
    double coverKept,
    int assessmentCars,
    int helicopters,
    double areaShare,
    double peopleShare) {
  /** The twin's wall clock: hours of the day without summer time. */
  public static final ZoneOffset CLOCK = ZoneOffset.UTC;

  /** Part of orders that wards place right from the start today [assumption; nobody counts it]. */
  public static final double RIGHT_TODAY = 0.85;

  /** Assessment cars today: the review wants to turn one of three into something else. */
  public static final int ASSESSMENT_CARS_TODAY = 3;

  /** More cars than a county would buy. */
  static final int ASSESSMENT_CARS_MAX = 50;

  /** The country has ten bases. */
  static final int HELICOPTERS_MAX = 10;

  /** Hours of inner command, the same every day, within one day. */
  public record Command(LocalTime from, LocalTime to) {
    /** 07:30 to 16:30 every day, as the review says. */
    public static final Command TODAY = new Command(LocalTime.of(7, 30), LocalTime.of(16, 30));

    public Command {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException(
            "inner command begins at %s and ends at %s; give an end later that day"
                .formatted(from, to));
      }
    }

    /** Whether it is on duty at a moment, in milliseconds from a midnight. */
    public boolean onDuty(long millis) {
      int second = (int) (millis / 1000 % 86_400);
      return second >= from.toSecondOfDay() && second < to.toSecondOfDay();
    }

    /** Hours a day. */
    public double hoursDay() {
      return (to.toSecondOfDay() - from.toSecondOfDay()) / 3600.0;
    }
  }

  public RideModel {
    // In order, so that a scenario's text is the same in every process.
    inForce = Collections.unmodifiableSet(new TreeSet<>(inForce));
    requireShare("right", right);
    requireShare("keep-cover", coverKept);
    if (assessmentCars < 0 || assessmentCars > ASSESSMENT_CARS_MAX) {
      throw new IllegalArgumentException(
          "there are %d assessment cars; give 0 to %d"
              .formatted(assessmentCars, ASSESSMENT_CARS_MAX));
    }
    if (helicopters < 0 || helicopters > HELICOPTERS_MAX) {
      throw new IllegalArgumentException(
          "there are %d helicopters; give 0 to %d".formatted(helicopters, HELICOPTERS_MAX));
    }
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("'%s' is %s; give 0 to 1".formatted(name, value));
    }
  }

  /** A region before the review: no policy, inner command by day, three assessment cars. */
  public static RideModel today(
      RideSites sites,
      long population,
      TransportRules rules,
      PlanRules planning,
      int helicopters,
      double areaShare,
      double peopleShare) {
    return new RideModel(
        sites,
        WardProfile.of(population, CLOCK),
        WardMix.usual(),
        rules,
        planning,
        EnumSet.noneOf(Policy.class),
        RIGHT_TODAY,
        Command.TODAY,
        0,
        ASSESSMENT_CARS_TODAY,
        helicopters,
        areaShare,
        peopleShare);
  }

  /** The same with some policies in force, those alone. */
  public RideModel with(Set<Policy> now) {
    return copy(wards, now, right, command, coverKept, assessmentCars, helicopters);
  }

  /** The same with another part right from the start. */
  public RideModel withRight(double now) {
    return copy(wards, inForce, now, command, coverKept, assessmentCars, helicopters);
  }

  /** The same with other hours of inner command. */
  public RideModel with(Command now) {
    return copy(wards, inForce, right, now, coverKept, assessmentCars, helicopters);
  }

  /** The same with the county's cover kept. */
  public RideModel withCoverKept(double now) {
    return copy(wards, inForce, right, command, now, assessmentCars, helicopters);
  }

  /** The same with another number of assessment cars. */
  public RideModel withAssessmentCars(int now) {
    return copy(wards, inForce, right, command, coverKept, now, helicopters);
  }

  /** The same with another number of helicopters. */
  public RideModel withHelicopters(int now) {
    return copy(wards, inForce, right, command, coverKept, assessmentCars, now);
  }

  /** The same with so many orders on a weekday. */
  public RideModel withOrders(double now) {
    WardProfile more = new WardProfile(now, wards.hourShare(), wards.weekendShare(), wards.zone());
    return copy(more, inForce, right, command, coverKept, assessmentCars, helicopters);
  }

  private RideModel copy(
      WardProfile ordering,
      Set<Policy> policies,
      double rightly,
      Command commanding,
      double kept,
      int cars,
      int flying) {
    return new RideModel(
        sites,
        ordering,
        mix,
        rules,
        planning,
        policies,
        rightly,
        commanding,
        kept,
        cars,
        flying,
        areaShare,
        peopleShare);
  }
}
