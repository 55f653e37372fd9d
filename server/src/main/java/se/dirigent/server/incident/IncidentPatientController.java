package se.dirigent.server.incident;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.Role;
import se.dirigent.server.identity.patient.PatientRegister;
import se.dirigent.server.journal.Answer;

/** Attaches patients to incidents; who they are goes to the register, a reference to the journal. */
@RestController
class IncidentPatientController {
  private final IncidentService service;
  private final PatientRegister register;

  IncidentPatientController(IncidentService service, PatientRegister register) {
    this.service = service;
    this.register = register;
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

  @PostMapping("/api/regions/{region}/incidents/{incident}/patients")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE})
  Answer attach(
      @PathVariable String region,
      @PathVariable String incident,
      @RequestHeader("Command-Id") UUID commandId,
      @RequestBody PatientBody body,
      Actor actor) {
    RegionCode code = new RegionCode(region);
    return service.attachPatient(
        code,
        commandId,
        actor.username(),
        IncidentId.parse(incident),
        () -> register.register(code, body.personalNumber(), body.name(), actor));
  }
}
