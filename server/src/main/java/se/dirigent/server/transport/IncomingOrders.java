package se.dirigent.server.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.TransportCommand;
import se.dirigent.core.transport.TransportId;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.platform.problem.RequestRefused;
import se.dirigent.server.platform.region.Regions;

/**
 * Orders of other regions that lead to this one, whoever drives. They stay where they were ordered
 * and are journalled there; the receiving ward, and its region's inner command, read them here and
 * answer.
 */
@Service
class IncomingOrders {
  /** So long an order that has ended is shown: whoever comes on duty sees what became of it. */
  private static final Duration ENDED_MAX = Duration.ofDays(1);

  private final IncomingRepository incoming;
  private final TransportService service;
  private final Regions regions;

  IncomingOrders(IncomingRepository incoming, TransportService service, Regions regions) {
    this.incoming = incoming;
    this.service = service;
    this.regions = regions;
  }

  /**
   * Those that lead to the actor's ward, or for inner command to the region.
   *
   * @param total how many there are in the whole list
   */
  record Part(List<Transport> transports, int total) {}

  /** The first of them, those open first. */
  Part list(RegionCode region, Actor actor, Instant now, int limit) {
    RegionCode served = regions.getServed(region).code();
    String unit = careUnit(actor, served);
    Instant since = now.minus(ENDED_MAX);
    return new Part(incoming.list(served, unit, since, limit), incoming.count(served, unit, since));
  }

  /**
   * Carries out the receiver's answer where the order is.
   *
   * @throws Refused {@code transport.unknown}, also for one that leads to another ward, or has been
   *     changed to lead there
   */
  Answer answer(CommandOrigin origin, TransportCommand.Answer answer) {
    RegionCode region = regions.getServed(origin.region()).code();
    String unit = careUnit(origin.actor(), region);
    Transport seen = require(region, unit, answer.transport());
    var there = new CommandOrigin(seen.region(), origin.id(), origin.actor(), null);
    return service.run(there, answer, _ -> require(region, unit, answer.transport()));
  }

  private Transport require(RegionCode region, @Nullable String unit, TransportId id) {
    return incoming
        .find(region, unit, id)
        .orElseThrow(() ->
            Refused.unknown("transport.unknown", "transport", Map.of("transport", id.value())));
  }

  /** Whose orders alone the actor sees; null for the whole region's. */
  private static @Nullable String careUnit(Actor actor, RegionCode region) {
    if (actor.is(Role.INNER_COMMAND, region)) {
      return null;
    }
    if (!actor.is(Role.WARD_NURSE, region)) {
      throw RequestRefused.forbidden();
    }
    return actor.careUnit();
  }
}
