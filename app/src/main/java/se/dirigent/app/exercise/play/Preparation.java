package se.dirigent.app.exercise.play;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import se.dirigent.app.demo.Play;
import se.dirigent.app.masscasualty.EventQuestion;
import se.dirigent.app.masscasualty.MassEvent;
import se.dirigent.app.masscasualty.MassEvent.Carrier;
import se.dirigent.core.masscasualty.capacity.Specialty;
import se.dirigent.core.masscasualty.sieve.Category;
import se.dirigent.optimiser.distribute.Intake;
import se.dirigent.server.platform.region.RegionPack;
import se.dirigent.server.platform.region.RegionPack.PackFacility;
import tools.jackson.databind.JsonNode;

/**
 * What the region of an exercise has prepared before the alarm: capacity as the file says of each
 * hospital, else by its level, and a key of the file's shares. What is prepared already stands.
 */
public final class Preparation {
  private static final int WHOLE = 100;

  /** Longer than any way: such a hospital comes last. */
  private static final Duration NO_WAY = Duration.ofDays(100);

  private final Play command;
  private final MassEvent event;
  private final List<PackFacility> hospitals;
  private final Journeys journeys;

  /**
   * @param command speaks for inner command
   * @param hospitals all of the country
   */
  public Preparation(
      Play command, MassEvent event, List<PackFacility> hospitals, Journeys journeys) {
    this.command = command;
    this.event = event;
    this.hospitals = List.copyOf(hospitals);
    this.journeys = journeys;
  }

  /** Prepares what is not prepared. */
  public void make(RegionPack pack) {
    JsonNode has = command.client().get(command.path("preparedness"));
    for (PackFacility hospital : hospitals) {
      if (!has.path("capacities").has(hospital.id())) {
        command.client().post(command.path("preparedness", "capacities"), capacity(hospital));
      }
    }
    if (has.path("keys").isEmpty()) {
      command.client().post(command.path("preparedness", "keys"), key(pack));
    }
  }

  private Map<String, Object> capacity(PackFacility hospital) {
    List<Map<String, Object>> hours = new ArrayList<>();
    for (Intake hour : EventQuestion.intake(event, hospital)) {
      Map<String, Object> categories = new TreeMap<>();
      for (int k = 0; k < hour.categories().size(); k++) {
        categories.put(Category.values()[k].name(), plus(hour.categories().get(k)));
      }
      Map<String, Object> specialties = new TreeMap<>();
      for (int s = 0; s < hour.specialties().size(); s++) {
        specialties.put(Specialty.values()[s].name(), plus(hour.specialties().get(s)));
      }
      hours.add(Map.of("categories", categories, "specialties", specialties));
    }
    return Map.of(
        "facility",
        hospital.id(),
        "hours",
        hours,
        "source",
        Said.of("capacity.source"),
        "documentedOn",
        day().toString());
  }

  private static Map<String, Integer> plus(int each) {
    return Map.of("staff", each, "premises", each, "equipment", each, "leadership", each);
  }

  private LocalDate day() {
    return LocalDate.ofInstant(event.at(), ZoneOffset.UTC);
  }

  private Map<String, Object> key(RegionPack pack) {
    Map<String, Integer> percents = shares(pack);
    List<Map<String, Object>> shares = new ArrayList<>();
    for (Category category :
        List.of(Category.IMMEDIATE, Category.DELAYED, Category.MINIMAL, Category.EXPECTANT)) {
      percents.forEach((facility, percent) ->
          shares.add(
              Map.of(
                  "facility", facility,
                  "category", category.name(),
                  "firstHourPercent", percent,
                  "followingPercent", percent)));
    }
    List<String> others =
        hospitals.stream()
            .filter(h -> !percents.containsKey(h.id()))
            .sorted(Comparator.comparing(this::way))
            .map(PackFacility::id)
            .toList();
    Map<String, Object> key = new LinkedHashMap<>();
    key.put("code", "ovning");
    key.put("name", Said.of("key.name"));
    key.put("region", pack.code().value());
    key.put("type", "OTHER");
    key.put("version", 1);
    key.put("validFrom", day().minusYears(1).toString());
    key.put("validUntil", day().plusYears(1).toString());
    key.put("approver", Said.of("key.approver"));
    key.put("reviewOn", day().plusYears(1).toString());
    key.put("shares", shares);
    key.put("limits", List.of());
    key.put("overflow", List.of(Map.of("tier", "NATION", "facilities", others)));
    return key;
  }

  /** The way by road from the nearest site: over the sea a crow's way says nothing. */
  private Duration way(PackFacility hospital) {
    return IntStream.range(0, event.sites().size())
        .mapToObj(site -> journeys.toHospital(Carrier.AMBULANCE, site, hospital.id()))
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(NO_WAY);
  }

  /** Per cent by hospital, together 100: the file's, else by how many immediate each can take. */
  private Map<String, Integer> shares(RegionPack pack) {
    Map<String, Double> weights = new TreeMap<>(event.key());
    if (weights.isEmpty()) {
      weigh(weights, h -> pack.facilities().stream().anyMatch(f -> f.id().equals(h.id())));
    }
    if (weights.isEmpty()) {
      weigh(weights, h -> true);
    }
    double sum = weights.values().stream().mapToDouble(w -> w).sum();
    Map<String, Integer> percents = new TreeMap<>();
    weights.forEach((id, weight) -> percents.put(id, (int) (WHOLE * weight / sum)));
    int left = WHOLE - percents.values().stream().mapToInt(p -> p).sum();
    // What rounding left goes to those who lost most by it; fewer than there are hospitals.
    weights.entrySet().stream()
        .sorted(Comparator.comparingDouble(e -> -(WHOLE * e.getValue() / sum % 1)))
        .limit(left)
        .forEach(e -> percents.merge(e.getKey(), 1, Integer::sum));
    return percents;
  }

  private void weigh(Map<String, Double> weights, Predicate<PackFacility> of) {
    for (PackFacility h : hospitals) {
      int immediate = EventQuestion.intake(event, h).getLast().categories().getFirst();
      if (of.test(h) && immediate > 0) {
        weights.put(h.id(), (double) immediate);
      }
    }
  }
}
