package se.dirigent.optimiser.distribute;

import java.util.List;

/**
 * A hospital and what it takes in, hour by hour after the event.
 *
 * @param name what it is called
 * @param hours its intake in each hour; the last goes on for as long as needed. A closed hospital
 *     has one hour of nothing
 * @param cleaningMinutes time its own decontamination takes before treatment begins
 */
public record Hospital(String name, List<Intake> hours, int cleaningMinutes) {
  private static final int CLEANING_MAX = 240;

  public Hospital {
    hours = List.copyOf(hours);
    if (hours.isEmpty()) {
      throw new IllegalArgumentException("hours of " + name + " is empty; give at least one");
    }
    if (cleaningMinutes < 0 || cleaningMinutes > CLEANING_MAX) {
      throw new IllegalArgumentException(
          "cleaningMinutes of " + name + " is " + cleaningMinutes + "; give 0 to " + CLEANING_MAX);
    }
  }

  /** What it takes in during an hour after the event, from 0. */
  public Intake intake(int hour) {
    return hours.get(Math.min(hour, hours.size() - 1));
  }
}
