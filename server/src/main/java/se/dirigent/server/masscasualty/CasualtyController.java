package se.dirigent.server.masscasualty;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.masscasualty.Casualty;
import se.dirigent.core.masscasualty.Casualty.About;
import se.dirigent.core.masscasualty.CasualtyCommand.Admit;
import se.dirigent.core.masscasualty.CasualtyCommand.Arrive;
import se.dirigent.core.masscasualty.CasualtyCommand.Categorise;
import se.dirigent.core.masscasualty.CasualtyCommand.Depart;
import se.dirigent.core.masscasualty.CasualtyCommand.Describe;
import se.dirigent.core.masscasualty.CasualtyCommand.Merge;
import se.dirigent.core.masscasualty.CasualtyCommand.Register;
import se.dirigent.core.masscasualty.CasualtyCommand.Send;
import se.dirigent.core.masscasualty.CasualtyCommand.Settle;
import se.dirigent.core.masscasualty.CasualtyId;
import se.dirigent.core.masscasualty.MajorIncidentId;
import se.dirigent.core.masscasualty.capacity.Draw;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.platform.problem.RequestRefused;

/** Casualties of a major incident over HTTP. */
@RestController
@RequestMapping("/api/regions/{region}/major-incidents/{majorIncident}")
class CasualtyController {
  /** Casualties on one page of a list. */
  private static final int LIMIT_MAX = 1000;

  /** Casualties sent by one decision; a person looks through no more. */
  private static final int WAVE_MAX = 200;

  private final CasualtyService service;
  private final MajorIncidentService majors;
  private final InstantSource clock;

  CasualtyController(CasualtyService service, MajorIncidentService majors, InstantSource clock) {
    this.service = service;
    this.majors = majors;
    this.clock = clock;
  }

  /**
   * A part of a list.
   *
   * @param next the tag to go on after; null at the end
   */
  record CasualtyList(Instant now, @Nullable String next, List<Casualty> casualties) {}

