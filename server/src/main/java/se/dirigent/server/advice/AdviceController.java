package se.dirigent.server.advice;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.Role;

/** Advice over HTTP. */
@RestController
@RequestMapping("/api/regions/{region}")
class AdviceController {
  private final Advice advice;

  AdviceController(Advice advice) {
    this.advice = advice;
  }

  /** The units for an incident, the best first, with what each costs and why. */
  @GetMapping("/incidents/{incident}/recommendation")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  RankedUnits recommend(@PathVariable String region, @PathVariable String incident) {
    return advice.rank(new RegionCode(region), IncidentId.parse(incident));
  }

  /** Units for all who wait, together, at the least total cost. */
  @GetMapping("/proposals")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  ProposedPlan propose(@PathVariable String region) {
    return advice.propose(new RegionCode(region));
  }

  /** The share of the next hour's calls that would be reached in time, and moves to better it. */
  @GetMapping("/cover")
  @Allowed(
      roles = {
        Role.DISPATCHER,
        Role.WAITING_ROOM_NURSE,
        Role.INNER_COMMAND,
        Role.PLANNER,
        Role.NATIONAL_COORDINATOR,
        Role.INTEGRATION
      })
  CoverPicture cover(@PathVariable String region) {
    return advice.cover(new RegionCode(region));
  }
}
