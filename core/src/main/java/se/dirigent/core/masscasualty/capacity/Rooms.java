package se.dirigent.core.masscasualty.capacity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.masscasualty.capacity.Draw.Against;
import se.dirigent.core.masscasualty.capacity.Standing.Room;
import se.dirigent.core.masscasualty.sieve.Category;

/**
 * What hospitals have left for one event: what they have said since it began, or else documented,
 * less whom they have been given. A decision takes the room at once, whether or not anybody has
 * left. What nobody has said is unknown, which is neither nought nor without end.
 */
public final class Rooms {
  private static final long HOUR_MILLIS = 3_600_000;

  private final Instant alarmAt;
  private final Map<String, HospitalCapacity> capacities;
  private final Map<String, Standing> standings;
  private final List<Placed> placed;
  private final Map<String, List<Placed>> given;
  private final Map<String, List<Placed>> elsewhere;

  private Rooms(
      Instant alarmAt,
      Map<String, HospitalCapacity> capacities,
      Map<String, Standing> standings,
      List<Placed> placed,
      Map<String, List<Placed>> given,
      Map<String, List<Placed>> elsewhere) {
    this.alarmAt = alarmAt;
    this.capacities = capacities;
    this.standings = standings;
    this.placed = placed;
    this.given = given;
    this.elsewhere = elsewhere;
  }

  /**
   * The rooms of an event.
   *
   * @param alarmAt when the hours begin
   * @param capacities by facility, documented in advance
   * @param standings by facility, what has been reported since the event began
   * @param placed everybody for whom a hospital is decided, in any order
   */
  public static Rooms of(
      Instant alarmAt,
      Map<String, HospitalCapacity> capacities,
      Map<String, Standing> standings,
      List<Placed> placed) {
    List<Placed> ordered = new ArrayList<>(placed);
    ordered.sort(Comparator.comparing(Placed::at));
    return new Rooms(
        alarmAt,
        Map.copyOf(capacities),
        Map.copyOf(standings),
        ordered,
        byFacility(ordered),
        Map.of());
  }

  /**
   * With those of other events that go on, who take of what is documented: a hospital has that but
   * once. What it says is said of one event, and they take nothing of it.
   */
  public Rooms beside(List<Placed> others) {
    return new Rooms(alarmAt, capacities, standings, placed, given, byFacility(others));
  }

  /**
   * With what hospitals last said of other events that go on. A hospital has one door: closed for
   * one event it is closed for all, until it says of any of them that it is open.
   *
   * @param latest by facility
   */
  public Rooms told(Map<String, Standing> latest) {
    Map<String, Standing> merged = new HashMap<>(standings);
    latest.forEach((facility, other) -> {
      Standing own = standings.get(facility);
      boolean newer = own == null || !other.at().isBefore(own.at());
      if (newer && (other.closed() || own != null && own.closed())) {
        merged.put(facility, other.door(own));
      }
    });
    return new Rooms(alarmAt, capacities, Map.copyOf(merged), placed, given, elsewhere);
  }

  /** What a hospital has said that holds for the event, or null when it has said nothing. */
  public @Nullable Standing said(String facility) {
    return standings.get(facility);
  }

  /** With one more placed, after all the others. */
  public Rooms with(Placed one) {
    List<Placed> more = new ArrayList<>(placed);
    more.add(one);
    Map<String, List<Placed>> by = new HashMap<>(given);
    List<Placed> there = new ArrayList<>(by.getOrDefault(one.facility(), List.of()));
    there.add(one);
    by.put(one.facility(), there);
    return new Rooms(alarmAt, capacities, standings, more, by, elsewhere);
  }

  /** What would be if a hospital dropped out. */
  public Rooms without(String facility) {
    Map<String, Standing> changed = new HashMap<>(standings);
    Standing now = standings.get(facility);
    changed.put(
        facility,
        now == null
            ? Standing.after(null, CapacityReport.closed(facility, alarmAt, ""))
            : now.shut());
    return new Rooms(alarmAt, capacities, Map.copyOf(changed), placed, given, elsewhere);
  }

  private static Map<String, List<Placed>> byFacility(List<Placed> all) {
    Map<String, List<Placed>> by = new HashMap<>();
    for (Placed p : all) {
      by.computeIfAbsent(p.facility(), _ -> new ArrayList<>()).add(p);
    }
    return by;
  }

  /** Everybody placed so far, the first first. */
  List<Placed> placed() {
    return placed;
  }

