package se.dirigent.server.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.dirigent.core.geo.Position;
import se.dirigent.core.transport.Stop;
import se.dirigent.server.plan.RidePlan.HaltPlace;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.Regions;

/** Where patients are fetched and left, and how long a vehicle stands there. */
@Component
class Doors {
  /** Facilities remembered: more than the country has; beyond it they are looked up anew. */
  private static final int KNOWN_MAX = 5_000;

  private final Regions regions;
  private final Map<String, HaltPlace> known = new ConcurrentHashMap<>();

  Doors(Regions regions) {
    this.regions = regions;
  }

  /** The place, or null when the facility has left the packs since the order. */
  @Nullable HaltPlace place(Stop stop) {
    Position home = stop.position();
    if (home != null) {
      return new HaltPlace(stop.address(), home);
    }
    if (known.size() > KNOWN_MAX) {
      known.clear();
    }
    HaltPlace facility =
        known.computeIfAbsent(
            stop.facility(),
            id ->
                regions
                    .findFacility(id)
                    .map(f -> new HaltPlace(f.name(), f.position()))
                    .orElse(null));
    return facility == null
        ? null
        : new HaltPlace(facility.name() + ", " + stop.department(), facility.position());
  }

  /** Name of the region where a place lies; the nearest by its centre when it lies in none. */
  String regionOf(Position at) {
    List<Region> all = regions.list().stream().map(r -> regions.get(r.code())).toList();
    return all.stream()
        .filter(r -> r.boundary().contains(at))
        .findFirst()
        .orElseGet(() ->
            all.stream()
                .min(Comparator.comparingDouble(r -> r.pack().centre().metresTo(at)))
                .orElseThrow())
        .pack()
        .name();
  }
}
