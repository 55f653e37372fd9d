package se.dirigent.server.incident;

import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.SecondTriage;
import se.dirigent.core.incident.TriageCommand.Release;
import se.dirigent.server.identity.LoggedOut;
import se.dirigent.server.platform.region.Regions;

/** Lets go of the cases a nurse was assessing when she logs out, so that others see them free. */
@Component
class HeldAssessments {
  private final IncidentRepository incidents;
  private final IncidentService service;
  private final Regions regions;

  HeldAssessments(IncidentRepository incidents, IncidentService service, Regions regions) {
    this.incidents = incidents;
    this.service = service;
    this.regions = regions;
  }

  @EventListener
  void release(LoggedOut out) {
    for (RegionCode region : regions.served()) {
      for (IncidentId id : incidents.listAssessedBy(region, out.username())) {
        release(region, id, out.username());
      }
    }
  }

  private void release(RegionCode region, IncidentId id, String username) {
    try {
      var _ =
          service.run(
              region, UUID.randomUUID(), username, new Release(id, SecondTriage.LOGGED_OUT));
    } catch (Refused released) {
      // Somebody else, a unit that was sent or the clock was first: it is free all the same.
    }
  }
}
