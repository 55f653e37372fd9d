package se.dirigent.server.dispatch;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.Refused;
import se.dirigent.core.dispatch.Milestone;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentCommand.Open;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Location;
import se.dirigent.core.incident.Note;
import se.dirigent.core.incident.Outcome;
import se.dirigent.core.incident.Source;
import se.dirigent.core.incident.Threat;
import se.dirigent.core.paper.PaperCase;
import se.dirigent.server.dispatch.PaperCaseService.SimilarIncident;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.incident.IncidentReads;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.platform.region.Regions;

/** Re-entry (återinmatning) of forms written while the systems were away. */
@RestController
@RequestMapping("/api/regions/{region}/paper-cases")
class PaperCaseController {
  /** The centre's name in the identities of cases that began on paper. */
  private static final String PAPER = "reserv";

  private final PaperCaseService service;
  private final Regions regions;
  private final IncidentReads reads;

  PaperCaseController(PaperCaseService service, Regions regions, IncidentReads reads) {
    this.service = service;
    this.regions = regions;
    this.reads = reads;
  }

  /** The call as it was written. */
  record PaperOpening(
      Instant openedAt,
      Source source,
      @Nullable String callbackNumber,
      Location location,
      @Nullable String indexCode,
      String description,
      String priority,
      @Nullable List<Threat> threats) {

    Open call(RegionCode region, IncidentId id) {
      return new Open(
          id,
          region,
          source,
          null,
          null,
          openedAt,
          callbackNumber == null ? "" : callbackNumber,
          location,
          indexCode == null ? "" : indexCode,
          description,
          priority,
          threats == null ? List.of() : threats);
    }
  }

  /** A contact with the caller; {@code nextDueAt} absent means by the priority's interval. */
  record PaperContactBody(
      Instant at,
      String by,
      boolean answered,
      @Nullable String condition,
      @Nullable String decision,
      @Nullable Instant nextDueAt) {}

  /** A row of the movement form. */
  record PaperUnitBody(
      UnitId unit,
      String by,
      Map<Milestone, Instant> times,
      @Nullable String destination,
      @Nullable Instant stoodDownAt,
      @Nullable String reason) {}

  /** How the case ended. */
  record PaperEndingBody(Outcome.Kind outcome, @Nullable String text, Instant at) {}

  /**
   * A form.
   *
   * @param number of the form, letters, digits and hyphens
   * @param writtenBy as signed
   * @param incident the case it goes on with, or absent for a new one
   * @param opening the call; absent exactly when the form goes on with a case
   * @param distinctFrom cases alike that are others, after {@code similar} has been asked
   */
  record PaperCaseBody(
      String number,
      String writtenBy,
      @Nullable IncidentId incident,
      @Nullable PaperOpening opening,
      @Nullable List<PaperContactBody> contacts,
      @Nullable List<Note> notes,
      @Nullable List<PaperUnitBody> units,
      @Nullable PaperEndingBody ending,
      @Nullable List<IncidentId> distinctFrom) {}

  /**
   * Enters a form: all of it or nothing, and once however often it is sent. Its times stand; the
   * journal tells who wrote it, who entered it and when.
   */
  @PostMapping
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE})
  Answer enter(CommandOrigin origin, @RequestBody PaperCaseBody body) {
    List<IncidentId> distinct = body.distinctFrom() == null ? List.of() : body.distinctFrom();
    return service.enter(origin, form(origin.region(), body), distinct);
  }

  private PaperCase form(RegionCode region, PaperCaseBody body) {
    PaperOpening opening = body.opening();
    IncidentId known = body.incident();
    if ((opening == null) == (known == null)) {
      throw new Refused("paper.which", "opening", Map.of());
    }
    IncidentId id =
        opening == null
            ? Objects.requireNonNull(known)
            : identity(region, opening.openedAt(), body.number());
    PaperEndingBody end = body.ending();
    return new PaperCase(
        id,
        opening == null
            ? null
            : new PaperCase.Opening(opening.openedAt(), opening.call(region, id)),
        body.number(),
        body.writtenBy(),
        body.contacts() == null
            ? List.of()
            : body.contacts().stream().map(PaperCaseController::contact).toList(),
        body.notes() == null ? List.of() : body.notes(),
        body.units() == null
            ? List.of()
            : body.units().stream().map(PaperCaseController::unit).toList(),
        end == null
            ? null
            : new PaperCase.Ending(
                new Outcome(end.outcome(), end.text() == null ? "" : end.text()), end.at()));
  }

  /** The folder is the day the call came, in the region's own time, as on the form. */
  private IncidentId identity(RegionCode region, Instant openedAt, String number) {
    ZoneId zone = ZoneId.of(regions.getServed(region).pack().timeZone());
    return new IncidentId(PAPER, openedAt.atZone(zone).toLocalDate().toString(), number.strip());
  }

  private static PaperCase.PaperContact contact(PaperContactBody c) {
    return new PaperCase.PaperContact(
        c.at(),
        c.by(),
        c.answered(),
        c.condition() == null ? "" : c.condition(),
        c.decision() == null ? "" : c.decision(),
        c.nextDueAt());
  }

  private static PaperCase.PaperUnit unit(PaperUnitBody u) {
    return new PaperCase.PaperUnit(
        u.unit(), u.by(), u.times(), u.destination(), u.stoodDownAt(), u.reason());
  }

  /** Cases in the system that a call on paper may be about; changes nothing. The read is logged. */
  @PostMapping("/similar")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE})
  List<SimilarIncident> similar(
      @PathVariable String region,
      @RequestParam(defaultValue = IncidentReads.PURPOSE) String purpose,
      @RequestBody PaperOpening body,
      Actor actor) {
    RegionCode code = regions.getServed(new RegionCode(region)).code();
    IncidentId nobody = new IncidentId(PAPER, "similar", "similar");
    reads.recordMany(code, actor, purpose, "cases like one on paper");
    return service.similar(code, body.openedAt(), body.call(code, nobody));
  }
}
