package se.dirigent.core.masscasualty;

import org.jspecify.annotations.Nullable;
import se.dirigent.core.masscasualty.capacity.DistributionKey;

/**
 * What else is so, that a command on a major incident depends on.
 *
 * @param holder the open major incident that the command's incident is already collected by, or
 *     null
 * @param unsettled casualties who are neither in a hospital nor let go
 * @param key the key of the command's code, or null when the region has settled none
 */
public record Surroundings(
    @Nullable MajorIncidentId holder, int unsettled, @Nullable DistributionKey key) {
  /** Nothing that matters. */
  public static Surroundings none() {
    return new Surroundings(null, 0, null);
  }
}
