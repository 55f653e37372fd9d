package se.dirigent.server.masscasualty;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
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
import se.dirigent.core.masscasualty.MajorIncident.Help;
import se.dirigent.core.masscasualty.MajorIncidentCommand.CallOffHelp;
import se.dirigent.core.masscasualty.MajorIncidentCommand.CallResponse;
import se.dirigent.core.masscasualty.MajorIncidentCommand.ChangeType;
import se.dirigent.core.masscasualty.MajorIncidentCommand.Collect;
import se.dirigent.core.masscasualty.MajorIncidentCommand.CountMissing;
import se.dirigent.core.masscasualty.MajorIncidentCommand.DecideLevel;
import se.dirigent.core.masscasualty.MajorIncidentCommand.Declare;
import se.dirigent.core.masscasualty.MajorIncidentCommand.End;
import se.dirigent.core.masscasualty.MajorIncidentCommand.ExpectHelp;
import se.dirigent.core.masscasualty.MajorIncidentCommand.LetGo;
import se.dirigent.core.masscasualty.MajorIncidentCommand.Note;
import se.dirigent.core.masscasualty.MajorIncidentCommand.Organise;
import se.dirigent.core.masscasualty.MajorIncidentCommand.TakeKey;
import se.dirigent.core.masscasualty.MajorIncidentCommand.TellMethane;
import se.dirigent.core.masscasualty.MajorIncidentId;
import se.dirigent.core.masscasualty.Methane;
import se.dirigent.core.masscasualty.Organisation;
import se.dirigent.core.masscasualty.capacity.TypeEvent;
import se.dirigent.core.masscasualty.plan.PresetResponse;
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
      Instant now, MajorIncident majorIncident, List<CasualtyService.Tally> tally) {}

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
      @PathVariable RegionCode region,
      @PathVariable MajorIncidentId majorIncident,
      WebRequest request) {
    // The mark is older than what is answered, so that nothing new is ever taken for seen.
    long revision = casualties.revision(region, majorIncident);
    MajorIncident m = service.get(region, majorIncident);
    if (request.checkNotModified("m" + m.version() + "-" + revision)) {
      return null;
    }
    return new MajorIncidentView(clock.instant(), m, casualties.tally(region, majorIncident));
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

  /**
   * A report from the scene by METHANE.
   *
   * @param at when it was written, of one that a phone has kept for want of a network; absent, now
   */
  record MethaneReport(
      String exactLocation,
      String type,
      String hazards,
      String access,
      @Nullable Integer casualties,
      String services,
      @Nullable Instant at) {
    private Methane told() {
      return new Methane(exactLocation, type, hazards, access, casualties, services);
    }
  }

  /** Tells what the first unit reports, all of it anew; one that comes late fills what is empty. */
  @PostMapping("/{majorIncident}/methane")
  @Allowed(roles = {Role.CREW, Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer tellMethane(
      CommandOrigin origin,
      @PathVariable MajorIncidentId majorIncident,
      @RequestBody MethaneReport body) {
    String unit = origin.actor().unit();
    return service.run(
        origin, new TellMethane(majorIncident, body.told(), unit == null ? "" : unit, body.at()));
  }

  /** Preset responses for an event, the one made for it first. */
  record ResponseList(List<PresetResponse> responses) {}

  /** What may be called to it at once; asks only, and sends nobody. */
  @GetMapping("/{majorIncident}/responses")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.PLANNER, Role.INTEGRATION})
  ResponseList responses(
      @PathVariable RegionCode region, @PathVariable MajorIncidentId majorIncident) {
    return new ResponseList(service.responses(region, majorIncident));
  }

  /**
   * Body of a response that was called.
   *
   * @param preset its name
   * @param units who were sent
   * @param calls whom somebody called besides
   * @param without what of the preset was left out, and why
   */
  record ResponseBody(
      String preset, int version, List<String> units, List<String> calls, String without) {}

  /** Tells that the response has been called; who is sent is assigned as always. */
  @PostMapping("/{majorIncident}/responses")
  @Allowed(roles = {Role.DISPATCHER, Role.INTEGRATION})
  Answer callResponse(
      CommandOrigin origin,
      @PathVariable MajorIncidentId majorIncident,
      @RequestBody ResponseBody body) {
    return service.run(
        origin,
        new CallResponse(
            majorIncident,
            body.preset(),
            body.version(),
            body.units(),
            body.calls(),
            body.without()));
  }

  /** Body of a level. */
  record LevelBody(Level level, String reason) {}

  /** Decides the level. */
  @PostMapping("/{majorIncident}/level")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND})
  Answer decideLevel(
      CommandOrigin origin,
      @PathVariable MajorIncidentId majorIncident,
      @RequestBody LevelBody body) {
    return service.run(origin, new DecideLevel(majorIncident, body.level(), body.reason()));
  }

  /** Body of a sort of event. */
  record TypeBody(TypeEvent type, String reason) {}

  /** Corrects what sort of event it is. */
  @PostMapping("/{majorIncident}/type")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND})
  Answer changeType(
      CommandOrigin origin,
      @PathVariable MajorIncidentId majorIncident,
      @RequestBody TypeBody body) {
    return service.run(origin, new ChangeType(majorIncident, body.type(), body.reason()));
  }

  /** Settles how the place is led, all of it anew; the first unit leads until others come. */
  @PostMapping("/{majorIncident}/organisation")
  @Allowed(roles = {Role.CREW, Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer organise(
      CommandOrigin origin,
      @PathVariable MajorIncidentId majorIncident,
      @RequestBody Organisation body) {
    return service.run(origin, new Organise(majorIncident, body));
  }

  /**
   * Body of help that comes.
   *
   * @param at when it can load; without it, now
   */
  record HelpBody(String name, Help.Kind kind, int stretchers, int seats, @Nullable Instant at) {}

  /** Tells of a vehicle that comes beside the region's units, such as a bus. */
  @PostMapping("/{majorIncident}/help")
  @Allowed(roles = {Role.CREW, Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer expectHelp(
      CommandOrigin origin,
      @PathVariable MajorIncidentId majorIncident,
      @RequestBody HelpBody body) {
    Instant at = Objects.requireNonNullElseGet(body.at(), clock::instant);
    Help help = new Help(body.name(), body.kind(), body.stretchers(), body.seats(), at);
    return service.run(origin, new ExpectHelp(majorIncident, help));
  }

  /** Body that names help. */
  record HelpNameBody(String name) {}

  /** Such a vehicle does not come after all, or has left. */
  @PostMapping("/{majorIncident}/help-call-offs")
  @Allowed(roles = {Role.CREW, Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer callOffHelp(
      CommandOrigin origin,
      @PathVariable MajorIncidentId majorIncident,
      @RequestBody HelpNameBody body) {
    return service.run(origin, new CallOffHelp(majorIncident, body.name()));
  }

  /** Body of how many relatives have asked for, and for how many of them they were answered. */
  record MissingBody(int asked, int answered) {}

  /** Tells how many are missing, without names. */
  @PostMapping("/{majorIncident}/missing")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer countMissing(
      CommandOrigin origin,
      @PathVariable MajorIncidentId majorIncident,
      @RequestBody MissingBody body) {
    return service.run(origin, new CountMissing(majorIncident, body.asked(), body.answered()));
  }

  /** Body that names an incident. */
  record IncidentBody(IncidentId incident) {}

  /** Collects another incident of the same event. */
  @PostMapping("/{majorIncident}/incidents")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer collect(
      CommandOrigin origin,
      @PathVariable MajorIncidentId majorIncident,
      @RequestBody IncidentBody body) {
    return service.run(origin, new Collect(majorIncident, body.incident()));
  }

  /** Body of an incident that is let go. */
  record LetGoBody(IncidentId incident, String reason) {}

  /** Lets an incident go that was another event. */
  @PostMapping("/{majorIncident}/releases")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer letGo(
      CommandOrigin origin,
      @PathVariable MajorIncidentId majorIncident,
      @RequestBody LetGoBody body) {
    return service.run(origin, new LetGo(majorIncident, body.incident(), body.reason()));
  }

  /** Body that names a key. */
  record KeyBody(String code) {}

  /** Takes a settled distribution key in use. */
  @PostMapping("/{majorIncident}/key")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND})
  Answer takeKey(
      CommandOrigin origin,
      @PathVariable MajorIncidentId majorIncident,
      @RequestBody KeyBody body) {
    return service.run(origin, new TakeKey(majorIncident, body.code()));
  }

  /** Body of a decision for the log. */
  record NoteBody(String text) {}

  @PostMapping("/{majorIncident}/notes")
  @Allowed(roles = {Role.CREW, Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer note(
      CommandOrigin origin,
      @PathVariable MajorIncidentId majorIncident,
      @RequestBody NoteBody body) {
    return service.run(origin, new Note(majorIncident, body.text()));
  }

  /** Body of an ending. */
  record EndingBody(String reason) {}

  /** Ends it, when every casualty is in a hospital or let go. */
  @PostMapping("/{majorIncident}/ending")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND})
  Answer end(
      CommandOrigin origin,
      @PathVariable MajorIncidentId majorIncident,
      @RequestBody EndingBody body) {
    return service.run(origin, new End(majorIncident, body.reason()));
  }
}
