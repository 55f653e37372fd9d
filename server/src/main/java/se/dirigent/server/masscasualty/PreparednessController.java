package se.dirigent.server.masscasualty;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.masscasualty.capacity.CapacityProposal;
import se.dirigent.core.masscasualty.capacity.DistributionKey;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity;
import se.dirigent.core.masscasualty.capacity.Resources;
import se.dirigent.core.masscasualty.plan.Preparedness;
import se.dirigent.core.masscasualty.plan.PreparednessCommand.DocumentCapacity;
import se.dirigent.core.masscasualty.plan.PreparednessCommand.SettleKey;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.journal.Answer;

/** What a region has prepared for major incidents, over HTTP. */
@RestController
@RequestMapping("/api/regions/{region}")
class PreparednessController {
  private final MajorIncidentService service;

  PreparednessController(MajorIncidentService service) {
    this.service = service;
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

  /** Documents what a hospital can take in each hour after the alarm. */
  @PostMapping("/preparedness/capacities")
  @Allowed(roles = {Role.PLANNER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer document(CommandOrigin origin, @RequestBody HospitalCapacity body) {
    return service.prepare(origin, new DocumentCapacity(body));
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
}
