package se.dirigent.server.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.dispatch.AssignmentId;
import se.dirigent.core.dispatch.DispatchCommand;
import se.dirigent.core.dispatch.DispatchCommand.Assign;
import se.dirigent.core.dispatch.DispatchCommand.ChangeReception;
import se.dirigent.core.dispatch.DispatchCommand.ChooseDestination;
import se.dirigent.core.dispatch.DispatchCommand.Pass;
import se.dirigent.core.dispatch.DispatchCommand.Redirect;
import se.dirigent.core.dispatch.DispatchCommand.StandDown;
import se.dirigent.core.dispatch.Milestone;
import se.dirigent.core.dispatch.Reception;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Outcome;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.incident.ReasonBody;
import se.dirigent.server.journal.Answer;

/** Units on incidents, over HTTP. */
@RestController
@RequestMapping("/api/regions/{region}")
class DispatchController {
  /** Who may speak of the assignments of every unit. */
  private static final Set<Role> OTHERS = Set.of(Role.DISPATCHER, Role.INTEGRATION);

  private final DispatchService service;
  private final AssignmentRepository assignments;

  DispatchController(DispatchService service, AssignmentRepository assignments) {
    this.service = service;
    this.assignments = assignments;
  }

  /** Body of an assignment. */
  record AssignBody(List<UnitId> units) {}

  @PostMapping("/incidents/{incident}/assignments")
  @Allowed(roles = Role.DISPATCHER)
  Answer assign(CommandOrigin origin, @PathVariable String incident, @RequestBody AssignBody body) {
    return run(origin, new Assign(IncidentId.parse(incident), body.units(), medical(origin)));
  }

  /** Body of a milestone; the outcome goes with CLEAR. */
  record MilestoneBody(
      Milestone milestone,
      @Nullable Instant at,
      Outcome.@Nullable Kind outcome,
      @Nullable String text) {}

  @PostMapping("/assignments/{assignment}/milestones")
  @Allowed(roles = {Role.CREW, Role.DISPATCHER, Role.INTEGRATION})
  Answer pass(
      CommandOrigin origin, @PathVariable String assignment, @RequestBody MilestoneBody body) {
    AssignmentId id = ownAssignment(origin, assignment);
    String text = body.text() == null ? "" : body.text();
    Outcome outcome = body.outcome() == null ? null : new Outcome(body.outcome(), text);
    return run(origin, new Pass(id, body.milestone(), body.at(), outcome));
  }

  @PostMapping("/assignments/{assignment}/stand-down")
  @Allowed(roles = Role.DISPATCHER)
  Answer standDown(
      CommandOrigin origin, @PathVariable String assignment, @RequestBody ReasonBody body) {
    return run(origin, new StandDown(AssignmentId.parse(assignment), body.reason()));
  }

  /** Body of a destination: the id of a facility of any region. */
  record DestinationBody(String facility) {}

  @PostMapping("/assignments/{assignment}/destination")
  @Allowed(roles = {Role.CREW, Role.DISPATCHER, Role.INTEGRATION})
  Answer chooseDestination(
      CommandOrigin origin, @PathVariable String assignment, @RequestBody DestinationBody body) {
    AssignmentId id = ownAssignment(origin, assignment);
    return run(origin, new ChooseDestination(id, body.facility()));
  }

  /** Body of the receiver's state. */
  record ReceptionBody(Reception.State state) {}

  @PostMapping("/assignments/{assignment}/reception")
  @Allowed(roles = {Role.WARD_NURSE, Role.DISPATCHER, Role.INTEGRATION})
  Answer changeReception(
      CommandOrigin origin, @PathVariable String assignment, @RequestBody ReceptionBody body) {
    return run(origin, new ChangeReception(AssignmentId.parse(assignment), body.state()));
  }

  /** Body of a redirect. */
  record RedirectBody(IncidentId incident, String reason) {}

  @PostMapping("/units/{unit}/redirect")
  @Allowed(roles = Role.DISPATCHER)
  Answer redirect(CommandOrigin origin, @PathVariable String unit, @RequestBody RedirectBody body) {
    return run(
        origin, new Redirect(new UnitId(unit), body.incident(), body.reason(), medical(origin)));
  }

  /** Whether who gives the command decides over special units. */
  private static boolean medical(CommandOrigin origin) {
    return origin.actor().is(Role.MEDICAL_DISPATCHER, origin.region());
  }

  /** A crew may only speak of the assignment its own unit has. */
  private AssignmentId ownAssignment(CommandOrigin origin, String assignment) {
    AssignmentId id = AssignmentId.parse(assignment);
    assignments.list(origin.region(), List.of(id.toString())).stream()
        .map(Assignment::unit)
        .forEach(unit -> origin.actor().requireUnit(unit.value(), origin.region(), OTHERS));
    return id;
  }

  private Answer run(CommandOrigin origin, DispatchCommand command) {
    return service.run(origin, command);
  }
}
