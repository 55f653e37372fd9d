package se.dirigent.server.transport;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.Refused;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.geo.Position;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.transport.Planned;
import se.dirigent.core.transport.Stop;
import se.dirigent.core.transport.Transport;
import se.dirigent.server.fleet.CrewNews;
import se.dirigent.server.fleet.UnitRepository;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.Role;
import se.dirigent.server.platform.region.Regions;
import se.dirigent.server.transport.CrewRides.CrewRide;
import se.dirigent.server.transport.CrewRides.Door;

/** The care transports that a unit takes, as its crew reads them. */
@RestController
@RequestMapping("/api/regions/{region}")
class CrewRidesController implements CrewNews {
  /** No unit takes more in a day and a night. */
  private static final int RIDES_MAX = 50;

  /** So far ahead a crew sees its rides; of those later only the next. */
  private static final Duration AHEAD = Duration.ofHours(24);

  private final Regions regions;
  private final UnitRepository units;
  private final TransportRepository transports;
  private final TransportReads reads;
  private final InstantSource clock;

  CrewRidesController(
      Regions regions,
      UnitRepository units,
      TransportRepository transports,
      TransportReads reads,
      InstantSource clock) {
    this.regions = regions;
    this.units = units;
    this.transports = transports;
    this.reads = reads;
    this.clock = clock;
  }

  /**
   * The unit's rides of the next day and night, or the next one. The read of each is logged.
   *
   * @param purpose why it is read, for the log of reads
   */
  @GetMapping("/units/{unit}/transports")
  @Allowed(roles = {Role.CREW, Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  @Transactional
  CrewRides rides(
      @PathVariable RegionCode region,
      @PathVariable String unit,
      @RequestParam(defaultValue = TransportReads.PURPOSE) String purpose,
      Actor actor) {
    RegionCode code = regions.getServed(region).code();
    if (units.find(code, new UnitId(unit)).isEmpty()) {
      throw Refused.unknown("unit.unknown", "unit", Map.of("unit", unit));
    }
    Instant now = clock.instant();
    List<CrewRide> rides = new ArrayList<>();
    for (Transport t : transports.listOfUnit(code, unit, RIDES_MAX)) {
      Planned planned = Objects.requireNonNull(t.planned());
      if (rides.isEmpty() || planned.pickupAt().isBefore(now.plus(AHEAD))) {
        reads.record(code, actor, purpose, t);
        rides.add(ride(t, planned));
      }
    }
    return new CrewRides(now, rides);
  }

  @Override
  public @Nullable String mark(RegionCode region, UnitId unit) {
    return transports.markOfUnit(region, unit.value());
  }

  private CrewRide ride(Transport t, Planned planned) {
    return new CrewRide(
        t.id(),
        t.patient(),
        t.careUnit(),
        t.ride(),
        t.reception(),
        t.times(),
        planned,
        t.choice().mode(),
        t.request(),
        door("from", t.request().from()),
        door("to", t.request().to()));
  }

  private Door door(String field, Stop stop) {
    Position home = stop.position();
    if (home != null) {
      return new Door(stop.address(), "", home);
    }
    Regions.Destination facility =
        regions
            .findFacility(stop.facility())
            .orElseThrow(() ->
                Refused.unknown("transport.facility", field, Map.of("facility", stop.facility())));
    return new Door(facility.name(), stop.department(), facility.position());
  }
}
