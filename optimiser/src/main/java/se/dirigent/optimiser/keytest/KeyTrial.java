package se.dirigent.optimiser.keytest;

import java.util.List;
import java.util.Map;
import se.dirigent.core.masscasualty.capacity.DistributionKey;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity;

/**
 * What a key is tried with.
 *
 * @param capacities by facility, documented
 * @param facilities in the order of the columns of the minutes
 * @param minutes by place and facility, by road with lights and siren; {@link Integer#MAX_VALUE}
 *     where no road leads
 * @param events of each disturbance, 1–10 000
 * @param seed the same gives the same
 */
public record KeyTrial(
    DistributionKey key,
    Map<String, HospitalCapacity> capacities,
    List<String> facilities,
    List<List<Integer>> minutes,
    int events,
    long seed) {
  /** More say the same with one more digit. */
  private static final int EVENTS_MAX = 10_000;

  public KeyTrial {
    capacities = Map.copyOf(capacities);
    facilities = List.copyOf(facilities);
    minutes = minutes.stream().map(List::copyOf).toList();
    if (events < 1 || events > EVENTS_MAX) {
      throw new IllegalArgumentException(
          "events is " + events + "; give 1 to " + EVENTS_MAX + " of each disturbance");
    }
    if (minutes.isEmpty()) {
      throw new IllegalArgumentException("minutes has no places; give one at least");
    }
  }
}
