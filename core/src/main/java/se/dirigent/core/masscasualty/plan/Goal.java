package se.dirigent.core.masscasualty.plan;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity;
import se.dirigent.core.masscasualty.capacity.TypeEvent;
import se.dirigent.core.masscasualty.sieve.Category;

/**
 * What a region means to be able to take: so many more within so many hours.
 *
 * @param type the sort of event; one goal of each
 * @param persons 1–10 000, red and yellow together
 * @param withinHours from the alarm, 1–72
 * @param decidedBy the post that decided it, never a person
 */
public record Goal(TypeEvent type, int persons, int withinHours, String decidedBy) {
  private static final int PERSONS_MAX = 10_000;
  private static final int HOURS_MAX = 72;

  public Goal {
    Objects.requireNonNull(type, "type");
    require("persons", persons, PERSONS_MAX);
    require("withinHours", withinHours, HOURS_MAX);
    decidedBy = Texts.require("decidedBy", decidedBy, 2, 120);
  }

  private static void require(String field, int value, int max) {
    if (value < 1 || value > max) {
      throw new Refused("goal.number", field, Map.of("value", "" + value, "max", "" + max));
    }
  }

  /** How many red and yellow hospitals have documented that they take in the hours of the goal. */
  public int documented(Collection<HospitalCapacity> capacities) {
    int persons = 0;
    for (HospitalCapacity c : capacities) {
      for (int hour = 0; hour < withinHours; hour++) {
        persons += c.takes(hour, Category.IMMEDIATE) + c.takes(hour, Category.DELAYED);
      }
    }
    return persons;
  }
}
