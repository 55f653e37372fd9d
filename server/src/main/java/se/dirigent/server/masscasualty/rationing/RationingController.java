package se.dirigent.server.masscasualty.rationing;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.masscasualty.MajorIncidentId;
import se.dirigent.core.masscasualty.rationing.Criterion;
import se.dirigent.core.masscasualty.rationing.Principle;
import se.dirigent.core.masscasualty.rationing.Rationing;
import se.dirigent.core.masscasualty.rationing.RationingRule;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.masscasualty.rationing.RationingService.Beginning;
import se.dirigent.server.masscasualty.rationing.RationingService.Judged;

/** Rationing over HTTP. */
@RestController
@RequestMapping("/api/regions/{region}")
class RationingController {
  private final RationingService service;

  RationingController(RationingService service) {
    this.service = service;
  }

  /** A criterion with the principle it follows from. */
  record CriterionView(Criterion criterion, Principle principle) {}

  /** A rule with its criteria in the order they are asked, each with its principle. */
  record RationingRuleView(RationingRule rule, List<CriterionView> criteria) {}

  /** The region's rules. */
  record RationingRuleList(List<RationingRuleView> rules) {}

  /** The rules for who comes first, with the principles they follow from. */
  @GetMapping("/rationing-rules")
  @Allowed(everyone = true)
  RationingRuleList rules(@PathVariable RegionCode region) {
    return new RationingRuleList(
        service.rules(region).stream()
            .map(rule ->
                new RationingRuleView(
                    rule,
                    rule.criteria().stream()
                        .map(c -> new CriterionView(c, c.principle()))
                        .toList()))
            .toList());
  }

  /** Rationings of a major incident, those in force first. */
  record RationingList(List<Rationing> rationings) {}

  /** The rules in force and those that were, with the latest ranking of each. */
  @GetMapping("/major-incidents/{majorIncident}/rationings")
  @Allowed(roles = {Role.CREW, Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  RationingList list(
      @PathVariable RegionCode region, @PathVariable MajorIncidentId majorIncident, Actor actor) {
    return new RationingList(service.list(region, majorIncident, actor));
  }

  /** Puts a rule in force. */
  @PostMapping("/major-incidents/{majorIncident}/rationings")
  @Allowed(roles = Role.INNER_COMMAND)
  Answer begin(
      CommandOrigin origin,
      @PathVariable MajorIncidentId majorIncident,
      @RequestBody Beginning body) {
    return service.begin(origin, majorIncident, body);
  }

  /**
   * Body of a ranking.
   *
   * @param available minutes of what is short
   */
  record RankingBody(int available, List<Judged> claims) {}

  /** Ranks by the rule in force. */
  @PostMapping("/major-incidents/{majorIncident}/rationings/{rationing}/rankings")
  @Allowed(roles = Role.INNER_COMMAND)
  Answer rank(
      CommandOrigin origin,
      @PathVariable MajorIncidentId majorIncident,
      @PathVariable String rationing,
      @RequestBody RankingBody body) {
    return service.rank(origin, majorIncident, rationing, body.claims(), body.available());
  }

  /** Body of why a rule is no longer in force. */
  record RationingEndBody(String reason) {}

  /** Ends it. */
  @PostMapping("/major-incidents/{majorIncident}/rationings/{rationing}/ending")
  @Allowed(roles = Role.INNER_COMMAND)
  Answer end(
      CommandOrigin origin,
      @PathVariable MajorIncidentId majorIncident,
      @PathVariable String rationing,
      @RequestBody RationingEndBody body) {
    return service.end(origin, majorIncident, rationing, body.reason());
  }
}
