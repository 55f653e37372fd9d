package se.dirigent.server.masscasualty;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.Position;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.masscasualty.capacity.BedPlan;
import se.dirigent.core.masscasualty.capacity.CapacityProposal;
import se.dirigent.core.masscasualty.capacity.DistributionKey;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity;
import se.dirigent.core.masscasualty.capacity.Resources;
import se.dirigent.core.masscasualty.capacity.TypeEvent;
import se.dirigent.core.masscasualty.plan.Goal;
import se.dirigent.core.masscasualty.plan.KeyDraft;
import se.dirigent.core.masscasualty.plan.KeyDraft.Approval;
import se.dirigent.core.masscasualty.plan.Preparedness;
import se.dirigent.core.masscasualty.plan.PreparednessCommand.ApproveKey;
import se.dirigent.core.masscasualty.plan.PreparednessCommand.DocumentCapacity;
import se.dirigent.core.masscasualty.plan.PreparednessCommand.DraftKey;
import se.dirigent.core.masscasualty.plan.PreparednessCommand.DropDraft;
import se.dirigent.core.masscasualty.plan.PreparednessCommand.PlanBeds;
import se.dirigent.core.masscasualty.plan.PreparednessCommand.SetGoal;
import se.dirigent.core.masscasualty.plan.PreparednessCommand.SettleKey;
import se.dirigent.optimiser.keytest.KeyTrialResult;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.masscasualty.HospitalService.GoalMeasure;
import se.dirigent.server.platform.problem.RequestRefused;

/** What a region has prepared for major incidents, over HTTP. */
@RestController
@RequestMapping("/api/regions/{region}")
class PreparednessController {
  /** Of each disturbance: some seconds' work. */
  private static final int TRIAL_EVENTS_MAX = 1_000;

  private final MajorIncidentService service;
  private final HospitalService hospitals;
  private final KeyProposals proposals;
  private final WardBindings wards;
  private final InstantSource clock;

  PreparednessController(
      MajorIncidentService service,
      HospitalService hospitals,
      KeyProposals proposals,
      WardBindings wards,
      InstantSource clock) {
    this.service = service;
    this.hospitals = hospitals;
    this.proposals = proposals;
    this.wards = wards;
    this.clock = clock;
  }

  /** Trees and scores by which casualties are put in categories, and how these are shown. */
  @GetMapping("/sieves")
  @Allowed(everyone = true)
  SieveRules sieves(@PathVariable RegionCode region) {
    return service.sieves(region);
  }

  @GetMapping("/preparedness")
  @Allowed(
      roles = {
        Role.PLANNER,
        Role.INNER_COMMAND,
        Role.DISPATCHER,
        Role.WARD_NURSE,
        Role.NATIONAL_COORDINATOR,
        Role.INTEGRATION
      })
  Preparedness preparedness(@PathVariable RegionCode region) {
    return service.preparedness(region);
  }

