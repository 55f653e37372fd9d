package se.dirigent.server.masscasualty.distribution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.dirigent.core.facility.Facility;
import se.dirigent.core.facility.FacilityKind;
import se.dirigent.core.geo.Position;
import se.dirigent.core.masscasualty.Casualty;
import se.dirigent.core.masscasualty.capacity.Specialty;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Urgency;
import se.dirigent.server.masscasualty.HospitalService.Situation;
import se.dirigent.server.platform.region.Regions;

/**
 * Hospitals that casualties of an event may be taken to: those somebody has named, by the key, by a
 * report, by what is documented or by a decision, and the nearest of the country beside them.
 */
@Component
class Candidates {
  /** Beyond these nobody drives while any of them has room. */
  private static final int NEAREST = 24;

  /** More than any key names; the optimiser tells as many apart. */
  private static final int NAMED_MAX = 48;

  private final Regions regions;
  private final TravelTimes times;

  Candidates(Regions regions, TravelTimes times) {
    this.regions = regions;
    this.times = times;
  }

  /** In an order that stays as long as nobody new is named. */
  List<Facility> of(Situation situation, Position from, Instant now) {
    Map<String, Facility> all = all();
    List<Facility> near = nearest(all, from, now);
    Set<String> ids = new LinkedHashSet<>();
    for (Casualty one : situation.casualties()) {
      if (one.destination() != null) {
        ids.add(one.destination().facility());
      }
    }
    ids.addAll(situation.major().standings().keySet());
    if (situation.key() != null) {
      ids.addAll(situation.key().key().facilities());
    }
    boolean burns =
        situation.casualties().stream().anyMatch(c -> c.about().needs().contains(Specialty.BURN));
    if (burns) {
      ids.addAll(StandardIntake.BURN_CENTRES);
    }
    // What the whole country has documented may be more than can be told apart: the nearest first.
    near.stream()
        .map(Facility::id)
        .filter(id -> situation.documented(id) != null)
        .forEach(ids::add);
    Map<String, Facility> chosen = new LinkedHashMap<>();
    ids.stream()
        .filter(all::containsKey)
        .limit(NAMED_MAX)
        .forEach(id -> chosen.put(id, all.get(id)));
    near.stream()
        .limit(NEAREST)
        .filter(f -> chosen.size() < NAMED_MAX)
        .forEach(f -> chosen.putIfAbsent(f.id(), f));
    return chosen.values().stream().sorted(Comparator.comparing(Facility::id)).toList();
  }

  /** Every house of the country, since a person may have sent somebody to any of them. */
  private Map<String, Facility> all() {
    Map<String, Facility> all = new HashMap<>();
    for (Regions.Listed one : regions.list()) {
      regions.get(one.code()).facilities().forEach(f -> all.put(f.id(), f));
    }
    return all;
  }

  private List<Facility> nearest(Map<String, Facility> all, Position from, Instant now) {
    List<Facility> hospitals =
        all.values().stream()
            .filter(
                f -> f.kind() == FacilityKind.ACUTE_HOSPITAL || f.kind() == FacilityKind.HOSPITAL)
            .sorted(Comparator.comparing(Facility::id))
            .toList();
    List<Position> goals = hospitals.stream().map(Facility::position).toList();
    int[] millis =
        times.millis(List.of(from), goals, TravelMode.ROAD, Urgency.LIGHTS_AND_SIRENS, now)[0];
    Map<String, Integer> way = new HashMap<>();
    for (int i = 0; i < hospitals.size(); i++) {
      way.put(hospitals.get(i).id(), millis[i]);
    }
    List<Facility> sorted = new ArrayList<>(hospitals);
    sorted.sort(Comparator.comparingInt(f -> way.getOrDefault(f.id(), TravelTimes.NO_WAY)));
    return sorted;
  }
}
