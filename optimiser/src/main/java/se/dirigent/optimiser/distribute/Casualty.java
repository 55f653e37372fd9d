package se.dirigent.optimiser.distribute;

/**
 * Somebody to be treated.
 *
 * @param place number of the place where the casualty is
 * @param category number of the {@link CategoryRule}
 * @param needs a bit for each specialty the hospital must have room for, by its number
 * @param readyMinute minute after the event from which the casualty may be loaded
 * @param family number shared by those who belong together, or {@link #NO_FAMILY}
 */
public record Casualty(int place, int category, long needs, int readyMinute, int family) {
  /** Nobody else here belongs to the casualty, as far as is known. */
  public static final int NO_FAMILY = -1;

  public Casualty {
    if (place < 0 || category < 0 || readyMinute < 0 || family < NO_FAMILY) {
      throw new IllegalArgumentException(
          "place %d, category %d, readyMinute %d, family %d: give numbers from 0"
              .formatted(place, category, readyMinute, family));
    }
  }

  /** Whether the hospital must have room for this specialty. */
  public boolean needs(int specialty) {
    return (needs >> specialty & 1) != 0;
  }
}
