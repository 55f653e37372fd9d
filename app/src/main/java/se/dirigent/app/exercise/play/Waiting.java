package se.dirigent.app.exercise.play;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.masscasualty.MassEvent.Carrier;
import se.dirigent.core.masscasualty.sieve.Category;

/**
 * Those on the scene who have a card and wait to be taken, and which of them a vehicle gets: the
 * most urgent for whom command has decided a hospital. Used by one thread.
 */
public final class Waiting {
  /** What a vehicle can take. */
  record Room(Carrier kind, int lying, int sitting, Set<Category> categories) {
    Room {
      categories = Set.copyOf(categories);
    }
  }

  /** One on the stretcher, one on the seat beside it. */
  static final Room AMBULANCE =
      new Room(Carrier.AMBULANCE, 1, 1, EnumSet.complementOf(EnumSet.of(Category.DEAD)));

  /** One on the stretcher, and none who could walk. */
  static final Room HELICOPTER =
      new Room(
          Carrier.HELICOPTER,
          1,
          0,
          EnumSet.of(Category.IMMEDIATE, Category.DELAYED, Category.EXPECTANT));

  /** Those who walk. */
  static Room bus(int seats) {
    return new Room(Carrier.BUS, 0, seats, EnumSet.of(Category.MINIMAL));
  }

  /** Whom a vehicle takes, and where to. */
  record Group(List<Hurt> hurt, String facility) {}

  private final Course course;
  private final Journeys journeys;
  private final List<Hurt> waiting = new ArrayList<>();
  private final Set<String> clean = new HashSet<>();
  private @Nullable List<Person> read;
  private Map<String, String> sentTo = Map.of();

  public Waiting(Course course, Journeys journeys) {
    this.course = course;
    this.journeys = journeys;
  }

  /**
   * Somebody has got a card, or waits again. Those who sit come last: whoever lies decides where a
   * vehicle goes, and a seat beside is for those who go there too.
   */
  void add(Hurt hurt) {
    waiting.add(hurt);
    waiting.sort(
        Comparator.comparing(Waiting::sits)
            .thenComparing(Hurt::category)
            .thenComparing(Hurt::readyAt));
  }

  private static boolean sits(Hurt hurt) {
    return hurt.category() == Category.MINIMAL;
  }

  void cleaned(Hurt hurt) {
    clean.add(hurt.tag());
  }

  /** The most urgent of a site who has yet to be made clean, or null. */
  @Nullable Hurt nextSoiled(int site) {
    return waiting.stream()
        .filter(h -> h.site() == site && h.soiled() && !clean.contains(h.tag()))
        .findFirst()
        .orElse(null);
  }

  /** Takes whom a vehicle with such room is to bring away now; empty when there is nobody. */
  Optional<Group> take(int site, Room room, Instant now) {
    return take(site, room, "", now);
  }

  /**
   * As {@link #take(int, Room, Instant)}, with those alone who go where the vehicle goes anyway.
   *
   * @param goal id of a hospital, or empty for any
   */
  Optional<Group> take(int site, Room room, String goal, Instant now) {
    Map<String, String> sentTo = sentTo();
    List<Hurt> taken = new ArrayList<>();
    String facility = goal;
    int lying = room.lying();
    int sitting = room.sitting();
    for (Hurt hurt : waiting) {
      String to = sentTo.get(hurt.tag());
      boolean sits = sits(hurt);
      boolean may =
          hurt.site() == site
              && !hurt.readyAt().isAfter(now)
              && (!hurt.soiled() || clean.contains(hurt.tag()))
              && room.categories().contains(hurt.category())
              && to != null
              && (facility.isEmpty() || facility.equals(to))
              && journeys.toHospital(room.kind(), site, to) != null;
      if (to != null && may && (sits ? sitting > 0 : lying > 0)) {
        taken.add(hurt);
        facility = to;
        if (sits) {
          sitting--;
        } else {
          lying--;
        }
      }
    }
    if (lying == room.lying() && lying > 0 && lies(site)) {
      // Those who sit go beside somebody, or by bus: the stretcher is for those who lie here still.
      return Optional.empty();
    }
    waiting.removeAll(taken);
    return taken.isEmpty() ? Optional.empty() : Optional.of(new Group(taken, facility));
  }

  /** Whether anybody who must lie waits at a site, ready or not. */
  private boolean lies(int site) {
    return waiting.stream().anyMatch(h -> h.site() == site && !sits(h));
  }

  /** Where those who are still on the scene are to go, by tag; read once for all vehicles. */
  private Map<String, String> sentTo() {
    List<Person> persons = course.persons();
    if (persons != read) {
      Map<String, String> all = new HashMap<>();
      for (Person person : persons) {
        if (!person.sentTo().isEmpty() && person.departedAt() == null) {
          all.put(person.tag(), person.sentTo());
        }
      }
      read = persons;
      sentTo = all;
    }
    return sentTo;
  }

  /** Whether nobody of a group has been given another hospital while it was loaded. */
  boolean stands(Group group) {
    Map<String, String> now = sentTo();
    return group.hurt().stream()
        .allMatch(h -> group.facility().equals(now.getOrDefault(h.tag(), group.facility())));
  }
}
