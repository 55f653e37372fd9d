package se.dirigent.server.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import se.dirigent.core.Event;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.dispatch.Scene;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentCommand.Open;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Phase;
import se.dirigent.core.paper.Likeness;
import se.dirigent.core.paper.PaperCase;
import se.dirigent.core.paper.PaperCase.PaperUnit;
import se.dirigent.core.paper.Reentry;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.incident.IncidentRepository;
import se.dirigent.server.incident.IncidentService;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.journal.CommandCall;
import se.dirigent.server.journal.Commands;
import se.dirigent.server.journal.Commands.Decision;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.Regions;

/** Enters what was written on paper: a whole form, or nothing of it. */
@Service
class PaperCaseService {
  /** Most alike shown: with more, time or place of the paper is too vague to ask by. */
  private static final int SIMILAR_MAX = 10;

  private final Commands commands;
  private final Regions regions;
  private final Scenes scenes;
  private final IncidentRepository incidents;

  PaperCaseService(
      Commands commands, Regions regions, Scenes scenes, IncidentRepository incidents) {
    this.commands = commands;
    this.regions = regions;
    this.scenes = scenes;
    this.incidents = incidents;
  }

  /** A case in the system that the paper may be about. */
  record SimilarIncident(
      IncidentId incident,
      Phase phase,
      Instant receivedAt,
      String priority,
      String address,
      String callbackNumber,
      List<Likeness> likeness) {}

  /** Cases the paper may be about, the nearest in time first. */
  List<SimilarIncident> similar(RegionCode region, Instant openedAt, Open call) {
    return incidents
        .listReceived(region, openedAt.minus(Likeness.APART_MAX), openedAt.plus(Likeness.APART_MAX))
        .stream()
        .map(i -> similar(openedAt, call, i))
        .filter(s -> !s.likeness().isEmpty())
        .sorted(Comparator.comparing(s -> Duration.between(openedAt, s.receivedAt()).abs()))
        .limit(SIMILAR_MAX)
        .toList();
  }

  private static SimilarIncident similar(Instant openedAt, Open call, Incident i) {
    return new SimilarIncident(
        i.id(),
        i.phase(),
        i.receivedAt(),
        i.priority(),
        i.location().address(),
        i.callbackNumber(),
        Likeness.of(openedAt, call, i));
  }

  /**
   * Enters a form.
   *
   * @param distinctFrom cases alike that a person has said are others
   * @throws Refused {@code paper.similar} naming cases alike that nobody has judged, or another
   */
  Answer enter(CommandOrigin origin, PaperCase form, Collection<IncidentId> distinctFrom) {
    Region region = regions.getServed(origin.region());
    if (form.opening() != null) {
      IncidentService.requireInside(region, form.opening().call());
    }
    for (PaperUnit unit : form.units()) {
      String facility = unit.destination();
      if (facility != null && !regions.hasFacility(facility)) {
        throw Refused.unknown("facility.unknown", "units", Map.of("facility", facility));
      }
    }
    return commands.run(
        new CommandCall(origin.region(), origin.id(), origin.by(), form),
        stamp -> carryOut(region, form, distinctFrom, stamp));
  }

  private Decision carryOut(
      Region region, PaperCase form, Collection<IncidentId> distinctFrom, Stamp stamp) {
    // One form at a time: two desks with the same case would otherwise not see each other's.
    incidents.lockPaper(region.code());
    List<UnitId> units = form.units().stream().map(PaperUnit::unit).toList();
    Scene scene = scenes.lock(region.code(), units, List.of(), form.incident());
    Scenes.Versions before = Scenes.Versions.of(scene);
    List<Event> events = Reentry.decide(scene, form, region.rules(), stamp);
    requireDistinct(region.code(), form, distinctFrom);
    scenes.save(before, scene);
    return new Decision(form.incident().toString(), events);
  }

  private void requireDistinct(
      RegionCode region, PaperCase form, Collection<IncidentId> distinctFrom) {
    PaperCase.Opening opening = form.opening();
    if (opening == null) {
      return;
    }
    String unjudged =
        similar(region, opening.openedAt(), opening.call()).stream()
            .map(SimilarIncident::incident)
            .filter(id -> !distinctFrom.contains(id))
            .map(IncidentId::toString)
            .collect(Collectors.joining(", "));
    if (!unjudged.isEmpty()) {
      throw Refused.state("paper.similar", "distinctFrom", Map.of("incidents", unjudged));
    }
  }
}
