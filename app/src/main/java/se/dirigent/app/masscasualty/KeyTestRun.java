package se.dirigent.app.masscasualty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.dirigent.app.pack.Packs;
import se.dirigent.core.geo.Position;
import se.dirigent.core.masscasualty.capacity.DistributionKey;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity.Hour;
import se.dirigent.core.masscasualty.capacity.Plus;
import se.dirigent.core.masscasualty.sieve.Category;
import se.dirigent.optimiser.distribute.Intake;
import se.dirigent.optimiser.keytest.KeyTest;
import se.dirigent.optimiser.keytest.KeyTrial;
import se.dirigent.optimiser.keytest.KeyTrialResult;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Urgency;
import se.dirigent.server.masscasualty.distribution.StandardIntake;
import se.dirigent.server.platform.json.JsonConfiguration;
import se.dirigent.server.platform.region.RegionPack.PackFacility;
import se.dirigent.server.platform.region.RegionPack.Place;

/**
 * A distribution key from a file, tried on random events at the largest places of its region. What
 * hospitals take is the standard of their level, since a file knows nothing of what is documented.
 */
public final class KeyTestRun {
  private static final int PLACES_MAX = 30;
  private static final int NO_ROAD_MINUTES = 24 * 60;
  private static final int MILLIS_A_MINUTE = 60_000;
  private static final double WHOLE = 100.0;

  private final DistributionKey key;
  private final List<KeyTrialResult> results;

  private KeyTestRun(DistributionKey key, List<KeyTrialResult> results) {
    this.key = key;
    this.results = results;
  }

  /**
   * Tries the key.
   *
   * @param file a key as the service takes it, in JSON
   * @param events of each disturbance
   * @throws IllegalArgumentException when the file holds no key, or one that names no known
   *     hospital
   */
  public static KeyTestRun of(Path file, Packs packs, TravelTimes times, int events, long seed)
      throws IOException {
    DistributionKey key =
        JsonConfiguration.mapper().readValue(Files.readString(file), DistributionKey.class);
    Map<String, PackFacility> hospitals = new LinkedHashMap<>();
    EventQuestion.hospitals(packs).forEach(h -> hospitals.put(h.id(), h));
    key.requireKnown(hospitals.keySet());
    Map<String, HospitalCapacity> capacities = new HashMap<>();
    List<Position> goals = new ArrayList<>();
    List<String> names = List.copyOf(key.facilities());
    for (String name : names) {
      PackFacility hospital = hospitals.get(name);
      if (hospital != null) {
        capacities.put(name, standard(hospital));
        goals.add(hospital.position());
      }
    }
    List<Position> places =
        packs.get(key.region().value()).places().stream()
            .sorted(Comparator.comparingInt(Place::population).reversed())
            .limit(PLACES_MAX)
            .map(Place::position)
            .toList();
    Instant at = key.validFrom().atTime(12, 0).toInstant(ZoneOffset.UTC);
    int[][] millis = times.millis(places, goals, TravelMode.ROAD, Urgency.LIGHTS_AND_SIRENS, at);
    List<List<Integer>> minutes =
        Arrays.stream(millis)
            .map(row -> Arrays.stream(row).map(KeyTestRun::minutes).boxed().toList())
            .toList();
    return new KeyTestRun(
        key, KeyTest.run(new KeyTrial(key, capacities, names, minutes, events, seed)));
  }

  private static int minutes(int millis) {
    return millis == TravelTimes.NO_WAY ? NO_ROAD_MINUTES : millis / MILLIS_A_MINUTE;
  }

  private static HospitalCapacity standard(PackFacility hospital) {
    List<Hour> hours = new ArrayList<>();
    for (Intake intake : StandardIntake.of(hospital.id(), hospital.level())) {
      Map<Category, Plus> takes = new EnumMap<>(Category.class);
      for (Category category : Category.values()) {
        if (category.travels()) {
          takes.put(category, Plus.of(intake.categories().get(category.ordinal())));
        }
      }
      hours.add(new Hour(takes, Map.of()));
    }
    return new HospitalCapacity(
        hospital.id(), hours, "Standard for its level", LocalDate.of(2026, 11, 1));
  }

  /** For people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        key.name()
            + ", version "
            + key.version()
            + ", on "
            + results.getFirst().events()
            + " events of each sort; hospitals take the standard of"
            + " their level");
    lines.add(
        String.format(
            Locale.ROOT,
            "%-14s %8s %9s %9s %9s %9s  %s",
            "disturbance",
            "broken",
            "smallest",
            "unplaced",
            "overflow",
            "red >1 h",
            "first full"));
    for (KeyTrialResult r : results) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-14s %7.1f%% %9s %8.1f%% %8.1f%% %8.1f%%  %s",
              r.disturbance().name().toLowerCase(Locale.ROOT),
              WHOLE * r.broken() / r.events(),
              r.smallestBroken() == null ? "-" : r.smallestBroken(),
              WHOLE * r.unplaced() / r.casualties(),
              WHOLE * r.overflow() / r.casualties(),
              WHOLE * r.farRed() / Math.max(1, r.red()),
              r.firstFull().entrySet().stream()
                  .max(Map.Entry.comparingByValue())
                  .map(Map.Entry::getKey)
                  .orElse("-")));
    }
    return lines;
  }

  /** For programs. */
  public Map<String, Object> map() {
    return Map.of("key", key.code(), "version", key.version(), "results", results);
  }
}
