package se.dirigent.server.identity.patient;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.PatientId;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.Role;
import se.dirigent.server.identity.patient.PatientReads.Action;
import se.dirigent.server.identity.patient.PatientReads.PatientRead;
import se.dirigent.server.identity.patient.PatientReads.Search;
import se.dirigent.server.platform.problem.RequestRefused;

/** Who a patient is, and who has read it. */
@RestController
@RequestMapping("/api/regions/{region}")
class PatientController {
  /** A page of the log; a reviewer reads a screen at a time. */
  private static final int LIMIT_MAX = 200;

  /** What the log says when it is itself read: checking the log is the only purpose there is. */
  private static final String LOG_PURPOSE = "loggkontroll";

  private final PatientRegister register;
  private final PatientReads reads;

  PatientController(PatientRegister register, PatientReads reads) {
    this.register = register;
    this.reads = reads;
  }

  /**
   * A page of the log.
   *
   * @param next {@code before} of the next page; absent on the last
   */
  record ReadsPage(List<PatientRead> reads, @Nullable Long next) {}

  // The care relation is the role in the region: those who send or give care there.
  @GetMapping("/patients/{id}")
  @Allowed(
      roles = {
        Role.DISPATCHER,
        Role.WAITING_ROOM_NURSE,
        Role.WARD_NURSE,
        Role.INNER_COMMAND,
        Role.CREW,
        Role.DOCTOR_ON_CALL
      },
      region = Allowed.Region.OWN)
  Patient patient(
      @PathVariable RegionCode region,
      @PathVariable UUID id,
      @RequestParam String purpose,
      Actor actor) {
    return register.get(region, new PatientId(id), purpose, actor);
  }

  @GetMapping("/patient-reads")
  @Allowed(roles = Role.ADMINISTRATOR, region = Allowed.Region.OWN)
  @Transactional
  ReadsPage reads(
      @PathVariable RegionCode region,
      @RequestParam(required = false) @Nullable UUID patient,
      @RequestParam(required = false) @Nullable String incident,
      @RequestParam(required = false) @Nullable String user,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(defaultValue = "50") int limit,
      Actor actor) {
    var _ = RequestRefused.requireRange("limit", limit, 1, LIMIT_MAX);
    String id = patient == null ? null : patient.toString();
    var search = new Search(id, incident, user, from, to, before);
    // Read before it is logged, so that the page does not begin with itself.
    List<PatientRead> page = reads.list(region, search, limit);
    reads.record(
        region,
        actor,
        LOG_PURPOSE,
        id == null ? "*" : id,
        incident,
        Action.READ_LOG,
        search.toString());
    boolean more = page.size() == limit;
    return new ReadsPage(page, more ? page.getLast().id() : null);
  }
}
