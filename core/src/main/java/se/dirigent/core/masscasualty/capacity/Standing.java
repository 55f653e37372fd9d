package se.dirigent.core.masscasualty.capacity;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.masscasualty.capacity.CapacityReport.Basis;
import se.dirigent.core.masscasualty.sieve.Category;

/**
 * What a hospital's reports come to: the latest word on each number. A report that speaks of one
 * category leaves what was said of the others, with the time it was said; so a hospital that adds a
 * line of text gives no room out a second time.
 *
 * @param facility id of the hospital
 * @param at when it last said something
 * @param closed whether it takes nobody
 * @param takes persons by category
 * @param specialties how many of them may need a specialty
 * @param text of the latest report; may be empty
 */
public record Standing(
    String facility,
    Instant at,
    boolean closed,
    Map<Category, Room> takes,
    Map<Specialty, Room> specialties,
    String text) {
  /**
   * A number that a hospital has said.
   *
   * @param persons it takes
   * @param since those it has been given from then on are of the number; null when all of the event
   *     are
   */
  public record Room(int persons, @Nullable Instant since) {}

  public Standing {
    takes = Numbers.ordered(Category.class, takes);
    specialties = Numbers.ordered(Specialty.class, specialties);
  }

  /** What holds after a report that is not older than what was said before. */
  public static Standing after(@Nullable Standing before, CapacityReport r) {
    BiFunction<Integer, Basis, Room> room =
        (persons, basis) -> new Room(persons, basis == Basis.IN_ALL ? null : r.at());
    Map<Category, Room> takes = new EnumMap<>(Category.class);
    Map<Specialty, Room> specialties = new EnumMap<>(Specialty.class);
    if (before != null) {
      takes.putAll(before.takes);
      specialties.putAll(before.specialties);
    }
    Basis basis = r.basis() == null ? Basis.FROM_NOW : r.basis();
    r.takes().forEach((category, persons) -> takes.put(category, room.apply(persons, basis)));
    r.specialties().forEach((one, persons) -> specialties.put(one, room.apply(persons, basis)));
    return new Standing(r.facility(), r.at(), r.closed(), takes, specialties, r.text());
  }

  /**
   * Its door as it is, with the room that was said of another event.
   *
   * @param of that event, or null when nothing was said of it
   */
  Standing door(@Nullable Standing of) {
    return of == null
        ? new Standing(facility, at, closed, Map.of(), Map.of(), text)
        : new Standing(facility, at, closed, of.takes, of.specialties, text);
  }

  /** The same hospital, taking nobody. */
  Standing shut() {
    return new Standing(facility, at, true, takes, specialties, text);
  }
}
