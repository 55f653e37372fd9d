package se.dirigent.app.exercise.play;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.exercise.scenario.Exercise;
import se.dirigent.app.masscasualty.MassEvent.Carrier;
import se.dirigent.core.geo.Position;
import se.dirigent.core.masscasualty.sieve.Category;
import se.dirigent.routing.travel.Travel;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Urgency;

/**
 * How long it takes between the sites of an exercise and the hospitals, as at the hour of the
 * event. Safe for use by many threads.
 */
public final class Journeys {
  private final Exercise exercise;
  private final TravelTimes times;
  private final Map<String, Position> hospitals;
  private final Map<Asked, Optional<Duration>> known = new HashMap<>();

  private record Asked(Carrier kind, int site, String hospital) {}

  /**
   * @param hospitals where each lies, by id
   */
  public Journeys(Exercise exercise, TravelTimes times, Map<String, Position> hospitals) {
    this.exercise = exercise;
    this.times = times;
    this.hospitals = Map.copyOf(hospitals);
  }

  Position site(int number) {
    return exercise.event().sites().get(number).position();
  }

  /** Null when there is no way by it, such as by road over the sea. */
  @Nullable Duration between(Carrier kind, Position from, Position to) {
    boolean air = kind == Carrier.HELICOPTER;
    Urgency urgency = kind == Carrier.BUS ? Urgency.NORMAL : Urgency.LIGHTS_AND_SIRENS;
    TravelMode mode = air ? TravelMode.AIR : TravelMode.ROAD;
    return times.find(from, to, mode, urgency, exercise.at()).map(Travel::median).orElse(null);
  }

  /** From a site to a hospital; null when there is no way by it. */
  synchronized @Nullable Duration toHospital(Carrier kind, int site, String hospital) {
    Asked asked = new Asked(kind, site, hospital);
    Optional<Duration> way = known.get(asked);
    if (way == null) {
      Position to = hospitals.get(hospital);
      way = to == null ? Optional.empty() : Optional.ofNullable(between(kind, site(site), to));
      known.put(asked, way);
    }
    return way.orElse(null);
  }

  /** For somebody of a category: by road, and by air where no road goes and somebody flies it. */
  @Nullable Duration toHospital(Category category, int site, String hospital) {
    Duration road = toHospital(Carrier.AMBULANCE, site, hospital);
    return road == null && Waiting.HELICOPTER.categories().contains(category)
        ? toHospital(Carrier.HELICOPTER, site, hospital)
        : road;
  }

  /** How far it is as the crow flies from a site to the nearest of some places. */
  double metresToNearest(int site, List<Position> places) {
    return places.stream().mapToDouble(site(site)::metresTo).min().orElse(Double.MAX_VALUE);
  }
}
