package se.dirigent.optimiser.recommend;

/**
 * How much later than the median nine of ten arrivals are.
 *
 * @param fixed added to every journey, in seconds: gates, stairs, a wrong turn
 * @param shareOfTravel added per second of median travel
 * @param shareOfWait added per second of waiting until the unit is free, which is known far worse
 */
public record ArrivalSpread(double fixed, double shareOfTravel, double shareOfWait) {
  public ArrivalSpread {
    if (!(fixed >= 0 && shareOfTravel >= 0 && shareOfWait >= 0)) {
      throw new IllegalArgumentException(
          "fixed is %s, shareOfTravel %s and shareOfWait %s; give numbers from 0 up"
              .formatted(fixed, shareOfTravel, shareOfWait));
    }
  }

  /**
   * One minute, a quarter of the journey and all of the wait [assumption]. That ambulance journeys
   * spread less in proportion the longer they are is the finding of Budge, Ingolfsson and Zerom,
   * Empirical analysis of ambulance travel times, Management Science 56(4), 2010, pp. 716–723.
   */
  public static ArrivalSpread defaults() {
    return new ArrivalSpread(60, 0.25, 1);
  }

  /** Seconds from the median to the 90th percentile of the arrival. */
  double seconds(double travelSeconds, double waitSeconds) {
    return fixed + shareOfTravel * travelSeconds + shareOfWait * waitSeconds;
  }
}
