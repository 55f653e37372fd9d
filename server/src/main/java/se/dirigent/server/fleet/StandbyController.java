package se.dirigent.server.fleet;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.fleet.Standby;
import se.dirigent.core.fleet.UnitCommand;
import se.dirigent.core.fleet.UnitCommand.AnswerStandby;
import se.dirigent.core.fleet.UnitCommand.ArriveAtStandby;
import se.dirigent.core.fleet.UnitCommand.EndStandby;
import se.dirigent.core.fleet.UnitCommand.OrderStandby;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.Regions;

/** Orders to stand somewhere else, over HTTP. */
@RestController
@RequestMapping("/api/regions/{region}/units/{unit}/standby")
class StandbyController {
  private final FleetService service;
  private final Regions regions;

  StandbyController(FleetService service, Regions regions) {
    this.service = service;
    this.regions = regions;
  }

  /**
   * Body of an order.
   *
   * @param place id of a station or standby point of the region
   */
  record StandbyBody(String place, @Nullable String reason) {}

  /** Tells a free unit to stand somewhere else. */
  @PostMapping
  @Allowed(roles = Role.DISPATCHER)
  Answer order(CommandOrigin origin, @PathVariable String unit, @RequestBody StandbyBody body) {
    Region region = regions.getServed(origin.region());
    return run(
        origin,
        new OrderStandby(
            new UnitId(unit),
            region.getStandbyPlace(body.place()),
            said(body.reason()),
            region.standbyTerms(false)));
  }

  /** Body of a crew's answer; the reason is required when it cannot. */
  record StandbyAnswerBody(boolean accepted, @Nullable String reason) {}

  /** The crew goes, or says why it cannot. */
  @PostMapping("/answer")
  @Allowed(roles = {Role.CREW, Role.DISPATCHER, Role.INTEGRATION})
  Answer answer(
      CommandOrigin origin, @PathVariable String unit, @RequestBody StandbyAnswerBody body) {
    return run(origin, new AnswerStandby(new UnitId(unit), body.accepted(), said(body.reason())));
  }

  /** The unit stands there. */
  @PostMapping("/arrival")
  @Allowed(roles = {Role.CREW, Role.DISPATCHER, Role.INTEGRATION})
  Answer arrive(CommandOrigin origin, @PathVariable String unit) {
    return run(origin, new ArriveAtStandby(new UnitId(unit)));
  }

  /** Body of a recall. */
  record RecallBody(String reason) {}

  /** Takes the order back. */
  @PostMapping("/recall")
  @Allowed(roles = Role.DISPATCHER)
  Answer recall(CommandOrigin origin, @PathVariable String unit, @RequestBody RecallBody body) {
    return run(origin, new EndStandby(new UnitId(unit), Standby.End.RECALLED, body.reason()));
  }

  private static String said(@Nullable String reason) {
    return reason == null ? "" : reason;
  }

  private Answer run(CommandOrigin origin, UnitCommand command) {
    return service.run(origin.region(), origin.id(), origin.by(), command);
  }
}
