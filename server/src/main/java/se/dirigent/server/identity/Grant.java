package se.dirigent.server.identity;

import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.RegionCode;

/**
 * A role in a region.
 *
 * @param region null: in the whole country
 */
public record Grant(Role role, @Nullable RegionCode region) {

  /** Whether it holds in the region. */
  public boolean in(RegionCode other) {
    return region == null || region.equals(other);
  }
}
