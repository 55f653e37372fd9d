package se.dirigent.server.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentCommand.CheckDeadlines;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.server.journal.Deadlines;

/** Contacts that were missed and alarms that are due. */
@Component
class WaitingRoomDeadlines implements Deadlines<IncidentId> {
  private final IncidentRepository incidents;
  private final IncidentService service;

  WaitingRoomDeadlines(IncidentRepository incidents, IncidentService service) {
    this.incidents = incidents;
    this.service = service;
  }

  @Override
  public List<IncidentId> listDue(RegionCode region, Instant now) {
    return incidents.listDue(region, now);
  }

  @Override
  public void check(RegionCode region, UUID id, String actor, IncidentId incident) {
    service.run(region, id, actor, new CheckDeadlines(incident));
  }
}
