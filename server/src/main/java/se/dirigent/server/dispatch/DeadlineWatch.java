package se.dirigent.server.dispatch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.dirigent.core.dispatch.AssignmentId;
import se.dirigent.core.dispatch.DispatchCommand.CheckDeadlines;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.platform.region.Regions;

/** Looks every second for crews that have not acknowledged or rolled in time. */
@Component
class DeadlineWatch {
  /** The name the journal shows for what the clock did. */
  private static final String ACTOR = "dirigent";

  private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatch.class);

  private final Regions regions;
  private final AssignmentRepository assignments;
  private final DispatchService service;
  private final InstantSource clock;

  DeadlineWatch(
      Regions regions,
      AssignmentRepository assignments,
      DispatchService service,
      InstantSource clock) {
    this.regions = regions;
    this.assignments = assignments;
    this.service = service;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 1000)
  void look() {
    Instant now = clock.instant();
    for (RegionCode region : regions.served()) {
      for (AssignmentId id : assignments.listDue(region, now)) {
        check(region, id);
      }
    }
  }

  /** One assignment that cannot be checked must not keep the others from it. */
  private void check(RegionCode region, AssignmentId id) {
    try {
      service.run(region, UUID.randomUUID(), ACTOR, new CheckDeadlines(id));
    } catch (RuntimeException e) {
      LOG.error("deadlines of assignment {} in {} could not be checked", id, region, e);
    }
  }
}
