package se.dirigent.core.masscasualty.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.masscasualty.capacity.DistributionKey;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity;
import se.dirigent.core.masscasualty.plan.PreparednessCommand.DocumentCapacity;
import se.dirigent.core.masscasualty.plan.PreparednessCommand.SettleKey;
import se.dirigent.core.masscasualty.plan.PreparednessEvent.CapacityDocumented;
import se.dirigent.core.masscasualty.plan.PreparednessEvent.KeySettled;

/**
 * What a region has prepared.
 *
 * @param capacities by facility
 * @param keys by code, the latest version of each
 * @param version how many events it has seen
 */
public record Preparedness(
    RegionCode region,
    Map<String, HospitalCapacity> capacities,
    Map<String, DistributionKey> keys,
    int version) {
  /** A few for each type event. */
  private static final int KEYS_MAX = 100;

  /** More hospitals than the country has. */
  private static final int HOSPITALS_MAX = 200;

  public Preparedness {
    capacities = Collections.unmodifiableMap(new TreeMap<>(capacities));
    keys = Collections.unmodifiableMap(new TreeMap<>(keys));
  }

  /** A region that has prepared nothing yet. */
  public static Preparedness none(RegionCode region) {
    return new Preparedness(region, Map.of(), Map.of(), 0);
  }

  /**
   * Decides a command.
   *
   * @throws Refused {@code key.nextVersion}, or {@code plan.full}
   */
  public List<PreparednessEvent> decide(PreparednessCommand command) {
    return switch (command) {
      case DocumentCapacity c -> {
        String facility = c.capacity().facility();
        requireRoom(capacities, facility, HOSPITALS_MAX);
        yield c.capacity().equals(capacities.get(facility))
            ? List.of()
            : List.of(new CapacityDocumented(region, c.capacity()));
      }
      case SettleKey c -> {
        DistributionKey before = keys.get(c.key().code());
        requireRoom(keys, c.key().code(), KEYS_MAX);
        int next = before == null ? 1 : before.version() + 1;
        if (c.key().version() != next) {
          throw Refused.state(
              "key.nextVersion",
              "version",
              Map.of("code", c.key().code(), "value", "" + c.key().version(), "next", "" + next));
        }
        yield List.of(new KeySettled(region, c.key()));
      }
    };
  }

  private static void requireRoom(Map<String, ?> map, String name, int max) {
    if (map.size() >= max && !map.containsKey(name)) {
      throw Refused.state("plan.full", "", Map.of("max", "" + max));
    }
  }

  /** What is prepared after the event. */
  public static Preparedness fold(@Nullable Preparedness before, PreparednessEvent event) {
    Preparedness p = before == null ? none(event.region()) : before;
    Map<String, HospitalCapacity> capacities = new TreeMap<>(p.capacities);
    Map<String, DistributionKey> keys = new TreeMap<>(p.keys);
    switch (event) {
      case CapacityDocumented e -> capacities.put(e.capacity().facility(), e.capacity());
      case KeySettled e -> keys.put(e.key().code(), e.key());
    }
    return new Preparedness(p.region, capacities, keys, p.version + 1);
  }
}
