package se.dirigent.server.dispatch;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.Refused;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.TriageCommand.Reply;
import se.dirigent.server.dispatch.DoctorCase.QuestionLine;
import se.dirigent.server.dispatch.DoctorCase.QuestionList;
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

/** What the doctor on call reads and answers: the cases put before the doctor, and no others. */
@RestController
@RequestMapping("/api/regions/{region}")
class DoctorController {
  private final Regions regions;
  private final IncidentRepository incidents;
  private final IncidentService service;
  private final UnitRepository units;
  private final IncidentReads reads;
  private final InstantSource clock;
  private final ClockSpeed speed;

  DoctorController(
      Regions regions,
      IncidentRepository incidents,
      IncidentService service,
      UnitRepository units,
      IncidentReads reads,
      InstantSource clock,
      ClockSpeed speed) {
    this.regions = regions;
    this.incidents = incidents;
    this.service = service;
    this.units = units;
    this.reads = reads;
    this.clock = clock;
    this.speed = speed;
  }

  /** The last question of every open case that has one. No patient data, no log. */
  @GetMapping("/questions")
  @Allowed(roles = Role.DOCTOR_ON_CALL)
  QuestionList list(@PathVariable String region) {
    RegionCode code = regions.getServed(new RegionCode(region)).code();
    List<QuestionLine> lines =
        incidents.listAsked(code).stream().map(DoctorController::last).toList();
    return new QuestionList(clock.instant(), speed.value(), lines);
  }

  private static QuestionLine last(Incident incident) {
    return QuestionLine.of(incident, DoctorCase.questions(incident).getLast());
  }

  /**
   * A case that was put before the doctor; the read is logged.
   *
   * @param purpose why it is read, for the log of reads
   */
  @GetMapping("/questions/{incident}")
  @Allowed(roles = Role.DOCTOR_ON_CALL)
  @Transactional
  DoctorCase get(
      @PathVariable String region,
      @PathVariable String incident,
      @RequestParam(defaultValue = IncidentReads.PURPOSE) String purpose,
      Actor actor) {
    RegionCode code = regions.getServed(new RegionCode(region)).code();
    Incident found = getAsked(code, IncidentId.parse(incident));
    reads.record(code, actor, purpose, found);
    String unit = DoctorCase.questions(found).getLast().unit();
    return DoctorCase.of(found, unit == null ? null : callSign(code, unit));
  }

  /** The same refusal whether or not there is such a case: others are none of the doctor's. */
  private Incident getAsked(RegionCode region, IncidentId id) {
    return incidents
        .find(region, id)
        .filter(i -> !DoctorCase.questions(i).isEmpty())
        .orElseThrow(() ->
            Refused.unknown("incident.unknown", "incident", Map.of("incident", id.toString())));
  }

  private String callSign(RegionCode region, String unit) {
    return units.find(region, new UnitId(unit)).map(Unit::callSign).orElse(unit);
  }

  /**
   * Body of an answer.
   *
   * @param priority the one proposed, absent for none
   * @param approved whether the special unit may be sent, exactly when one was asked for
   */
  record ReplyBody(String advice, @Nullable String priority, @Nullable Boolean approved) {}

  @PostMapping("/questions/{incident}/{question}/answer")
  @Allowed(roles = Role.DOCTOR_ON_CALL)
  Answer reply(
      CommandOrigin origin,
      @PathVariable String incident,
      @PathVariable int question,
      @RequestBody ReplyBody body) {
    return service.run(
        origin,
        new Reply(
            IncidentId.parse(incident), question, body.advice(), body.priority(), body.approved()));
  }
}
