package se.dirigent.routing.travel;

import java.time.Duration;

/**
 * Every figure of the {@link CrowFlyTravelTimes} model, so that a region can set its own.
 *
 * @param road pace of a road vehicle with lights and siren
 * @param air pace of a helicopter
 * @param aeroplane pace of an aeroplane from gate to gate
 * @param boat pace of a rescue boat
 * @param offRoad pace of a vehicle away from roads
 * @param foot pace of a walker
 * @param normalDrivingFactor time of a road journey in normal traffic divided by the time with
 *     lights and siren; 1 or more
 */
public record CrowFlyParameters(
    Pace road,
    Pace air,
    Pace aeroplane,
    Pace boat,
    Pace offRoad,
    Pace foot,
    double normalDrivingFactor) {
  /** From order to take-off, when the crew is at its helicopter [assumption]. */
  public static final Duration HELICOPTER_TAKE_OFF = Duration.ofMinutes(4);

  /** To land and reach the patient's side of the field [assumption]. */
  public static final Duration HELICOPTER_LANDING = Duration.ofMinutes(3);

  public CrowFlyParameters {
    if (!(normalDrivingFactor >= 1 && normalDrivingFactor <= 5)) {
      throw new IllegalArgumentException(
          "normalDrivingFactor is " + normalDrivingFactor + "; give a number from 1 to 5");
    }
  }

  /**
   * The figures used until a region brings its own.
   *
   * <ul>
   *   <li>Road detour 1.3 [assumption]. The straightest roads there are, 81 Swedish E-road links
   *       (ETISplus), have median 1.11, 90th percentile 1.26 and 1.17 by length; local roads bend
   *       more.
   *   <li>Road cruise 95 km/h and 5 200 m before it is reached [assumption], chosen so that 3 km of
   *       road take 5 minutes with lights and 20 km take 16.
   *   <li>Normal driving 1.3 times as long [assumption]. Ho and Lindquist, Prehospital Emergency
   *       Care 5(2), 2001 measured 12.14 against 8.51 minutes (1.43) on rural runs; Petzäll and
   *       others, Accident Analysis and Prevention 43(3), 2011 found 2.9 minutes saved in towns and
   *       8.9 in the country in Sweden, on longer journeys a smaller share.
   *   <li>Helicopter 230 km/h, 4 minutes from order to take-off and 3 to land and reach the
   *       patient's side of the field [assumption: a light twin's cruise, staffed by day].
   *   <li>Aeroplane 700 km/h with detour 1.05, 20 minutes from order to take-off and 15 from
   *       landing to gate, full speed only after 100 km [assumption: PC-24, whose cruise is 815
   *       km/h].
   *   <li>Boat 46 km/h (25 knots) with detour 1.2, 10 minutes to cast off and to land [assumption].
   *   <li>Off-road 25 km/h with detour 1.4, on foot 4 km/h with detour 1.3 [assumption].
   * </ul>
   */
  public static CrowFlyParameters defaults() {
    return new CrowFlyParameters(
        new Pace(1.3, 95, 5_200, Duration.ZERO),
        new Pace(1, 230, 0, HELICOPTER_TAKE_OFF.plus(HELICOPTER_LANDING)),
        new Pace(1.05, 700, 100_000, Duration.ofMinutes(35)),
        new Pace(1.2, 46, 0, Duration.ofMinutes(10)),
        new Pace(1.4, 25, 0, Duration.ZERO),
        new Pace(1.3, 4, 0, Duration.ZERO),
        1.3);
  }

  /**
   * The same with helicopters that take so long on the ground, for take-off and landing together.
   */
  public CrowFlyParameters withHelicopterGround(Duration takes) {
    Pace pace =
        new Pace(
            air.detourFactor(), air.cruiseKmPerHour(), air.accelerationDistanceMetres(), takes);
    return new CrowFlyParameters(road, pace, aeroplane, boat, offRoad, foot, normalDrivingFactor);
  }
}
