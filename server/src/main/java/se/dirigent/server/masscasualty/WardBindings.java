package se.dirigent.server.masscasualty;

import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.masscasualty.Casualty;
import se.dirigent.core.masscasualty.Casualty.Sent;
import se.dirigent.core.transport.mode.TransportRules.Department;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Role;
import se.dirigent.server.platform.problem.RequestRefused;
import se.dirigent.server.platform.region.Regions;

/**
 * Whom a ward may answer for: the hospital that its care unit lies in, by the same list of
 * departments as who receives a care transport. Command, dispatchers, crews and programs answer for
 * every hospital.
 */
@Component
class WardBindings {
  private static final Set<Role> FOR_ALL =
      Set.of(Role.DISPATCHER, Role.INNER_COMMAND, Role.CREW, Role.INTEGRATION);

  private final Regions regions;

  WardBindings(Regions regions) {
    this.regions = regions;
  }

  /**
   * Refuses a ward that answers for another hospital than its own.
   *
   * @throws RequestRefused 403
   */
  void require(Actor actor, RegionCode region, @Nullable String facility) {
    if (!answersForAll(actor, region)
        && (facility == null || !own(actor, region).contains(facility))) {
      throw RequestRefused.forbidden();
    }
  }

  /**
   * Refuses a ward that a casualty neither is with nor goes to; also when there is no such
   * casualty.
   *
   * @param find asked for a ward alone
   * @throws RequestRefused 403
   */
  void require(Actor actor, RegionCode region, Supplier<@Nullable Casualty> find) {
    if (answersForAll(actor, region)) {
      return;
    }
    Casualty casualty = find.get();
    String facility = null;
    if (casualty != null) {
      Sent to = casualty.destination();
      facility = casualty.facility().isEmpty() && to != null ? to.facility() : casualty.facility();
    }
    require(actor, region, facility);
  }

  /** Whether somebody answers for every hospital of the region. */
  boolean answersForAll(Actor actor, RegionCode region) {
    return actor.holds(FOR_ALL, region);
  }

  private Set<String> own(Actor actor, RegionCode region) {
    // Departments of other regions can be named too; nobody here answers for them.
    return regions.transportRules(region).departments().stream()
        .filter(d -> d.careUnit().equals(actor.careUnit()))
        .map(Department::facility)
        .filter(id -> regions.get(region).facilities().stream().anyMatch(f -> f.id().equals(id)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
