package se.dirigent.core.masscasualty.capacity;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import se.dirigent.core.masscasualty.sieve.Category;

/**
 * A casualty for whom a hospital is decided.
 *
 * @param at when it was decided
 */
public record Placed(String facility, Category category, Set<Specialty> needs, Instant at) {
  public Placed {
    Set<Specialty> copy = EnumSet.noneOf(Specialty.class);
    copy.addAll(needs);
    needs = Collections.unmodifiableSet(copy);
  }
}
