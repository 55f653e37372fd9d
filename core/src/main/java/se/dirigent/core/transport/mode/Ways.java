package se.dirigent.core.transport.mode;

import org.jspecify.annotations.Nullable;

/**
 * How far it is from door to door, each way that leads there; null where none does.
 *
 * @param roadKm kilometres by road, 0 without one
 * @param roadMinutes by road at normal speed
 * @param helicopterMinutes from take-off to landing at the door
 * @param aeroplaneMinutes from door to door, with the road at both ends
 * @param aeroplaneFlightMinutes of them in the air
 * @param boatMinutes by boat
 */
public record Ways(
    int roadKm,
    @Nullable Integer roadMinutes,
    @Nullable Integer helicopterMinutes,
    @Nullable Integer aeroplaneMinutes,
    @Nullable Integer aeroplaneFlightMinutes,
    @Nullable Integer boatMinutes) {
  public Ways {
    requireNotNegative("roadKm", roadKm);
    requireNotNegative("roadMinutes", roadMinutes);
    requireNotNegative("helicopterMinutes", helicopterMinutes);
    requireNotNegative("aeroplaneMinutes", aeroplaneMinutes);
    requireNotNegative("aeroplaneFlightMinutes", aeroplaneFlightMinutes);
    requireNotNegative("boatMinutes", boatMinutes);
  }

  private static void requireNotNegative(String name, @Nullable Integer value) {
    if (value != null && value < 0) {
      throw new IllegalArgumentException(name + " is " + value + "; give 0 or more, or null");
    }
  }

  /** Minutes from door to door, or null when the mode does not lead there. */
  @Nullable Integer minutes(Mode mode) {
    return switch (mode.carrier()) {
      case ROAD -> roadMinutes;
      case HELICOPTER -> helicopterMinutes;
      case AEROPLANE -> aeroplaneMinutes;
      case BOAT -> boatMinutes;
    };
  }

  /** Minutes in the air, 0 on the ground. */
  int flightMinutes(Mode mode) {
    Integer minutes =
        switch (mode.carrier()) {
          case HELICOPTER -> helicopterMinutes;
          case AEROPLANE -> aeroplaneFlightMinutes;
          case ROAD, BOAT -> null;
        };
    return minutes == null ? 0 : minutes;
  }
}
