package se.dirigent.server.dispatch;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.Refused;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.server.dispatch.CrewAssignment.CrewIncident;
import se.dirigent.server.fleet.CrewNews;
import se.dirigent.server.fleet.UnitRepository;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.incident.IncidentReads;
import se.dirigent.server.incident.IncidentRepository;
import se.dirigent.server.incident.IncidentService;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.platform.ClockSpeed;
import se.dirigent.server.platform.region.Regions;

/** What a crew reads of its assignment, and who it says the patient is, over HTTP. */
@RestController
@RequestMapping("/api/regions/{region}")
class CrewController {
  private final Regions regions;
  private final UnitRepository units;
  private final AssignmentRepository assignments;
  private final IncidentRepository incidents;
  private final IncidentService service;
  private final IncidentReads reads;
  private final CrewNews news;
  private final InstantSource clock;
  private final ClockSpeed speed;

  CrewController(
      Regions regions,
      UnitRepository units,
      AssignmentRepository assignments,
      IncidentRepository incidents,
      IncidentService service,
      IncidentReads reads,
      CrewNews news,
      InstantSource clock,
      ClockSpeed speed) {
    this.regions = regions;
    this.units = units;
    this.assignments = assignments;
    this.incidents = incidents;
    this.service = service;
    this.reads = reads;
    this.news = news;
    this.clock = clock;
    this.speed = speed;
  }

  /**
   * The assignment the unit is on, with its incident; 204 when it is on none. The read is logged.
   *
   * @param purpose why it is read, for the log of reads
   */
  @GetMapping("/units/{unit}/assignment")
  @Allowed(roles = {Role.CREW, Role.DISPATCHER, Role.INTEGRATION})
  @Transactional
  ResponseEntity<CrewAssignment> assignment(
      @PathVariable String region,
      @PathVariable String unit,
      @RequestParam(defaultValue = IncidentReads.PURPOSE) String purpose,
      Actor actor) {
    RegionCode code = regions.getServed(new RegionCode(region)).code();
    Unit found = getUnit(code, unit);
    return assignments
        .findOpen(code, found.id())
        .map(a -> ResponseEntity.ok(read(code, found, a, purpose, actor)))
        .orElse(ResponseEntity.noContent().build());
  }

  /** The unit, and whether there is anything new for its crew. No patient data, no log. */
  @GetMapping("/units/{unit}/glance")
  @Allowed(roles = {Role.CREW, Role.DISPATCHER, Role.INTEGRATION})
  UnitGlance glance(@PathVariable String region, @PathVariable String unit) {
    RegionCode code = regions.getServed(new RegionCode(region)).code();
    Unit found = getUnit(code, unit);
    String mark = assignments.findOpen(code, found.id()).map(a -> mark(code, a)).orElse(null);
    String rides = news.mark(code, found.id());
    return new UnitGlance(clock.instant(), speed.value(), found, mark, rides);
  }

  private String mark(RegionCode region, Assignment assignment) {
    Incident incident = incidents.find(region, assignment.incident()).orElseThrow();
    return assignment.id() + " " + assignment.version() + " " + incident.version();
  }

  private Unit getUnit(RegionCode region, String unit) {
    return units
        .find(region, new UnitId(unit))
        .orElseThrow(() -> Refused.unknown("unit.unknown", "unit", Map.of("unit", unit)));
  }

  private CrewAssignment read(
      RegionCode region, Unit unit, Assignment assignment, String purpose, Actor actor) {
    Incident incident = incidents.find(region, assignment.incident()).orElseThrow();
    reads.record(region, actor, purpose, incident);
    return new CrewAssignment(unit, assignment, CrewIncident.of(incident));
  }

  /**
   * A patient as told.
   *
   * @param personalNumber personal, coordination or reserve number; absent gives a reserve number
   * @param name absent when nobody knows
   */
  record PatientBody(@Nullable String personalNumber, @Nullable String name) {
    @Override
    public String toString() {
      return "PatientBody"; // who it is belongs in no log
    }
  }

  @PostMapping("/incidents/{incident}/patients")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.CREW})
  Answer attachPatient(
      CommandOrigin origin, @PathVariable String incident, @RequestBody PatientBody body) {
    IncidentId id = IncidentId.parse(incident);
    if (incidents.find(origin.region(), id).isPresent()) {
      requireOwn(origin.region(), id, origin.actor());
    }
    return service.attachPatient(
        origin.region(), origin.id(), origin.actor(), id, body.personalNumber(), body.name());
  }

  /** A crew may only speak of a patient it is with. */
  private void requireOwn(RegionCode region, IncidentId incident, Actor actor) {
    String unit =
        assignments.listOfIncident(region, incident).stream()
            .filter(a -> a.state() == Assignment.State.OPEN)
            .map(a -> a.unit().value())
            .filter(u -> u.equals(actor.unit()))
            .findAny()
            .orElse("");
    actor.requireUnit(unit, region, Set.of(Role.DISPATCHER, Role.WAITING_ROOM_NURSE));
  }
}
