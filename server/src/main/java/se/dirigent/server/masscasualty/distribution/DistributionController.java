package se.dirigent.server.masscasualty.distribution;

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
import org.springframework.web.context.request.WebRequest;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.masscasualty.CasualtyCommand.Send;
import se.dirigent.core.masscasualty.CasualtyId;
import se.dirigent.core.masscasualty.MajorIncidentId;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.masscasualty.CasualtyService;
import se.dirigent.server.masscasualty.HospitalService;
import se.dirigent.server.masscasualty.distribution.Plan.Elsewhere;

/** Who of a major incident is proposed to go where, by what and in which order, over HTTP. */
@RestController
@RequestMapping("/api/regions/{region}/major-incidents/{majorIncident}/distribution")
class DistributionController {
  /** Casualties sent by one decision; a person looks through no more. */
  private static final int WAVE_MAX = 200;

  private final Distributions distributions;
  private final CasualtyService casualties;
  private final HospitalService hospitals;

  DistributionController(
      Distributions distributions, CasualtyService casualties, HospitalService hospitals) {
    this.distributions = distributions;
    this.casualties = casualties;
    this.hospitals = hospitals;
  }

  /**
   * The proposal: casualties in waves of journeys, each with hospital, vehicle, order, times, why,
   * what the next best would cost and how sure that is. Who gives the mark of the last answer in
   * {@code If-None-Match} is told 304 when it is the same. The read is logged.
   */
  @GetMapping
  @Allowed(roles = {Role.CREW, Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  @Nullable DistributionAnswer get(
      @PathVariable RegionCode region,
      @PathVariable MajorIncidentId majorIncident,
      WebRequest request,
      Actor actor) {
    DistributionAnswer answer = distributions.current(region, majorIncident);
    String mark = "d" + Objects.requireNonNullElse(answer.id(), answer.why()) + answer.state();
    if (request.checkNotModified(mark)) {
      return null;
    }
    casualties.noteRead(region, majorIncident, actor);
    return answer;
  }

  /**
   * What another hospital than the one proposed would cost.
   *
   * @param dearerMinutes for all together, as minutes that an immediate casualty waits longer; null
   *     when there is no room or no way there, or no proposal to measure from
   * @param minutes from the event to the casualty's own treatment there; null likewise
   */
  record DeviationCost(
      String tag, String facility, @Nullable Long dearerMinutes, @Nullable Long minutes) {}

  /** Reckons what it would cost to send one casualty elsewhere; asks only. The read is logged. */
  @GetMapping("/deviation")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  DeviationCost deviate(
      @PathVariable RegionCode region,
      @PathVariable MajorIncidentId majorIncident,
      @RequestParam String tag,
      @RequestParam String facility,
      Actor actor) {
    casualties.noteRead(region, majorIncident, actor);
    Elsewhere there = distributions.elsewhere(region, majorIncident, tag, facility);
    return new DeviationCost(
        tag,
        facility,
        there == null ? null : there.dearerMinutes(),
        there == null ? null : there.sinceEvent());
  }

  /**
   * One casualty's hospital.
   *
   * @param reason required when another than proposed, or when the hospital has no room
   * @param beyond true when the sender knows that the hospital has no room
   */
  record DistributionDecision(
      String tag, String facility, @Nullable String reason, @Nullable Boolean beyond) {}

  /**
   * Body of decisions.
   *
   * @param proposal whose they are
   */
  record DistributionDecisionsBody(String proposal, List<DistributionDecision> decisions) {}

  /**
   * Decides for one, for several or for a whole wave, all or none; each takes the room at once.
   * What follows the proposal needs no reason, though the key would propose another.
   */
  @PostMapping("/decisions")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer decide(
      CommandOrigin origin,
      @PathVariable MajorIncidentId majorIncident,
      @RequestBody DistributionDecisionsBody body) {
    int count = body.decisions().size();
    if (count == 0 || count > WAVE_MAX) {
      throw new Refused(
          "casualty.wave", "decisions", Map.of("count", "" + count, "max", "" + WAVE_MAX));
    }
    Map<String, String> planned =
        distributions.planned(origin.region(), majorIncident, body.proposal());
    List<Send> wave = new ArrayList<>();
    for (DistributionDecision one : body.decisions()) {
      wave.add(send(new CasualtyId(majorIncident, one.tag()), one, planned));
    }
    return casualties.runWave(origin, body, wave);
  }

  private Send send(CasualtyId id, DistributionDecision one, Map<String, String> planned) {
    String to = planned.get(id.tag());
    String reason = Objects.requireNonNullElse(one.reason(), "").strip();
    boolean beyond = Boolean.TRUE.equals(one.beyond());
    if (to != null && !to.equals(one.facility()) && reason.isEmpty()) {
      throw Refused.state(
          "casualty.deviates",
          "reason",
          Map.of(
              "tag",
              id.tag(),
              "hospital",
              hospitals.nameOf(one.facility()),
              "proposed",
              hospitals.nameOf(to)));
    }
    return new Send(
        id, one.facility(), Objects.requireNonNullElse(to, ""), reason, beyond, to != null);
  }
}