  /**
   * Casualties in the order of their tags.
   *
   * @param facility only those who are at a hospital or go there
   * @param after the tag that the list goes on after
   */
  @GetMapping("/casualties")
  @Allowed(
      roles = {Role.CREW, Role.DISPATCHER, Role.WARD_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  CasualtyList list(
      @PathVariable RegionCode region,
      @PathVariable String majorIncident,
      @RequestParam(required = false) @Nullable String facility,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "200") int limit,
      Actor actor) {
    int most = RequestRefused.requireRange("limit", limit, 1, LIMIT_MAX);
    MajorIncidentId of = new MajorIncidentId(majorIncident);
    CasualtyId from = after == null ? null : new CasualtyId(of, after);
    List<Casualty> found = service.list(region, of, facility, from, most + 1, actor);
    boolean more = found.size() > most;
    List<Casualty> shown = more ? found.subList(0, most) : found;
    return new CasualtyList(clock.instant(), more ? shown.getLast().id().tag() : null, shown);
  }

  @GetMapping("/casualties/{tag}")
  @Allowed(
      roles = {Role.CREW, Role.DISPATCHER, Role.WARD_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  Casualty get(
      @PathVariable RegionCode region,
      @PathVariable String majorIncident,
      @PathVariable String tag,
      @RequestParam(defaultValue = "vård") String purpose,
      Actor actor) {
    return service.get(region, id(majorIncident, tag), purpose, actor);
  }

  /** The hospital that the distribution key proposes, and what speaks against the others. */
  @GetMapping("/casualties/{tag}/proposal")
  @Allowed(roles = {Role.CREW, Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Draw propose(
      @PathVariable RegionCode region,
      @PathVariable String majorIncident,
      @PathVariable String tag) {
    return service.propose(region, id(majorIncident, tag), clock.instant());
  }

  /**
   * Body of a registration.
   *
   * @param judgement of the sieve; without it nobody has looked yet
   */
  record RegistrationBody(String tag, @Nullable About about, @Nullable Judgement judgement) {}

  /** Puts a tag on somebody. */
  @PostMapping("/casualties")
  @Allowed(roles = {Role.CREW, Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer register(
      CommandOrigin origin,
      @PathVariable String majorIncident,
      @RequestBody RegistrationBody body) {
    Judgement judged = body.judgement();
    return service.run(
        origin,
        new Register(
            id(majorIncident, body.tag()),
            origin.region(),
            Objects.requireNonNullElseGet(body.about(), About::unknown),
            judged == null ? null : judged.verdict(majors.sieves(origin.region()))));
  }

  /** Sieves or sorts again. */
  @PostMapping("/casualties/{tag}/category")
  @Allowed(
      roles = {Role.CREW, Role.DISPATCHER, Role.WARD_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer categorise(
      CommandOrigin origin,
      @PathVariable String majorIncident,
      @PathVariable String tag,
      @RequestBody Judgement body) {
    return service.run(
        origin,
        new Categorise(id(majorIncident, tag), body.verdict(majors.sieves(origin.region()))));
  }

  /** Tells what else is known, all of it anew. */
  @PostMapping("/casualties/{tag}/description")
  @Allowed(roles = {Role.CREW, Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer describe(
      CommandOrigin origin,
      @PathVariable String majorIncident,
      @PathVariable String tag,
      @RequestBody About body) {
    return service.run(origin, new Describe(id(majorIncident, tag), body));
  }

  /** Body of who it is; without a number, somebody with a reserve number. */
  record IdentityBody(@Nullable String personalNumber, @Nullable String name) {}

  @PostMapping("/casualties/{tag}/identity")
  @Allowed(
      roles = {Role.CREW, Role.DISPATCHER, Role.WARD_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer identify(
      CommandOrigin origin,
      @PathVariable String majorIncident,
      @PathVariable String tag,
      @RequestBody IdentityBody body) {
    return service.identify(origin, id(majorIncident, tag), body.personalNumber(), body.name());
  }

  /** Body of a destination; a reason is required when another was proposed. */
  record CasualtyDestinationBody(
      String facility, @Nullable String proposed, @Nullable String reason) {}

  /** Decides where a casualty goes. */
  @PostMapping("/casualties/{tag}/destination")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer send(
      CommandOrigin origin,
      @PathVariable String majorIncident,
      @PathVariable String tag,
      @RequestBody CasualtyDestinationBody body) {
    return service.run(
        origin,
        new Send(
            id(majorIncident, tag), body.facility(), text(body.proposed()), text(body.reason())));
  }

  /** Body of a wave: one destination for many. */
  record WaveBody(List<String> tags, String facility, @Nullable String reason) {}

  /** Decides where many go, all or none. */
  @PostMapping("/destinations")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer sendAll(
      CommandOrigin origin, @PathVariable String majorIncident, @RequestBody WaveBody body) {
    if (body.tags().isEmpty() || body.tags().size() > WAVE_MAX) {
      throw new Refused(
          "casualty.wave", "tags", Map.of("count", "" + body.tags().size(), "max", "" + WAVE_MAX));
    }
    List<Send> wave = new ArrayList<>();
    for (String tag : body.tags()) {
      wave.add(new Send(id(majorIncident, tag), body.facility(), "", text(body.reason())));
    }
    return service.sendAll(origin, wave);
  }

  /** Body of a departure. */
  record DepartureBody(String vehicle, @Nullable Instant at) {}

  @PostMapping("/casualties/{tag}/departure")
  @Allowed(roles = {Role.CREW, Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer depart(
      CommandOrigin origin,
      @PathVariable String majorIncident,
      @PathVariable String tag,
      @RequestBody DepartureBody body) {
    return service.run(origin, new Depart(id(majorIncident, tag), body.vehicle(), body.at()));
  }

  /** Body of an arrival. */
  record ArrivalBody(String facility, @Nullable Instant at) {}

  @PostMapping("/casualties/{tag}/arrival")
  @Allowed(
      roles = {Role.CREW, Role.DISPATCHER, Role.WARD_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer arrive(
      CommandOrigin origin,
      @PathVariable String majorIncident,
      @PathVariable String tag,
      @RequestBody ArrivalBody body) {
    return service.run(origin, new Arrive(id(majorIncident, tag), body.facility(), body.at()));
  }

  /** Body of a bed. */
  record BedBody(String ward) {}

  @PostMapping("/casualties/{tag}/bed")
  @Allowed(roles = {Role.WARD_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer admit(
      CommandOrigin origin,
      @PathVariable String majorIncident,
      @PathVariable String tag,
      @RequestBody BedBody body) {
    return service.run(origin, new Admit(id(majorIncident, tag), body.ward()));
  }

  /** Body of why nothing more is to come. */
  record SettlementBody(String reason) {}

  @PostMapping("/casualties/{tag}/settlement")
  @Allowed(
      roles = {Role.CREW, Role.DISPATCHER, Role.WARD_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer settle(
      CommandOrigin origin,
      @PathVariable String majorIncident,
      @PathVariable String tag,
      @RequestBody SettlementBody body) {
    return service.run(origin, new Settle(id(majorIncident, tag), body.reason()));
  }

  /** Body of a merging: the tag that is used from now on. */
  record MergingBody(String into) {}

  /** Two tags of one person become one. */
  @PostMapping("/casualties/{tag}/merging")
  @Allowed(roles = {Role.DISPATCHER, Role.WARD_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer merge(
      CommandOrigin origin,
      @PathVariable String majorIncident,
      @PathVariable String tag,
      @RequestBody MergingBody body) {
    return service.run(origin, new Merge(id(majorIncident, tag), id(majorIncident, body.into())));
  }

  private static CasualtyId id(String majorIncident, String tag) {
    return new CasualtyId(new MajorIncidentId(majorIncident), tag);
  }

  private static String text(@Nullable String given) {
    return Objects.requireNonNullElse(given, "");
  }
}