  /** Documents what a hospital can take in each hour after the alarm; a ward for its own alone. */
  @PostMapping("/preparedness/capacities")
  @Allowed(roles = {Role.WARD_NURSE, Role.PLANNER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer document(CommandOrigin origin, @RequestBody HospitalCapacity body) {
    requireOwn(origin, body.facility());
    return service.prepare(origin, new DocumentCapacity(body));
  }

  /** Plans which beds a hospital frees, by reverse triage; a ward for its own alone. */
  @PostMapping("/preparedness/bed-plans")
  @Allowed(roles = {Role.WARD_NURSE, Role.PLANNER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer planBeds(CommandOrigin origin, @RequestBody BedPlan body) {
    requireOwn(origin, body.facility());
    return service.prepare(origin, new PlanBeds(body));
  }

  private void requireOwn(CommandOrigin origin, String facility) {
    if (!origin.actor().is(Role.PLANNER, origin.region())) {
      wards.require(origin.actor(), origin.region(), facility);
    }
  }

  /** Settles a distribution key, or the next version of one. */
  @PostMapping("/preparedness/keys")
  @Allowed(roles = {Role.PLANNER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer settle(CommandOrigin origin, @RequestBody DistributionKey body) {
    return service.prepare(origin, new SettleKey(body));
  }

  /** What the methods propose of what a hospital has; asks only, and documents nothing. */
  @PostMapping("/preparedness/proposals")
  @Allowed(roles = {Role.PLANNER, Role.INNER_COMMAND, Role.INTEGRATION})
  List<CapacityProposal> propose(@PathVariable RegionCode region, @RequestBody Resources body) {
    return CapacityProposal.of(body);
  }

  /**
   * Body of a draft to work out.
   *
   * @param position where the event is thought to be, which travel times are from
   */
  record KeyDraftBody(String code, String name, TypeEvent type, String place, Position position) {}

  /** Works out a key from documented capacity and travel time, and keeps it as a draft. */
  @PostMapping("/preparedness/key-drafts")
  @Allowed(roles = {Role.PLANNER, Role.INNER_COMMAND})
  Answer draft(CommandOrigin origin, @RequestBody KeyDraftBody body) {
    KeyDraft draft =
        proposals.draft(
            origin.region(),
            body.code(),
            body.name(),
            body.type(),
            body.place(),
            body.position(),
            clock.instant());
    return service.prepare(origin, new DraftKey(draft));
  }

  /**
   * Body of a trial of a key.
   *
   * @param draft whether the draft of that code is tried, not the key in force
   * @param events of each disturbance, 1–1 000
   */
  record KeyTrialBody(String code, boolean draft, int events, long seed) {}

  /** How the key stood up to each disturbance. */
  record KeyTrialAnswer(List<KeyTrialResult> results) {}

  /** Tries a key on random events; asks only, and changes nothing. */
  @PostMapping("/preparedness/key-trials")
  @Allowed(roles = {Role.PLANNER, Role.INNER_COMMAND})
  KeyTrialAnswer test(@PathVariable RegionCode region, @RequestBody KeyTrialBody body) {
    int events = RequestRefused.requireRange("events", body.events(), 1, TRIAL_EVENTS_MAX);
    Instant now = clock.instant();
    Preparedness prepared = service.preparedness(region);
    DistributionKey key = prepared.keys().get(body.code());
    KeyDraft draft = prepared.drafts().get(body.code());
    if (body.draft() && draft != null) {
      // The day and the post are of no matter to the trial.
      LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
      key = draft.approved(region, 1, new Approval("Utkast", today, today, today));
    }
    if (key == null || body.draft() && draft == null) {
      throw Refused.unknown("key.unknown", "code", Map.of("code", body.code()));
    }
    return new KeyTrialAnswer(proposals.test(region, key, events, body.seed(), now));
  }

  /** Approves a draft: it becomes the first or the next version of the key. */
  @PostMapping("/preparedness/key-drafts/{code}/approval")
  @Allowed(roles = {Role.PLANNER, Role.INNER_COMMAND})
  Answer approve(CommandOrigin origin, @PathVariable String code, @RequestBody Approval body) {
    return service.prepare(origin, new ApproveKey(code, body));
  }

  /** Throws a draft away. */
  @PostMapping("/preparedness/key-drafts/{code}/dropping")
  @Allowed(roles = {Role.PLANNER, Role.INNER_COMMAND})
  Answer drop(CommandOrigin origin, @PathVariable String code) {
    return service.prepare(origin, new DropDraft(code));
  }

  /** Sets a goal in place of the one there was for that sort of event. */
  @PostMapping("/preparedness/goals")
  @Allowed(roles = {Role.PLANNER, Role.INNER_COMMAND})
  Answer setGoal(CommandOrigin origin, @RequestBody Goal body) {
    return service.prepare(origin, new SetGoal(body));
  }

  /** Goals of a region. */
  record GoalMeasureList(List<GoalMeasure> goals) {}

  /** The region's goals beside what its hospitals have documented. */
  @GetMapping("/preparedness/goals")
  @Allowed(
      roles = {
        Role.PLANNER,
        Role.INNER_COMMAND,
        Role.DISPATCHER,
        Role.WARD_NURSE,
        Role.NATIONAL_COORDINATOR,
        Role.INTEGRATION
      })
  GoalMeasureList goals(@PathVariable RegionCode region) {
    return new GoalMeasureList(hospitals.goals(region));
  }
}
