package se.dirigent.server.incident;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentCommand;
import se.dirigent.core.incident.IncidentCommand.AddNote;
import se.dirigent.core.incident.IncidentCommand.AddThreat;
import se.dirigent.core.incident.IncidentCommand.AnswerProposal;
import se.dirigent.core.incident.IncidentCommand.ChangePriority;
import se.dirigent.core.incident.IncidentCommand.Close;
import se.dirigent.core.incident.IncidentCommand.ConfirmDowngrade;
import se.dirigent.core.incident.IncidentCommand.LogContact;
import se.dirigent.core.incident.IncidentCommand.MoveTo;
import se.dirigent.core.incident.IncidentCommand.RejectDowngrade;
import se.dirigent.core.incident.IncidentCommand.Reopen;
import se.dirigent.core.incident.IncidentCommand.WithdrawThreat;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Location;
import se.dirigent.core.incident.Outcome;
import se.dirigent.core.incident.Phase;
import se.dirigent.core.incident.Source;
import se.dirigent.core.incident.Threat;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.platform.problem.RequestRefused;
import se.dirigent.server.platform.region.Regions;

/** Incidents over HTTP: what people of our own centre do with them. */
@RestController
@RequestMapping("/api/regions/{region}/incidents")
class IncidentController {
  /** The centre's own name in the identities of incidents it opens itself. */
  private static final String OWN_CENTRE = "dirigent";

  private final IncidentService service;
  private final IncidentRepository incidents;
  private final IncidentReads reads;
  private final Regions regions;
  private final InstantSource clock;

  IncidentController(
      IncidentService service,
      IncidentRepository incidents,
      IncidentReads reads,
      Regions regions,
      InstantSource clock) {
    this.service = service;
    this.incidents = incidents;
    this.reads = reads;
    this.regions = regions;
    this.clock = clock;
  }

  /** Body of a new incident. */
  record NewIncident(
      Source source,
      @Nullable String callbackNumber,
      Location location,
      @Nullable String indexCode,
      String description,
      String priority,
      @Nullable List<Threat> threats) {}

