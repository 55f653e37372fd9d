package se.dirigent.optimiser.recommend;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.Capability;
import se.dirigent.core.geo.Position;

/**
 * What an incident asks for.
 *
 * @param position where help is needed; null when nobody knows yet
 * @param level urgency of the priority, 1 (life-threatening) to 4, whatever its sub-level
 * @param capabilities what the unit must have on board
 */
public record Need(@Nullable Position position, int level, Set<Capability> capabilities) {
  public Need {
    if (level < 1 || level > 4) {
      throw new IllegalArgumentException("level is " + level + "; give 1 to 4");
    }
    capabilities = Set.copyOf(capabilities);
  }
}
