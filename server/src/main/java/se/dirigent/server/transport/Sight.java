package se.dirigent.server.transport;

import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Role;

/**
 * Which orders of a region somebody sees.
 *
 * @param careUnit whose orders alone, those it ordered, lets go or receives; null for all
 * @param flights whether only those that a flight is asked for
 */
record Sight(@Nullable String careUnit, boolean flights) {
  /** All orders. */
  static final Sight ALL = new Sight(null, false);

  /** What the actor sees in the region. */
  static Sight of(Actor actor, RegionCode region) {
    if (all(actor, region)) {
      return ALL;
    }
    return actor.is(Role.WARD_NURSE, region)
        ? new Sight(actor.careUnit(), false)
        : new Sight(null, true);
  }

  /** Whether the actor acts for every ward. */
  static boolean all(Actor actor, RegionCode region) {
    return actor.is(Role.INNER_COMMAND, region)
        || actor.is(Role.DISPATCHER, region)
        || actor.is(Role.INTEGRATION, region);
  }
}