  @PostMapping
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE})
  Answer open(CommandOrigin origin, @RequestBody NewIncident body) {
    return service.open(
        origin.region(),
        origin.id(),
        origin.by(),
        () -> identity(origin.region()),
        id ->
            new IncidentCommand.Open(
                id,
                origin.region(),
                body.source(),
                null,
                null,
                null,
                text(body.callbackNumber()),
                body.location(),
                text(body.indexCode()),
                body.description(),
                body.priority(),
                body.threats() == null ? List.of() : body.threats()));
  }

  private IncidentId identity(RegionCode region) {
    ZoneId zone = ZoneId.of(regions.get(region).pack().timeZone());
    String folder = LocalDate.ofInstant(clock.instant(), zone).toString();
    int number = incidents.nextNumber(region, folder);
    return new IncidentId(OWN_CENTRE, folder, "%06d".formatted(number));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /**
   * Incidents, the latest received first.
   *
   * @param purpose why they are read, for the log of reads
   */
  @GetMapping
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND})
  @Transactional
  List<Incident> list(
      @PathVariable String region,
      @RequestParam(required = false) @Nullable Phase phase,
      @RequestParam(required = false) @Nullable Instant before,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = IncidentReads.PURPOSE) String purpose,
      Actor actor) {
    RegionCode code = new RegionCode(region);
    var _ = RequestRefused.requireRange("limit", limit, 1, IncidentRepository.PAGE_MAX);
    String asked = "incidents of phase %s, at most %d before %s".formatted(phase, limit, before);
    reads.recordMany(code, actor, purpose, asked);
    return incidents.page(code, phase, before, limit);
  }

  /** Body of a change of priority. */
  record PriorityBody(String priority, String reason) {}

  @PostMapping("/{incident}/priority")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE})
  Answer changePriority(
      CommandOrigin origin, @PathVariable String incident, @RequestBody PriorityBody body) {
    return run(
        origin, new ChangePriority(IncidentId.parse(incident), body.priority(), body.reason()));
  }

  /** Body of a confirmation: the priority the person saw proposed, absent for whichever stands. */
  record ConfirmationBody(@Nullable String priority) {}

  @PostMapping("/{incident}/downgrade-confirmation")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE})
  Answer confirmDowngrade(
      CommandOrigin origin, @PathVariable String incident, @RequestBody ConfirmationBody body) {
    return run(origin, new ConfirmDowngrade(IncidentId.parse(incident), body.priority()));
  }

  @PostMapping("/{incident}/downgrade-rejection")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE})
  Answer rejectDowngrade(
      CommandOrigin origin, @PathVariable String incident, @RequestBody ReasonBody body) {
    return run(origin, new RejectDowngrade(IncidentId.parse(incident), body.reason()));
  }

  /** Body of a contact. */
  record ContactBody(
      boolean answered,
      @Nullable String condition,
      @Nullable String decision,
      @Nullable Instant nextDueAt) {}

  @PostMapping("/{incident}/contacts")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE})
  Answer logContact(
      CommandOrigin origin, @PathVariable String incident, @RequestBody ContactBody body) {
    return run(
        origin,
        new LogContact(
            IncidentId.parse(incident),
            body.answered(),
            text(body.condition()),
            text(body.decision()),
            body.nextDueAt()));
  }

  /** Body of a note. */
  record NoteBody(String text) {}

  @PostMapping("/{incident}/notes")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND})
  Answer addNote(CommandOrigin origin, @PathVariable String incident, @RequestBody NoteBody body) {
    return run(origin, new AddNote(IncidentId.parse(incident), body.text()));
  }

  /**
   * What was made of a proposal.
   *
   * @param proposed unit that was proposed
   * @param chosen unit sent instead, exactly when changed
   * @param reason why; may be absent only when accepted
   * @param basis whether it was made for the incident alone, as when absent, or for all who waited
   */
  record ProposalAnswerBody(
      String proposed,
      AnswerProposal.Answer answer,
      @Nullable String chosen,
      @Nullable String reason,
      AnswerProposal.@Nullable Basis basis) {}

  @PostMapping("/{incident}/proposal-answers")
  @Allowed(roles = Role.DISPATCHER)
  Answer answerProposal(
      CommandOrigin origin, @PathVariable String incident, @RequestBody ProposalAnswerBody body) {
    return run(
        origin,
        new AnswerProposal(
            IncidentId.parse(incident),
            body.proposed(),
            body.answer(),
            body.chosen(),
            text(body.reason()),
            body.basis() == null ? AnswerProposal.Basis.SINGLE : body.basis()));
  }

  @PostMapping("/{incident}/location")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE})
  Answer moveTo(CommandOrigin origin, @PathVariable String incident, @RequestBody Location body) {
    return run(origin, new MoveTo(IncidentId.parse(incident), body));
  }

  @PostMapping("/{incident}/threats")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND})
  Answer addThreat(CommandOrigin origin, @PathVariable String incident, @RequestBody Threat body) {
    return run(origin, new AddThreat(IncidentId.parse(incident), body));
  }

  /** Body of a withdrawal. */
  record ThreatWithdrawalBody(int threat, String reason) {}

  @PostMapping("/{incident}/threat-withdrawals")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND})
  Answer withdrawThreat(
      CommandOrigin origin, @PathVariable String incident, @RequestBody ThreatWithdrawalBody body) {
    return run(
        origin, new WithdrawThreat(IncidentId.parse(incident), body.threat(), body.reason()));
  }

  /** Body of a link to the incident that came first. */
  record DuplicateBody(IncidentId incident) {}

  @PostMapping("/{incident}/duplicate-of")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE})
  Answer linkDuplicate(
      CommandOrigin origin, @PathVariable String incident, @RequestBody DuplicateBody body) {
    return service.linkDuplicate(origin, IncidentId.parse(incident), body.incident());
  }

  /** Body of a closing. */
  record ClosingBody(Outcome.Kind outcome, @Nullable String text) {}

  @PostMapping("/{incident}/closing")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE})
  Answer close(CommandOrigin origin, @PathVariable String incident, @RequestBody ClosingBody body) {
    return run(
        origin,
        new Close(IncidentId.parse(incident), new Outcome(body.outcome(), text(body.text()))));
  }

  @PostMapping("/{incident}/reopening")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE})
  Answer reopen(CommandOrigin origin, @PathVariable String incident, @RequestBody ReasonBody body) {
    return run(origin, new Reopen(IncidentId.parse(incident), body.reason()));
  }

  private Answer run(CommandOrigin origin, IncidentCommand command) {
    return service.run(origin, command);
  }
}
