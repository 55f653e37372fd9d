package se.dirigent.server.dispatch;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.Refused;
import se.dirigent.core.dispatch.DispatchCommand.SendAssessmentCar;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Referral;
import se.dirigent.core.incident.TriageCommand;
import se.dirigent.core.incident.TriageCommand.Ask;
import se.dirigent.core.incident.TriageCommand.CancelReferral;
import se.dirigent.core.incident.TriageCommand.Carry;
import se.dirigent.core.incident.TriageCommand.Conclude;
import se.dirigent.core.incident.TriageCommand.Refer;
import se.dirigent.core.incident.TriageCommand.Release;
import se.dirigent.core.incident.TriageCommand.Take;
import se.dirigent.core.incident.TriageCommand.Withdraw;
import se.dirigent.server.fleet.UnitRepository;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.incident.IncidentService;
import se.dirigent.server.incident.ReasonBody;
import se.dirigent.server.journal.Answer;

/** The second stage of triage over HTTP: what the centre asks and what the hub decides. */
@RestController
@RequestMapping("/api/regions/{region}/incidents/{incident}")
class TriageController {
  private final IncidentService incidents;
  private final DispatchService dispatch;
  private final UnitRepository units;

  TriageController(IncidentService incidents, DispatchService dispatch, UnitRepository units) {
    this.incidents = incidents;
    this.dispatch = dispatch;
    this.units = units;
  }

  /**
   * Body of a question.
   *
   * @param unit the special unit that is asked for, absent when none is
   */
  record QuestionBody(String text, @Nullable String unit) {}

  @PostMapping("/questions")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE})
  Answer ask(CommandOrigin origin, @PathVariable String incident, @RequestBody QuestionBody body) {
    if (body.unit() != null) {
      requireSpecial(origin, body.unit());
    }
    return run(origin, new Ask(IncidentId.parse(incident), body.text(), body.unit()));
  }

  /** Others need no approval: a doctor asked for one would believe there is something to decide. */
  private void requireSpecial(CommandOrigin origin, String id) {
    Unit unit =
        units
            .find(origin.region(), new UnitId(id))
            .orElseThrow(() -> Refused.unknown("unit.unknown", "unit", Map.of("unit", id)));
    if (!unit.special()) {
      throw Refused.state("question.notSpecial", "unit", Map.of("unit", unit.callSign()));
    }
  }

  @PostMapping("/questions/{question}/withdrawal")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE})
  Answer withdraw(
      CommandOrigin origin,
      @PathVariable String incident,
      @PathVariable int question,
      @RequestBody ReasonBody body) {
    return run(origin, new Withdraw(IncidentId.parse(incident), question, body.reason()));
  }

  @PostMapping("/assessment")
  @Allowed(roles = Role.HUB_NURSE)
  Answer take(CommandOrigin origin, @PathVariable String incident) {
    return run(origin, new Take(IncidentId.parse(incident)));
  }

  @PostMapping("/assessment-release")
  @Allowed(roles = {Role.HUB_NURSE, Role.WAITING_ROOM_NURSE, Role.DISPATCHER})
  Answer release(
      CommandOrigin origin, @PathVariable String incident, @RequestBody ReasonBody body) {
    return run(origin, new Release(IncidentId.parse(incident), body.reason()));
  }

  /**
   * Body of the end of an assessment.
   *
   * @param ambulance whether one is needed; else the case waits on
   * @param priority required for an ambulance; absent leaves it as it is
   */
  record FindingBody(boolean ambulance, @Nullable String priority, String text) {}

  @PostMapping("/assessment-end")
  @Allowed(roles = Role.HUB_NURSE)
  Answer conclude(
      CommandOrigin origin, @PathVariable String incident, @RequestBody FindingBody body) {
    return run(
        origin,
        new Conclude(IncidentId.parse(incident), body.ambulance(), body.priority(), body.text()));
  }

  /**
   * Body of a referral; what each kind needs stands at the core's referral.
   *
   * @param acceptedBy who has taken it on at the receiver, absent when nobody has yet
   * @param toldTo who of the patient's has been told, absent when not reached
   * @param callBackAt when the caller is rung; required as long as somebody is still to be told
   */
  record ReferralBody(
      Referral.Kind kind,
      @Nullable String place,
      @Nullable Instant bookedAt,
      @Nullable String advice,
      String ifWorse,
      @Nullable String acceptedBy,
      @Nullable String toldTo,
      @Nullable Instant callBackAt) {}

  @PostMapping("/referral")
  @Allowed(roles = Role.HUB_NURSE)
  Answer refer(
      CommandOrigin origin, @PathVariable String incident, @RequestBody ReferralBody body) {
    Referral.Plan plan =
        new Referral.Plan(
            body.kind(), text(body.place()), body.bookedAt(), text(body.advice()), body.ifWorse());
    return run(
        origin,
        new Refer(
            IncidentId.parse(incident),
            plan,
            text(body.acceptedBy()),
            text(body.toldTo()),
            body.callBackAt()));
  }

  /** Body of who carries what was referred; absent is what was told before. */
  record CarriedBody(@Nullable String acceptedBy, @Nullable String toldTo) {}

  @PostMapping("/referral-carried")
  @Allowed(roles = {Role.HUB_NURSE, Role.WAITING_ROOM_NURSE})
  Answer carry(CommandOrigin origin, @PathVariable String incident, @RequestBody CarriedBody body) {
    return run(
        origin,
        new Carry(IncidentId.parse(incident), text(body.acceptedBy()), text(body.toldTo())));
  }

  @PostMapping("/referral-cancelled")
  @Allowed(roles = {Role.HUB_NURSE, Role.WAITING_ROOM_NURSE})
  Answer cancelReferral(
      CommandOrigin origin, @PathVariable String incident, @RequestBody ReasonBody body) {
    return run(origin, new CancelReferral(IncidentId.parse(incident), body.reason()));
  }

  /** Body of the car that goes on with the assessment. */
  record AssessmentCarBody(UnitId unit) {}

  @PostMapping("/assessment-car")
  @Allowed(roles = Role.HUB_NURSE)
  Answer sendAssessmentCar(
      CommandOrigin origin, @PathVariable String incident, @RequestBody AssessmentCarBody body) {
    return dispatch.run(
        origin.region(),
        origin.id(),
        origin.by(),
        new SendAssessmentCar(IncidentId.parse(incident), body.unit()));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private Answer run(CommandOrigin origin, TriageCommand command) {
    return incidents.run(origin, command);
  }
}
