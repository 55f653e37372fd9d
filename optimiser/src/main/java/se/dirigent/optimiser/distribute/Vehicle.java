package se.dirigent.optimiser.distribute;

import java.util.List;

/**
 * A vehicle that carries casualties. Each of its trips begins at one place and ends at one
 * hospital; then it may go to any place again.
 *
 * @param name what it is called
 * @param ways number of the {@link Ways} it moves by
 * @param stretchers how many can lie; who need not lie may use a stretcher too
 * @param seats how many can sit besides
 * @param loadMinutes from the beginning of loading to departure
 * @param unloadMinutes from arrival until it may leave the hospital
 * @param categories a bit for each category that it may carry, by its number
 * @param firstMinutes for each place the first minute after the event it can be there, {@link
 *     Ways#NO_WAY} when it cannot
 */
public record Vehicle(
    String name,
    int ways,
    int stretchers,
    int seats,
    int loadMinutes,
    int unloadMinutes,
    long categories,
    List<Integer> firstMinutes) {
  private static final int PLACES_MAX = 200;
  private static final int HANDLING_MAX = 240;

  public Vehicle {
    firstMinutes = List.copyOf(firstMinutes);
    if (Math.min(stretchers, seats) < 0 || Math.max(stretchers, seats) > PLACES_MAX) {
      throw new IllegalArgumentException(
          "%s has %d stretchers and %d seats; give 0 to %d of each"
              .formatted(name, stretchers, seats, PLACES_MAX));
    }
    if (Math.min(loadMinutes, unloadMinutes) < 1
        || Math.max(loadMinutes, unloadMinutes) > HANDLING_MAX) {
      throw new IllegalArgumentException(
          "%s loads in %d and unloads in %d minutes; give 1 to %d"
              .formatted(name, loadMinutes, unloadMinutes, HANDLING_MAX));
    }
    if (ways < 0 || firstMinutes.stream().anyMatch(minute -> minute < 0)) {
      throw new IllegalArgumentException(
          "%s has ways %d and first minutes %s; give numbers from 0"
              .formatted(name, ways, firstMinutes));
    }
  }

  /** Whether it may carry casualties of this category. */
  public boolean carries(int category) {
    return (categories >> category & 1) != 0;
  }
}
