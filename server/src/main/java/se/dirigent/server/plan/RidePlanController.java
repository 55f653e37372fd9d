package se.dirigent.server.plan;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.Role;

/** The plan of rides over HTTP. */
@RestController
@RequestMapping("/api/regions/{region}")
class RidePlanController {
  private final RidePlans plans;

  RidePlanController(RidePlans plans) {
    this.plans = plans;
  }

  /** Which unit takes which ride, and which rides have none and why. */
  @GetMapping("/ride-plan")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.PLANNER, Role.INTEGRATION})
  RidePlan plan(@PathVariable RegionCode region) {
    return plans.current(region);
  }
}
