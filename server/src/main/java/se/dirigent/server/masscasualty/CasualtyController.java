package se.dirigent.server.masscasualty;

import java.time.Instant;
import java.time.InstantSource;
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
import se.dirigent.core.masscasualty.Casualty.Fact;
import se.dirigent.core.masscasualty.CasualtyCommand.Admit;
import se.dirigent.core.masscasualty.CasualtyCommand.Arrive;
import se.dirigent.core.masscasualty.CasualtyCommand.Categorise;
import se.dirigent.core.masscasualty.CasualtyCommand.Correct;
import se.dirigent.core.masscasualty.CasualtyCommand.Depart;
import se.dirigent.core.masscasualty.CasualtyCommand.Describe;
import se.dirigent.core.masscasualty.CasualtyCommand.Merge;
import se.dirigent.core.masscasualty.CasualtyCommand.Mistake;
import se.dirigent.core.masscasualty.CasualtyCommand.Register;
import se.dirigent.core.masscasualty.CasualtyCommand.Reopen;
import se.dirigent.core.masscasualty.CasualtyCommand.Settle;
import se.dirigent.core.masscasualty.CasualtyCommand.Split;
import se.dirigent.core.masscasualty.CasualtyCommand.WhenTaken;
import se.dirigent.core.masscasualty.CasualtyId;
import se.dirigent.core.masscasualty.MajorIncidentId;
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

  /** Casualties in one wave; a person looks through no more. */
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
   * @param seq entry of the journal that the list holds at least; what changes after it is asked
   *     for by {@code since}
   * @param next the tag to go on after; null at the end
   * @param all whether it is a part of all of them; else only those that have changed
   */
  record CasualtyList(
      Instant now, long seq, @Nullable String next, boolean all, List<Casualty> casualties) {}

  /**
   * Casualties in the order of their tags.
   *
   * @param facility only those who are at a hospital or go there; not together with {@code since},
   *     since one who goes elsewhere has changed too
   * @param after the tag that the list goes on after
   * @param since only those that have changed after this entry of the journal. When too much has
   *     happened since, the answer is the beginning of all of them, and says so
   */
  @GetMapping("/casualties")
  @Allowed(
      roles = {Role.CREW, Role.DISPATCHER, Role.WARD_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  CasualtyList list(
      @PathVariable RegionCode region,
      @PathVariable String majorIncident,
      @RequestParam(required = false) @Nullable String facility,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Long since,
      @RequestParam(defaultValue = "200") int limit,
      Actor actor) {
    int most = RequestRefused.requireRange("limit", limit, 1, LIMIT_MAX);
    MajorIncidentId of = new MajorIncidentId(majorIncident);
    // Before the casualties are read: what happens meanwhile is then told twice, and never missed.
    long seq = service.head(region);
    List<Casualty> changed = since == null ? null : service.changes(region, of, since, seq, actor);
    if (changed != null) {
      return new CasualtyList(clock.instant(), seq, null, false, changed);
    }
    CasualtyId from = after == null ? null : new CasualtyId(of, after);
    List<Casualty> found = service.list(region, of, facility, from, most + 1, actor);
    boolean more = found.size() > most;
    List<Casualty> shown = more ? found.subList(0, most) : found;
    String next = more ? shown.getLast().id().tag() : null;
    return new CasualtyList(clock.instant(), seq, next, true, shown);
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

  /**
   * Body of a registration.
   *
   * @param judgement of the sieve; without it nobody has looked yet
   * @param at when it was found; without it, now
   * @param whenTaken what to do when somebody wears the tag already; without it, refuse
   */
  record RegistrationBody(
      String tag,
      @Nullable About about,
      @Nullable Judgement judgement,
      @Nullable Instant at,
      @Nullable WhenTaken whenTaken) {}

  /** Puts a tag on somebody. The answer names who it became. */
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
            judged == null ? null : judged.verdict(majors.sieves(origin.region())),
            body.at(),
            Objects.requireNonNullElse(body.whenTaken(), WhenTaken.REFUSE)));
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
        new Categorise(
            id(majorIncident, tag), body.verdict(majors.sieves(origin.region())), body.at()));
  }

  /**
   * Body of one thing that is known beside the category.
   *
   * @param at when it was found or done; without it, now
   */
  record FactBody(Fact.Kind kind, String value, @Nullable Instant at) {}

  /** Tells one thing that is known; all else stays as it was. */
  @PostMapping("/casualties/{tag}/facts")
  @Allowed(
      roles = {Role.CREW, Role.DISPATCHER, Role.WARD_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer describe(
      CommandOrigin origin,
      @PathVariable String majorIncident,
      @PathVariable String tag,
      @RequestBody FactBody body) {
    Fact fact = new Fact(body.kind(), body.value());
    return service.run(origin, new Describe(id(majorIncident, tag), fact, body.at()));
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

  /** Body of a departure of many. */
  record DeparturesBody(List<String> tags, String vehicle, @Nullable Instant at) {}

  /** Many leave in one vehicle, such as a bus: all or none. */
  @PostMapping("/departures")
  @Allowed(roles = {Role.CREW, Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer departAll(
      CommandOrigin origin,
      @PathVariable MajorIncidentId majorIncident,
      @RequestBody DeparturesBody body) {
    List<Depart> wave =
        wave(majorIncident, body.tags()).stream()
            .map(id -> new Depart(id, body.vehicle(), body.at()))
            .toList();
    return service.runWave(origin, wave, wave);
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

  /** Body of why nothing more is to come of many. */
  record SettlementsBody(List<String> tags, String reason) {}

  /** Nothing more is to come of many: all or none. */
  @PostMapping("/settlements")
  @Allowed(roles = {Role.CREW, Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer settleAll(
      CommandOrigin origin,
      @PathVariable MajorIncidentId majorIncident,
      @RequestBody SettlementsBody body) {
    List<Settle> wave =
        wave(majorIncident, body.tags()).stream().map(id -> new Settle(id, body.reason())).toList();
    return service.runWave(origin, wave, wave);
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

  /** Body of a splitting: the tag that was not of the same person. */
  record SplittingBody(String apart, String reason) {}

  /** Two who were merged are two again, each with what was said under its own tag. */
  @PostMapping("/casualties/{tag}/splitting")
  @Allowed(roles = {Role.DISPATCHER, Role.WARD_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer split(
      CommandOrigin origin,
      @PathVariable String majorIncident,
      @PathVariable String tag,
      @RequestBody SplittingBody body) {
    CasualtyId apart = id(majorIncident, body.apart());
    return service.run(origin, new Split(id(majorIncident, tag), apart, body.reason()));
  }

  /** Body of a correction. */
  record CorrectionBody(Mistake mistake, String reason) {}

  /** Takes back the category or the identity that holds; it stays to be read. */
  @PostMapping("/casualties/{tag}/correction")
  @Allowed(
      roles = {Role.CREW, Role.DISPATCHER, Role.WARD_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer correct(
      CommandOrigin origin,
      @PathVariable String majorIncident,
      @PathVariable String tag,
      @RequestBody CorrectionBody body) {
    return service.run(origin, new Correct(id(majorIncident, tag), body.mistake(), body.reason()));
  }

  /** Body of why the last step was a mistake. */
  record ReopeningBody(String reason) {}

  /** Takes back the last step: left, arrived, in a bed or let go. */
  @PostMapping("/casualties/{tag}/reopening")
  @Allowed(
      roles = {Role.CREW, Role.DISPATCHER, Role.WARD_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer reopen(
      CommandOrigin origin,
      @PathVariable String majorIncident,
      @PathVariable String tag,
      @RequestBody ReopeningBody body) {
    return service.run(origin, new Reopen(id(majorIncident, tag), body.reason()));
  }

  /**
   * Those a wave is about.
   *
   * @throws Refused {@code casualty.wave} when there are none, or more than a wave may be
   */
  static List<CasualtyId> wave(MajorIncidentId majorIncident, List<String> tags) {
    if (tags.isEmpty() || tags.size() > WAVE_MAX) {
      Map<String, String> why = Map.of("count", "" + tags.size(), "max", "" + WAVE_MAX);
      throw new Refused("casualty.wave", "tags", why);
    }
    return tags.stream().map(tag -> new CasualtyId(majorIncident, tag)).toList();
  }

  private static CasualtyId id(String majorIncident, String tag) {
    return new CasualtyId(new MajorIncidentId(majorIncident), tag);
  }
}
