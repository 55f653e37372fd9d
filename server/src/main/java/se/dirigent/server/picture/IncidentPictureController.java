package se.dirigent.server.picture;

import java.util.List;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.Refused;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.server.dispatch.AssignmentRepository;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.Role;
import se.dirigent.server.incident.IncidentReads;
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
  private final IncidentReads reads;

  IncidentPictureController(
      Regions regions,
      IncidentRepository incidents,
      AssignmentRepository assignments,
      Journal journal,
      IncidentReads reads) {
    this.regions = regions;
    this.incidents = incidents;
    this.assignments = assignments;
    this.journal = journal;
    this.reads = reads;
  }

  /** An incident, all its assignments, and its lines of the journal in order. */
  record IncidentPicture(Incident incident, List<Assignment> assignments, List<Entry> entries) {}

  /**
   * An incident; the read is logged.
   *
   * @param purpose why it is read, for the log of reads
   */
  @GetMapping("/api/regions/{region}/incidents/{incident}")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND})
  @Transactional
  IncidentPicture get(
      @PathVariable String region,
      @PathVariable String incident,
      @RequestParam(defaultValue = IncidentReads.PURPOSE) String purpose,
      Actor actor) {
    RegionCode code = regions.getServed(new RegionCode(region)).code();
    IncidentId id = IncidentId.parse(incident);
    Incident found =
        incidents
            .find(code, id)
            .orElseThrow(() ->
                Refused.unknown("incident.unknown", "incident", Map.of("incident", incident)));
    reads.record(code, actor, purpose, found);
    return new IncidentPicture(
        found, assignments.listOfIncident(code, id), journal.listOfIncident(code, incident));
  }
}
