package se.dirigent.core.masscasualty.capacity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;
import se.dirigent.core.masscasualty.sieve.Category;

/**
 * What a hospital can take in each hour after the alarm, as it has documented in advance.
 *
 * @param facility id of the hospital
 * @param hours the first is the hour that begins with the alarm; 1–72. The last holds for every
 *     hour after it
 * @param source who says so, or from what it was worked out
 * @param documentedOn when
 */
public record HospitalCapacity(
    String facility, List<Hour> hours, String source, LocalDate documentedOn) {
  private static final int HOURS_MAX = 72;

  /**
   * What can be taken in one hour. What is not named cannot be taken.
   *
   * @param categories persons of each category
   * @param specialties how many of them may need each specialty
   */
  public record Hour(Map<Category, Plus> categories, Map<Specialty, Plus> specialties) {
    public Hour {
      categories = Numbers.ordered(Category.class, categories);
      specialties = Numbers.ordered(Specialty.class, specialties);
    }
  }

  public HospitalCapacity {
    facility = Texts.require("facility", facility, 1, 64);
    hours = List.copyOf(hours);
    if (hours.isEmpty() || hours.size() > HOURS_MAX) {
      throw new Refused(
          "capacity.hours",
          "hours",
          Map.of("facility", facility, "count", "" + hours.size(), "max", "" + HOURS_MAX));
    }
    source = Texts.require("source", source, 2, 300);
    Objects.requireNonNull(documentedOn, "documentedOn");
  }

  /**
   * Persons of a category in an hour.
   *
   * @param hour 0 is the first after the alarm
   */
  public int takes(int hour, Category category) {
    Plus plus = at(hour).categories().get(category);
    return plus == null ? 0 : plus.takes();
  }

  /** Persons who need a specialty in an hour. */
  public int takes(int hour, Specialty specialty) {
    Plus plus = at(hour).specialties().get(specialty);
    return plus == null ? 0 : plus.takes();
  }

  /** Whether it says anything of a category, be it nought. */
  boolean names(Category category) {
    return hours.stream().anyMatch(h -> h.categories().containsKey(category));
  }

  /** Whether it says anything of a specialty, be it nought. */
  boolean names(Specialty specialty) {
    return hours.stream().anyMatch(h -> h.specialties().containsKey(specialty));
  }

  private Hour at(int hour) {
    return hours.get(Math.clamp(hour, 0, hours.size() - 1));
  }
}
