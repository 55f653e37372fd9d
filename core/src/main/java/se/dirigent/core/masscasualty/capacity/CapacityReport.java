package se.dirigent.core.masscasualty.capacity;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Texts;
import se.dirigent.core.masscasualty.sieve.Category;

/**
 * What a hospital says that it can take, until it says otherwise. What it does not name stays as it
 * last said, or else as it is documented.
 *
 * @param facility id of the hospital
 * @param at when it was so
 * @param closed whether it takes nobody
 * @param basis whom the numbers are about; those in journals from before there was a choice have
 *     none, and are beyond those it had
 * @param takes persons of a category
 * @param specialties how many of them may need a specialty
 * @param text whatever else it says; may be empty
 */
public record CapacityReport(
    String facility,
    Instant at,
    boolean closed,
    @Nullable Basis basis,
    Map<Category, Integer> takes,
    Map<Specialty, Integer> specialties,
    String text) {
  /** Whom a number is about. */
  public enum Basis {
    /** So many more, beyond those who were its own when it was said. */
    FROM_NOW,
    /** So many in the whole event, with those it already has or is to have. */
    IN_ALL
  }

  public CapacityReport {
    facility = Texts.require("facility", facility, 1, 64);
    Objects.requireNonNull(at, "at");
    basis = basis == null ? Basis.FROM_NOW : basis;
    takes = Numbers.counts("takes", Category.class, takes);
    specialties = Numbers.counts("specialties", Specialty.class, specialties);
    text = Texts.optional("text", text, 500);
  }

  /** A hospital that takes nobody. */
  public static CapacityReport closed(String facility, Instant at, String text) {
    return new CapacityReport(facility, at, true, Basis.FROM_NOW, Map.of(), Map.of(), text);
  }

  /** The same, made at another time. */
  public CapacityReport at(Instant told) {
    return new CapacityReport(facility, told, closed, basis, takes, specialties, text);
  }
}
