package se.dirigent.server.incident;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentCommand;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Location;
import se.dirigent.core.incident.Source;
import se.dirigent.core.incident.Threat;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.journal.Answer;

/**
 * The handover from SOS Alarm and other centres. The sender names the case, so that sending it
 * again is safe: the same case gets the same answer, and the answer means that it is kept.
 */
@RestController
@RequestMapping("/api/regions/{region}/intake/{centre}/{folder}/{number}")
class IntakeController {
  private final IncidentService service;

  IntakeController(IncidentService service) {
    this.service = service;
  }

  /** The sender's time stamps. */
  record IntakeTimes(
      @Nullable Instant queuedAt, @Nullable Instant answeredAt, @Nullable Instant prioritisedAt) {}

  /** A case handed over. */
  record Intake(
      Source source,
      @Nullable String callbackNumber,
      Location location,
      @Nullable String indexCode,
      String description,
      String priority,
      @Nullable IntakeTimes times,
      @Nullable List<Threat> threats) {}

  /**
   * Hands a case over. Sent again it gets its first answer, also after the case was closed; with
   * another content it is refused (409 {@code incident.exists}).
   */
  @PutMapping
  @Allowed(roles = Role.INTEGRATION)
  Answer open(
      @PathVariable String region,
      @PathVariable String centre,
      @PathVariable String folder,
      @PathVariable String number,
      @RequestBody Intake body,
      Actor actor) {
    RegionCode code = new RegionCode(region);
    IncidentId id = new IncidentId(centre, folder, number);
    UUID commandId = UUID.nameUUIDFromBytes(("intake:" + id).getBytes(StandardCharsets.UTF_8));
    try {
      return service.run(code, commandId, actor.username(), opening(id, code, body));
    } catch (Refused refused) {
      // The command's id is made from the case's: the sender knows only the case.
      throw refused.code().equals("command.reused")
          ? Refused.state("incident.exists", "", Map.of("incident", id.toString()))
          : refused;
    }
  }

  private static IncidentCommand opening(IncidentId id, RegionCode region, Intake body) {
    IntakeTimes times = body.times();
    return new IncidentCommand.Open(
        id,
        region,
        body.source(),
        times == null ? null : times.queuedAt(),
        times == null ? null : times.answeredAt(),
        times == null ? null : times.prioritisedAt(),
        body.callbackNumber() == null ? "" : body.callbackNumber(),
        body.location(),
        body.indexCode() == null ? "" : body.indexCode(),
        body.description(),
        body.priority(),
        body.threats() == null ? List.of() : body.threats());
  }

  /** Later facts on a case handed over; what is absent stays as it was. */
  record IntakeUpdate(
      @Nullable String text,
      @Nullable Location location,
      @Nullable String priority,
      @Nullable String callbackNumber) {}

  /**
   * Later facts on a case handed over. Those on a case that was linked as a duplicate are told to
   * whoever works with its original. A closed case takes words alone, and somebody is alarmed that
   * they came; anything more is refused (409 {@code incident.closed}): send it as a new case.
   */
  @PostMapping("/updates")
  @Allowed(roles = Role.INTEGRATION)
  Answer update(
      CommandOrigin origin,
      @PathVariable String centre,
      @PathVariable String folder,
      @PathVariable String number,
      @RequestBody IntakeUpdate body) {
    return service.run(
        origin.region(),
        origin.id(),
        origin.by(),
        new IncidentCommand.Update(
            new IncidentId(centre, folder, number),
            body.text(),
            body.location(),
            body.priority(),
            body.callbackNumber()));
  }
}
