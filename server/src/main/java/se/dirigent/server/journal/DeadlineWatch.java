package se.dirigent.server.journal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.platform.region.Regions;

/** Looks every second, in every region served, for deadlines that have passed. */
@Component
class DeadlineWatch {
  /** The name the journal shows for what the clock did. */
  private static final String ACTOR = "dirigent";

  private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatch.class);

  private final Regions regions;
  private final List<Deadlines<?>> watched;
  private final InstantSource clock;

  DeadlineWatch(Regions regions, List<Deadlines<?>> watched, InstantSource clock) {
    this.regions = regions;
    this.watched = List.copyOf(watched);
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 1000)
  void look() {
    Instant now = clock.instant();
    for (RegionCode region : regions.served()) {
      watched.forEach(deadlines -> look(deadlines, region, now));
    }
  }

  private static <I> void look(Deadlines<I> deadlines, RegionCode region, Instant now) {
    for (I thing : deadlines.listDue(region, now)) {
      try {
        deadlines.check(region, UUID.randomUUID(), ACTOR, thing);
      } catch (RuntimeException e) {
        // One that cannot be checked must not keep the others from it.
        LOG.error("deadlines of {} in {} could not be checked", thing, region, e);
      }
    }
  }
}
