package se.dirigent.core.transport.mode;

import se.dirigent.core.Texts;

/**
 * What a mode costs, in whole kronor.
 *
 * @param startKronor for each trip
 * @param perKmKronor for each kilometre by road
 * @param perHourKronor for each hour of vehicle and crew
 * @param perFlightHourKronor for each hour in the air
 * @param there how many times the way is driven: 1 one way, 2 with the empty way back
 * @param source where the figures are from
 * @param date as of when
 * @param synthetic whether they are assumed
 */
public record Price(
    int startKronor,
    int perKmKronor,
    int perHourKronor,
    int perFlightHourKronor,
    int there,
    String source,
    String date,
    boolean synthetic) {
  /** Checks that nothing is earned by driving. */
  public Price {
    source = Texts.require("source", source, 2, 300);
    date = Texts.require("date", date, 4, 20);
    if (startKronor < 0
        || perKmKronor < 0
        || perHourKronor < 0
        || perFlightHourKronor < 0
        || there < 1
        || there > 2) {
      throw new IllegalArgumentException(
          "price of " + source + " is below zero, or there is " + there + "; give 1 or 2");
    }
  }

  /**
   * Cost of a trip in kronor, rounded to the nearest.
   *
   * @param roadKm one way
   * @param busyMinutes of vehicle and crew, way back and handling included
   * @param flightMinutes in the air, way back included
   */
  int kronor(int roadKm, int busyMinutes, int flightMinutes) {
    double hours = busyMinutes / 60.0;
    double air = flightMinutes / 60.0;
    return Math.toIntExact(
        Math.round(
            startKronor
                + (double) perKmKronor * roadKm * there
                + perHourKronor * hours
                + perFlightHourKronor * air));
  }
}
