package se.dirigent.core.masscasualty.capacity;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import se.dirigent.core.Texts;
import se.dirigent.core.masscasualty.sieve.Category;

/**
 * What a hospital says that it can take from now on, until it says otherwise. What it does not name
 * stays as it is documented.
 *
 * @param facility id of the hospital
 * @param at when it was so
 * @param closed whether it takes nobody
 * @param takes persons of a category from now on, in all
 * @param specialties how many of them may need a specialty
 * @param text whatever else it says; may be empty
 */
public record CapacityReport(
    String facility,
    Instant at,
    boolean closed,
    Map<Category, Integer> takes,
    Map<Specialty, Integer> specialties,
    String text) {
  public CapacityReport {
    facility = Texts.require("facility", facility, 1, 64);
    Objects.requireNonNull(at, "at");
    takes = Numbers.counts("takes", Category.class, takes);
    specialties = Numbers.counts("specialties", Specialty.class, specialties);
    text = Texts.optional("text", text, 500);
  }

  /** A hospital that takes nobody. */
  public static CapacityReport closed(String facility, Instant at, String text) {
    return new CapacityReport(facility, at, true, Map.of(), Map.of(), text);
  }
}
