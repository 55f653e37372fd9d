package se.dirigent.server.picture;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.Refused;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.server.dispatch.AssignmentRepository;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.Role;
import se.dirigent.server.incident.IncidentRepository;
import se.dirigent.server.journal.Entry;
import se.dirigent.server.journal.Journal;
import se.dirigent.server.platform.region.Regions;

/** One incident with everything about it. */
@RestController
class IncidentPictureController {
  private final Regions regions;
  private final IncidentRepository incidents;
  private final AssignmentRepository assignments;
  private final Journal journal;

  IncidentPictureController(
      Regions regions,
      IncidentRepository incidents,
      AssignmentRepository assignments,
      Journal journal) {
    this.regions = regions;
    this.incidents = incidents;
    this.assignments = assignments;
    this.journal = journal;
  }

  /** An incident, all its assignments, and its lines of the journal in order. */
  record IncidentPicture(Incident incident, List<Assignment> assignments, List<Entry> entries) {}

  @GetMapping("/api/regions/{region}/incidents/{incident}")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND})
  IncidentPicture get(@PathVariable String region, @PathVariable String incident) {
    RegionCode code = regions.getServed(new RegionCode(region)).code();
    IncidentId id = IncidentId.parse(incident);
    Incident found =
        incidents
            .find(code, id)
            .orElseThrow(() ->
                Refused.unknown("incident.unknown", "incident", Map.of("incident", incident)));
    return new IncidentPicture(
        found, assignments.listOfIncident(code, id), journal.listOfIncident(code, incident));
  }
}
