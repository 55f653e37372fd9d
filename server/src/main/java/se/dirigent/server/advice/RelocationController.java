package se.dirigent.server.advice;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.fleet.UnitCommand.AnswerRelocation;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.server.fleet.FleetService;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.picture.Pictures;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.Regions;

/** What a dispatcher makes of proposals to move units, over HTTP. */
@RestController
@RequestMapping("/api/regions/{region}")
class RelocationController {
  private final FleetService fleet;
  private final Regions regions;
  private final Pictures pictures;

  RelocationController(FleetService fleet, Regions regions, Pictures pictures) {
    this.fleet = fleet;
    this.regions = regions;
    this.pictures = pictures;
  }

  /**
   * What was made of a proposal to move the unit.
   *
   * @param place the one proposed
   * @param chosen another place, exactly when changed
   * @param reason why; may be absent only when accepted
   * @param shown what the proposal said, as the dispatcher saw it
   */
  record RelocationAnswerBody(
      String place,
      AnswerRelocation.Answer answer,
      @Nullable String chosen,
      @Nullable String reason,
      AnswerRelocation.Shown shown) {}

  /** Accepts, changes or refuses a move; the first two order it as well. */
  @PostMapping("/units/{unit}/relocation-answers")
  @Allowed(roles = Role.DISPATCHER)
  Answer answer(
      CommandOrigin origin, @PathVariable String unit, @RequestBody RelocationAnswerBody body) {
    Region region = regions.getServed(origin.region());
    String chosen = body.chosen();
    String reason = body.reason();
    return fleet.run(
        origin.region(),
        origin.id(),
        origin.by(),
        new AnswerRelocation(
            new UnitId(unit),
            region.getStandbyPlace(body.place()),
            body.answer(),
            chosen == null ? null : region.getStandbyPlace(chosen),
            reason == null ? "" : reason,
            body.shown(),
            region.standbyTerms(underWay(region, unit))));
  }

  /** As the proposal saw it: a unit at no place where one stands is on its way home. */
  private boolean underWay(Region region, String unit) {
    return pictures.latest(region.code()).positions().stream()
        .anyMatch(
            p -> p.unit().value().equals(unit) && region.standbyPlaceNear(p.position()) == null);
  }
}
