package se.dirigent.server.identity;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.platform.problem.Language;
import se.dirigent.server.platform.problem.RequestRefused;

/**
 * Who sends the request. A controller gets it by declaring a parameter of this type.
 *
 * @param username stands in the journal
 * @param displayName for people to read
 * @param careUnit stands in the log of patient reads
 * @param grants roles, each in a region or in the whole country
 * @param unit the unit a crew works in; null for everyone else
 * @param language the user's own
 */
public record Actor(
    String username,
    String displayName,
    String careUnit,
    Set<Grant> grants,
    @Nullable String unit,
    Language language) {

  public Actor {
    Objects.requireNonNull(username, "username");
    grants = Set.copyOf(grants);
  }

  /** The roles held anywhere. */
  public Set<Role> roles() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    grants.forEach(grant -> roles.add(grant.role()));
    return roles;
  }

  /** The region the user works in; null when no role is bound to one. */
  public @Nullable RegionCode region() {
    return grants.stream()
        .map(Grant::region)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Whether one of the roles is held in the region. */
  public boolean holds(Set<Role> roles, RegionCode region) {
    return grants.stream().anyMatch(grant -> roles.contains(grant.role()) && grant.in(region));
  }

  /** Whether one of the roles is held in any region. */
  public boolean holdsAnywhere(Set<Role> roles) {
    return grants.stream().anyMatch(grant -> roles.contains(grant.role()));
  }

  /** Whether the role is held in the region. */
  public boolean is(Role role, RegionCode region) {
    return holds(Set.of(role), region);
  }

  /**
   * Refuses who acts for another unit than its own and has no other reason than being crew. For
   * commands whose address does not name the unit, for instance a milestone of an assignment; where
   * it does, it has been checked.
   *
   * @param region where the unit is
   * @param others roles that may act for every unit there
   * @throws RequestRefused 403
   */
  public void requireUnit(String other, RegionCode region, Set<Role> others) {
    boolean own = other.equals(unit) && is(Role.CREW, region);
    if (!own && !holds(others, region)) {
      throw RequestRefused.forbidden();
    }
  }
}