  /** Whether a hospital has said that it takes nobody. */
  public boolean closed(String facility) {
    Standing standing = standings.get(facility);
    return standing != null && standing.closed();
  }

  /**
   * What speaks against sending a casualty there now, or null when nothing does; that nobody has
   * said what it can take does not.
   *
   * @param needs specialties without which it is no help to come there
   * @param limits of specialties, by the key in use
   */
  public @Nullable Against against(
      String facility, Category category, Set<Specialty> needs, Limits limits, Instant now) {
    if (closed(facility)) {
      return Against.CLOSED;
    }
    Integer left = left(facility, category, now);
    if (left != null && left <= 0) {
      return Against.FULL;
    }
    boolean all = needs.stream().allMatch(s -> left(facility, s, limits, now) > 0);
    return all ? null : Against.SPECIALTY;
  }

  /**
   * How many who need a specialty a key lets a hospital have an hour; null when it says nothing.
   */
  @FunctionalInterface
  public interface Limits {
    /** No key, and so no limits. */
    Limits NONE = (_, _) -> null;

    @Nullable Integer perHour(String facility, Specialty specialty);
  }

  /**
   * How many more of a category a hospital takes: of what it has said, else of the hour as
   * documented; null when nobody has said. Below 0 when a person sent more. Who is not expected to
   * live needs what the most urgent need, and is of their number where nothing else is said.
   */
  public @Nullable Integer left(String facility, Category category, Instant now) {
    Category figure = figure(facility, category);
    Predicate<Placed> same = p -> figure(facility, p.category()) == figure;
    Standing standing = standings.get(facility);
    Room told = standing == null ? null : standing.takes().get(figure);
    if (told != null) {
      return told.persons() - count(facility, same.and(since(told)));
    }
    HospitalCapacity has = capacities.get(facility);
    return has == null ? null : has.takes(hour(now), figure) - thisHour(facility, same, now);
  }

  /** The category whose number a casualty is of there. */
  private Category figure(String facility, Category category) {
    if (category != Category.EXPECTANT) {
      return category;
    }
    Standing standing = standings.get(facility);
    HospitalCapacity has = capacities.get(facility);
    boolean named =
        standing != null && standing.takes().containsKey(category)
            || has != null && has.names(category);
    return named ? category : Category.IMMEDIATE;
  }

  /**
   * How many more who need a specialty: what it has said, else the lower of what is documented and
   * of the key's limit. Nobody who has not said that it has it, has it.
   */
  public int left(String facility, Specialty specialty, Limits limits, Instant now) {
    Predicate<Placed> same = p -> p.needs().contains(specialty);
    Standing standing = standings.get(facility);
    Room told = standing == null ? null : standing.specialties().get(specialty);
    if (told != null) {
      return told.persons() - count(facility, same.and(since(told)));
    }
    HospitalCapacity has = capacities.get(facility);
    Integer limit = limits.perHour(facility, specialty);
    int takes = limit == null ? 0 : limit;
    if (has != null && has.names(specialty)) {
      int documented = has.takes(hour(now), specialty);
      takes = limit == null ? documented : Math.min(documented, limit);
    }
    return takes - thisHour(facility, same, now);
  }

  /** Those of this event's hour, and of other events those of the last hour, whatever theirs. */
  private int thisHour(String facility, Predicate<Placed> which, Instant now) {
    Instant hourAgo = now.minus(Duration.ofHours(1));
    return count(facility, which.and(p -> hour(p.at()) == hour(now)))
        + count(elsewhere, facility, which.and(p -> p.at().isAfter(hourAgo)));
  }

  private static Predicate<Placed> since(Room told) {
    Instant since = told.since();
    return since == null ? _ -> true : p -> !p.at().isBefore(since);
  }

  /** How many of a category it has been given in all. */
  public int given(String facility, Category category) {
    return count(facility, p -> p.category() == category);
  }

  int count(String facility, Predicate<Placed> which) {
    return count(given, facility, which);
  }

  private static int count(Map<String, List<Placed>> of, String facility, Predicate<Placed> which) {
    int count = 0;
    for (Placed p : of.getOrDefault(facility, List.of())) {
      count += which.test(p) ? 1 : 0;
    }
    return count;
  }

  /** Hours since the alarm; 0 is the first. */
  int hour(Instant at) {
    long millis = at.toEpochMilli() - alarmAt.toEpochMilli();
    return (int) Math.max(0, millis / HOUR_MILLIS);
  }
}
