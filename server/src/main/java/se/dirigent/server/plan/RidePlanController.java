package se.dirigent.server.plan;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.transport.TransportId;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.identity.patient.FollowedReads;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.plan.RideQuestions.Trial;
import se.dirigent.server.plan.RideQuestions.TrialBody;
import se.dirigent.server.plan.RideQuestions.Why;
import se.dirigent.server.platform.region.Regions;

/** The plan of rides over HTTP. */
@RestController
@RequestMapping("/api/regions/{region}")
class RidePlanController {
  /** The purpose of a reader who states none: care, which is what rides are for. */
  private static final String PURPOSE = "vård";

  private final RidePlans plans;
  private final RideQuestions questions;
  private final FollowedReads reads;
  private final Regions regions;

  RidePlanController(
      RidePlans plans, RideQuestions questions, FollowedReads reads, Regions regions) {
    this.plans = plans;
    this.questions = questions;
    this.reads = reads;
    this.regions = regions;
  }

  /**
   * Which unit takes which ride, and which rides have none and why. It names homes, so that it is
   * read is logged. Who gives the mark of the last answer in {@code If-None-Match} is told 304 when
   * nothing is new.
   *
   * @param purpose why it is read, for the log of reads
   */
  @GetMapping("/ride-plan")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.PLANNER, Role.INTEGRATION})
  @Nullable RidePlan plan(
      @PathVariable RegionCode region,
      @RequestParam(defaultValue = PURPOSE) String purpose,
      Actor actor,
      WebRequest request) {
    reads.follow(regions.getServed(region).code(), actor, purpose, "the plan of rides");
    // The mark is older than what is answered, so that nothing new is ever taken for seen.
    return request.checkNotModified(plans.mark(region)) ? null : plans.current(region);
  }

  /** Why a ride is not fetched earlier, unit by unit. */
  @GetMapping("/ride-plan/transports/{transport}/why")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.PLANNER, Role.INTEGRATION})
  Why why(@PathVariable RegionCode region, @PathVariable String transport) {
    return questions.why(region, new TransportId(transport));
  }

  /** What it would mean to give a ride to a unit; asks only. */
  @PostMapping("/ride-plan/trial")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Trial trial(@PathVariable RegionCode region, @RequestBody TrialBody body) {
    return questions.trial(region, new TransportId(body.transport()), body.unit());
  }

  /** Body of a ride placed by hand. */
  record PlacementBody(String unit) {}

  @PostMapping("/transports/{transport}/placement")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer place(
      CommandOrigin origin, @PathVariable String transport, @RequestBody PlacementBody body) {
    return questions.place(origin, new TransportId(transport), body.unit());
  }

  /** Body of who is asked to drive; without a name the region's own carrier. */
  record BookingBody(@Nullable String carrier) {}

  /** Asks somebody else than the region's own units to drive a ride. */
  @PostMapping("/transports/{transport}/booking")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer book(CommandOrigin origin, @PathVariable String transport, @RequestBody BookingBody body) {
    return questions.book(origin, new TransportId(transport), body.carrier());
  }

  /** Leaves a ride placed by hand, or locked, to the planner again. */
  @PostMapping("/transports/{transport}/release")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer release(CommandOrigin origin, @PathVariable String transport) {
    return questions.release(origin, new TransportId(transport));
  }
}
