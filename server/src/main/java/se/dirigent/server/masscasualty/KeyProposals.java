package se.dirigent.server.masscasualty;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.dirigent.core.facility.Facility;
import se.dirigent.core.facility.FacilityKind;
import se.dirigent.core.geo.Position;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.masscasualty.capacity.DistributionKey;
import se.dirigent.core.masscasualty.capacity.DistributionKey.Tier;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity;
import se.dirigent.core.masscasualty.capacity.TypeEvent;
import se.dirigent.core.masscasualty.plan.KeyDraft;
import se.dirigent.core.masscasualty.plan.KeyGenerator;
import se.dirigent.core.masscasualty.plan.KeyGenerator.Candidate;
import se.dirigent.optimiser.keytest.KeyTest;
import se.dirigent.optimiser.keytest.KeyTrial;
import se.dirigent.optimiser.keytest.KeyTrialResult;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Urgency;
import se.dirigent.server.platform.region.Areas;
import se.dirigent.server.platform.region.RegionPack.Place;
import se.dirigent.server.platform.region.Regions;

/** Drafts of keys, from what the country's hospitals have documented and the roads to them. */
@Component
class KeyProposals {
  /** Where no road leads, such as to an island: after all others. */
  private static final int NO_ROAD_MINUTES = 24 * 60;

  /** Where events are thought to be when a key is tried; most people live at these. */
  private static final int PLACES_MAX = 30;

  private final Regions regions;
  private final HospitalService hospitals;
  private final TravelTimes times;

  KeyProposals(Regions regions, HospitalService hospitals, TravelTimes times) {
    this.regions = regions;
    this.hospitals = hospitals;
    this.times = times;
  }

  /**
   * A draft of a key for an event somewhere.
   *
   * @param place the position as people say it
   * @param at when the roads are asked about
   */
  KeyDraft draft(
      RegionCode region,
      String code,
      String name,
      TypeEvent type,
      String place,
      Position from,
      Instant at) {
    RegionCode served = regions.getServed(region).code();
    List<Facility> all = new ArrayList<>();
    List<Tier> tiers = new ArrayList<>();
    for (Regions.Listed other : regions.list()) {
      for (Facility f : regions.get(other.code()).facilities()) {
        if (f.kind() == FacilityKind.ACUTE_HOSPITAL || f.kind() == FacilityKind.HOSPITAL) {
          all.add(f);
          tiers.add(tier(served, other.code()));
        }
      }
    }
    int[] millis =
        times
            .millis(
                List.of(from),
                all.stream().map(Facility::position).toList(),
                TravelMode.ROAD,
                Urgency.LIGHTS_AND_SIRENS,
                at)[0];
    Map<String, HospitalCapacity> documented = hospitals.capacities(served);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      String id = all.get(i).id();
      candidates.add(new Candidate(id, tiers.get(i), minutes(millis[i]), documented.get(id)));
    }
    return KeyGenerator.draft(code, name, type, place, candidates);
  }

  /**
   * A key on random events at the region's largest places.
   *
   * @param key settled, or a draft as it would be
   * @param events of each disturbance
   */
  List<KeyTrialResult> test(
      RegionCode region, DistributionKey key, int events, long seed, Instant at) {
    RegionCode served = regions.getServed(region).code();
    List<Position> places =
        regions.get(served).pack().places().stream()
            .sorted(Comparator.comparingInt(Place::population).reversed())
            .limit(PLACES_MAX)
            .map(Place::position)
            .toList();
    Map<String, Position> known = new LinkedHashMap<>();
    for (String facility : key.facilities()) {
      regions.findFacility(facility).ifPresent(f -> known.put(facility, f.position()));
    }
    int[][] millis =
        times.millis(
            places, List.copyOf(known.values()), TravelMode.ROAD, Urgency.LIGHTS_AND_SIRENS, at);
    List<List<Integer>> minutes =
        Arrays.stream(millis)
            .map(row -> Arrays.stream(row).map(KeyProposals::minutes).boxed().toList())
            .toList();
    return KeyTest.run(
        new KeyTrial(
            key, hospitals.capacities(served), List.copyOf(known.keySet()), minutes, events, seed));
  }

  private static int minutes(int millis) {
    return millis == TravelTimes.NO_WAY
        ? NO_ROAD_MINUTES
        : (int) Duration.ofMillis(millis).plusSeconds(30).toMinutes();
  }

  /** How far away help from another region is asked for. */
  private Tier tier(RegionCode region, RegionCode other) {
    Areas areas = regions.areas();
    if (region.equals(other)) {
      return Tier.REGION;
    }
    if (areas.shareCare(region, other)) {
      return Tier.HEALTH_CARE_REGION;
    }
    return areas.shareCivilArea(region, other) ? Tier.CIVIL_AREA : Tier.NATION;
  }
}
