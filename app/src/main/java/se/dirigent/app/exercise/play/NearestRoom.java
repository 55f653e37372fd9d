package se.dirigent.app.exercise.play;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.demo.Play;
import se.dirigent.core.masscasualty.sieve.Category;
import tools.jackson.databind.JsonNode;

/**
 * Where somebody goes whom the key would send far away: a key is settled for one place, and an
 * event may be at several. Of what hospitals have left, as the service says, the nearest comes
 * first. Used by one thread.
 */
final class NearestRoom {
  /** What the key proposes may lie so much further away than the nearest room [assumption]. */
  private static final Duration FURTHER = Duration.ofMinutes(60);

  /** Hospitals tried for one casualty in one turn: the nearest may lack what it needs. */
  private static final int TRIES_MAX = 12;

  private final Journeys journeys;
  private @Nullable Map<String, Map<Category, Integer>> left;

  NearestRoom(Journeys journeys) {
    this.journeys = journeys;
  }

  /** What hospitals have left is read anew when it is asked for next. */
  void forget() {
    left = null;
  }

  /** Why another is chosen than the key proposes. */
  String farText() {
    return Said.of("nearer", FURTHER.toMinutes());
  }

  static int urgency(Person person) {
    Category category = person.category();
    return category == null ? Category.values().length : category.ordinal();
  }

  /**
   * Hospitals to decide for a casualty, the best first: what is proposed, unless the way is longer
   * than to the nearest with room by more than is reasonable, or there is none.
   *
   * @param proposed by the key
   */
  List<String> choices(Play command, String major, Person person, int site, String proposed) {
    Category category = Objects.requireNonNull(person.category(), "a category");
    Duration way = journeys.toHospital(category, site, proposed);
    if (way != null && way.compareTo(FURTHER) <= 0) {
      return List.of(proposed);
    }
    List<String> near =
        left(command, major).entrySet().stream()
            .filter(e -> e.getValue().getOrDefault(category, 0) > 0)
            .map(Map.Entry::getKey)
            .filter(h -> journeys.toHospital(category, site, h) != null)
            .sorted(Comparator.comparing(h -> way(category, site, h)))
            .limit(TRIES_MAX)
            .toList();
    boolean keep =
        way != null
            && (near.isEmpty()
                || way.compareTo(way(category, site, near.getFirst()).plus(FURTHER)) <= 0);
    if (keep) {
      return List.of(proposed);
    }
    // Last what is proposed: the nearest may lack what the casualty needs, which it has.
    List<String> choices = new ArrayList<>(near);
    if (way != null && !choices.contains(proposed)) {
      choices.add(proposed);
    }
    return choices;
  }

  private Duration way(Category category, int site, String hospital) {
    return Objects.requireNonNull(journeys.toHospital(category, site, hospital), "a way");
  }

  /** A place is taken. */
  void take(String facility, Person person) {
    Map<String, Map<Category, Integer>> known = left;
    Category category = person.category();
    if (known != null && category != null && known.containsKey(facility)) {
      known.get(facility).merge(category, -1, Integer::sum);
    }
  }

  private Map<String, Map<Category, Integer>> left(Play command, String major) {
    Map<String, Map<Category, Integer>> known = left;
    if (known == null) {
      known = new HashMap<>();
      for (JsonNode hospital : command.client().get(major + "/hospitals").path("hospitals")) {
        Map<Category, Integer> rooms = new EnumMap<>(Category.class);
        for (JsonNode room : hospital.path("rooms")) {
          rooms.put(Category.valueOf(room.path("category").asString()), room.path("left").asInt(0));
        }
        known.put(hospital.path("facility").asString(), rooms);
      }
      left = known;
    }
    return known;
  }
}
