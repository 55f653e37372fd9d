package se.dirigent.optimiser.distribute;

/**
 * Where casualties are collected.
 *
 * @param name what it is called
 * @param cleanedPerHour casualties that can be decontaminated there each hour, one after another; 0
 *     for none, so that only a hospital with room for decontamination may take them
 * @param cleanedFromMinute minute after the event from which that is done
 */
public record Place(String name, int cleanedPerHour, int cleanedFromMinute) {
  private static final int CLEANED_MAX = 60;

  public Place {
    if (cleanedPerHour < 0 || cleanedPerHour > CLEANED_MAX) {
      throw new IllegalArgumentException(
          "cleanedPerHour of " + name + " is " + cleanedPerHour + "; give 0 to " + CLEANED_MAX);
    }
    if (cleanedFromMinute < 0) {
      throw new IllegalArgumentException(
          "cleanedFromMinute of " + name + " is " + cleanedFromMinute + "; give minutes from 0");
    }
  }

  /** A place without decontamination. */
  public static Place of(String name) {
    return new Place(name, 0, 0);
  }

  /** Whole minutes each takes. */
  public int cleaningMinutes() {
    return Math.ceilDiv(CLEANED_MAX, cleanedPerHour);
  }
}
