package se.dirigent.server.masscasualty;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.masscasualty.Level;
import se.dirigent.core.masscasualty.MajorIncident;
import se.dirigent.core.masscasualty.MajorIncidentCommand;
import se.dirigent.core.masscasualty.MajorIncidentCommand.Collect;
import se.dirigent.core.masscasualty.MajorIncidentCommand.CountMissing;
import se.dirigent.core.masscasualty.MajorIncidentCommand.DecideLevel;
import se.dirigent.core.masscasualty.MajorIncidentCommand.Declare;
import se.dirigent.core.masscasualty.MajorIncidentCommand.End;
import se.dirigent.core.masscasualty.MajorIncidentCommand.LetGo;
import se.dirigent.core.masscasualty.MajorIncidentCommand.Note;
import se.dirigent.core.masscasualty.MajorIncidentCommand.Organise;
import se.dirigent.core.masscasualty.MajorIncidentCommand.Report;
import se.dirigent.core.masscasualty.MajorIncidentCommand.TakeKey;
import se.dirigent.core.masscasualty.MajorIncidentCommand.TellMethane;
import se.dirigent.core.masscasualty.MajorIncidentId;
import se.dirigent.core.masscasualty.Methane;
import se.dirigent.core.masscasualty.Organisation;
import se.dirigent.core.masscasualty.capacity.CapacityReport;
import se.dirigent.core.masscasualty.capacity.TypeEvent;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.journal.Answer;

/** Major incidents over HTTP. */
@RestController
@RequestMapping("/api/regions/{region}/major-incidents")
class MajorIncidentController {
  private final MajorIncidentService service;
  private final CasualtyService casualties;
  private final InstantSource clock;

  MajorIncidentController(
      MajorIncidentService service, CasualtyService casualties, InstantSource clock) {
    this.service = service;
    this.casualties = casualties;
    this.clock = clock;
  }

  /**
   * Major incidents of a region, open ones first. Who gives the mark of the last answer in {@code
   * If-None-Match} is told 304 when nothing is new.
   */
  record MajorIncidentList(Instant now, List<MajorIncident> majorIncidents) {}

  @GetMapping
  @Allowed(
      roles = {
        Role.DISPATCHER,
        Role.WAITING_ROOM_NURSE,
        Role.WARD_NURSE,
        Role.INNER_COMMAND,
        Role.PLANNER,
        Role.NATIONAL_COORDINATOR,
        Role.CREW,
        Role.INTEGRATION
      })
  @Nullable MajorIncidentList list(@PathVariable RegionCode region, WebRequest request) {
    List<MajorIncident> all = service.list(region);
    List<String> versions = all.stream().map(m -> m.id() + ":" + m.version()).toList();
    String mark = "m" + Integer.toHexString(versions.hashCode());
    return request.checkNotModified(mark) ? null : new MajorIncidentList(clock.instant(), all);
  }

  /**
   * A major incident with its casualties counted. Who gives the mark of the last answer in {@code
   * If-None-Match} is told 304 when neither it nor any casualty has changed.
   *
   * @param tally by category, stage and hospital
   */
  record MajorIncidentView(
      Instant now, MajorIncident majorIncident, List<CasualtyRepository.Tally> tally) {}

  @GetMapping("/{majorIncident}")
  @Allowed(
      roles = {
        Role.DISPATCHER,
        Role.WAITING_ROOM_NURSE,
        Role.WARD_NURSE,
        Role.INNER_COMMAND,
        Role.PLANNER,
        Role.NATIONAL_COORDINATOR,
        Role.CREW,
        Role.INTEGRATION
      })
  @Nullable MajorIncidentView get(
      @PathVariable RegionCode region, @PathVariable String majorIncident, WebRequest request) {
    MajorIncidentId id = new MajorIncidentId(majorIncident);
    // The mark is older than what is answered, so that nothing new is ever taken for seen.
    long revision = casualties.revision(region, id);
    MajorIncident m = service.get(region, id);
    if (request.checkNotModified("m" + m.version() + "-" + revision)) {
      return null;
    }
    return new MajorIncidentView(clock.instant(), m, casualties.tally(region, id));
  }

  /**
   * Body of a declaration.
   *
   * @param happenedAt when the event began; without it, now
   */
  record DeclarationBody(
      IncidentId incident, TypeEvent type, Level level, @Nullable Instant happenedAt) {}

