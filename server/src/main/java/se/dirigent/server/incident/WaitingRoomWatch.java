package se.dirigent.server.incident;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentCommand.CheckDeadlines;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.server.platform.region.Regions;

/** Looks every second for contacts that were missed and alarms that are due. */
@Component
class WaitingRoomWatch {
  /** The name the journal shows for what the clock did. */
  private static final String ACTOR = "dirigent";

  private static final Logger LOG = LoggerFactory.getLogger(WaitingRoomWatch.class);

  private final Regions regions;
  private final IncidentRepository incidents;
  private final IncidentService service;
  private final InstantSource clock;

  WaitingRoomWatch(
      Regions regions, IncidentRepository incidents, IncidentService service, InstantSource clock) {
    this.regions = regions;
    this.incidents = incidents;
    this.service = service;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 1000)
  void look() {
    Instant now = clock.instant();
    for (RegionCode region : regions.served()) {
      for (IncidentId id : incidents.listDue(region, now)) {
        check(region, id);
      }
    }
  }

  /** One incident that cannot be checked must not keep the others from it. */
  private void check(RegionCode region, IncidentId id) {
    try {
      service.run(region, UUID.randomUUID(), ACTOR, new CheckDeadlines(id));
    } catch (RuntimeException e) {
      LOG.error("deadlines of incident {} in {} could not be checked", id, region, e);
    }
  }
}
