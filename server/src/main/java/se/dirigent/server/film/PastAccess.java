package se.dirigent.server.film;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Role;

/** How far back a person may look. */
@Component
class PastAccess {
  /**
   * The shift that has passed and the one before it; more is for those who answer for the whole.
   */
  static final Duration SHIFTS = Duration.ofHours(24);

  private static final Set<Role> WITHOUT_LIMIT = Set.of(Role.INNER_COMMAND, Role.ADMINISTRATOR);

  private final InstantSource clock;

  PastAccess(InstantSource clock) {
    this.clock = clock;
  }

  /** The service's time. */
  Instant now() {
    return clock.instant();
  }

  /**
   * Checks a moment somebody asks to see.
   *
   * @throws Refused {@code film.future} or {@code film.old}
   */
  void require(Actor actor, RegionCode region, Instant at) {
    Instant now = clock.instant();
    if (at.isAfter(now)) {
      throw new Refused("film.future", "at", Map.of("value", at.toString()));
    }
    if (at.isBefore(now.minus(SHIFTS)) && !actor.holds(WITHOUT_LIMIT, region)) {
      throw Refused.state("film.old", "at", Map.of("hours", String.valueOf(SHIFTS.toHours())));
    }
  }
}