  /** Declares a major incident from an incident. */
  @PostMapping
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer declare(CommandOrigin origin, @RequestBody DeclarationBody body) {
    // Named after the command, so that one sent twice is one major incident.
    MajorIncidentId id = new MajorIncidentId(origin.id().toString());
    return service.run(
        origin,
        new Declare(
            id, origin.region(), body.incident(), body.type(), body.level(), body.happenedAt()));
  }

  /** Tells what the first unit reports, all of it anew. */
  @PostMapping("/{majorIncident}/methane")
  @Allowed(roles = {Role.CREW, Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer tellMethane(
      CommandOrigin origin, @PathVariable String majorIncident, @RequestBody Methane body) {
    return run(origin, new TellMethane(new MajorIncidentId(majorIncident), body));
  }

  /** Body of a level. */
  record LevelBody(Level level, String reason) {}

  /** Decides the level. */
  @PostMapping("/{majorIncident}/level")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND})
  Answer decideLevel(
      CommandOrigin origin, @PathVariable String majorIncident, @RequestBody LevelBody body) {
    return run(
        origin, new DecideLevel(new MajorIncidentId(majorIncident), body.level(), body.reason()));
  }

  /** Settles how the place is led, all of it anew; the first unit leads until others come. */
  @PostMapping("/{majorIncident}/organisation")
  @Allowed(roles = {Role.CREW, Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer organise(
      CommandOrigin origin, @PathVariable String majorIncident, @RequestBody Organisation body) {
    return run(origin, new Organise(new MajorIncidentId(majorIncident), body));
  }

  /** Body of how many relatives have asked for, and for how many of them they were answered. */
  record MissingBody(int asked, int answered) {}

  /** Tells how many are missing, without names. */
  @PostMapping("/{majorIncident}/missing")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer countMissing(
      CommandOrigin origin, @PathVariable String majorIncident, @RequestBody MissingBody body) {
    return run(
        origin,
        new CountMissing(new MajorIncidentId(majorIncident), body.asked(), body.answered()));
  }

  /** Body that names an incident. */
  record IncidentBody(IncidentId incident) {}

  /** Collects another incident of the same event. */
  @PostMapping("/{majorIncident}/incidents")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer collect(
      CommandOrigin origin, @PathVariable String majorIncident, @RequestBody IncidentBody body) {
    return run(origin, new Collect(new MajorIncidentId(majorIncident), body.incident()));
  }

  /** Body of an incident that is let go. */
  record LetGoBody(IncidentId incident, String reason) {}

  /** Lets an incident go that was another event. */
  @PostMapping("/{majorIncident}/releases")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer letGo(
      CommandOrigin origin, @PathVariable String majorIncident, @RequestBody LetGoBody body) {
    return run(
        origin, new LetGo(new MajorIncidentId(majorIncident), body.incident(), body.reason()));
  }

  /** Body that names a key. */
  record KeyBody(String code) {}

  /** Takes a settled distribution key in use. */
  @PostMapping("/{majorIncident}/key")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND})
  Answer takeKey(
      CommandOrigin origin, @PathVariable String majorIncident, @RequestBody KeyBody body) {
    return run(origin, new TakeKey(new MajorIncidentId(majorIncident), body.code()));
  }

  /** A hospital says what it can take, or that it is closed. */
  @PostMapping("/{majorIncident}/capacity-reports")
  @Allowed(roles = {Role.WARD_NURSE, Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer report(
      CommandOrigin origin, @PathVariable String majorIncident, @RequestBody CapacityReport body) {
    return run(origin, new Report(new MajorIncidentId(majorIncident), body));
  }

  /** Body of a decision for the log. */
  record NoteBody(String text) {}

  @PostMapping("/{majorIncident}/notes")
  @Allowed(roles = {Role.CREW, Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer note(
      CommandOrigin origin, @PathVariable String majorIncident, @RequestBody NoteBody body) {
    return run(origin, new Note(new MajorIncidentId(majorIncident), body.text()));
  }

  /** Body of an ending. */
  record EndingBody(String reason) {}

  /** Ends it, when every casualty is in a hospital or let go. */
  @PostMapping("/{majorIncident}/ending")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND})
  Answer end(
      CommandOrigin origin, @PathVariable String majorIncident, @RequestBody EndingBody body) {
    return run(origin, new End(new MajorIncidentId(majorIncident), body.reason()));
  }

  private Answer run(CommandOrigin origin, MajorIncidentCommand command) {
    return service.run(origin, command);
  }
}
