package se.dirigent.server.fleet;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.fleet.Capability;
import se.dirigent.core.fleet.CrewMember;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.fleet.Shift;
import se.dirigent.core.fleet.UnitCommand;
import se.dirigent.core.fleet.UnitCommand.EndShift;
import se.dirigent.core.fleet.UnitCommand.Register;
import se.dirigent.core.fleet.UnitCommand.SetAvailability;
import se.dirigent.core.fleet.UnitCommand.StartShift;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.Role;
import se.dirigent.server.journal.Answer;

/** Units over HTTP, apart from their assignments. */
@RestController
@RequestMapping("/api/regions/{region}")
class FleetController {
  private static final String COMMAND_ID = "Command-Id";

  private final FleetService service;
  private final PositionStore positions;

  FleetController(FleetService service, PositionStore positions) {
    this.service = service;
    this.positions = positions;
  }

  /** Body of a new unit. */
  record NewUnit(
      UnitId unit,
      String callSign,
      UnitKind kind,
      List<Capability> capabilities,
      List<CrewMember> crew,
      String station,
      String owner,
      boolean special) {}

  @PostMapping("/units")
  @Allowed(roles = Role.ADMINISTRATOR)
  Answer register(
      @PathVariable String region,
      @RequestHeader(COMMAND_ID) UUID commandId,
      @RequestBody NewUnit body,
      Actor actor) {
    return run(
        region,
        commandId,
        actor,
        new Register(
            body.unit(),
            new RegionCode(region),
            body.callSign(),
            body.kind(),
            body.capabilities(),
            body.crew(),
            body.station(),
            body.owner(),
            body.special()));
  }

  /** Body of a shift. */
  record ShiftBody(
      Instant start,
      Instant end,
      @Nullable Instant mealStart,
      @Nullable Instant mealEnd,
      List<CrewMember> crew) {}

  @PostMapping("/units/{unit}/shift")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.CREW, Role.INTEGRATION})
  Answer startShift(
      @PathVariable String region,
      @PathVariable String unit,
      @RequestHeader(COMMAND_ID) UUID commandId,
      @RequestBody ShiftBody body,
      Actor actor) {
    Shift shift = new Shift(body.start(), body.end(), body.mealStart(), body.mealEnd());
    return run(region, commandId, actor, new StartShift(new UnitId(unit), shift, body.crew()));
  }

  @DeleteMapping("/units/{unit}/shift")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.CREW, Role.INTEGRATION})
  Answer endShift(
      @PathVariable String region,
      @PathVariable String unit,
      @RequestHeader(COMMAND_ID) UUID commandId,
      Actor actor) {
    return run(region, commandId, actor, new EndShift(new UnitId(unit)));
  }

  /** Body of an availability. */
  record AvailabilityBody(boolean available, @Nullable String reason) {}

  @PostMapping("/units/{unit}/availability")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.CREW, Role.INTEGRATION})
  Answer setAvailability(
      @PathVariable String region,
      @PathVariable String unit,
      @RequestHeader(COMMAND_ID) UUID commandId,
      @RequestBody AvailabilityBody body,
      Actor actor) {
    String reason = body.reason() == null ? "" : body.reason();
    return run(
        region, commandId, actor, new SetAvailability(new UnitId(unit), body.available(), reason));
  }

  /**
   * Answer to position reports.
   *
   * @param accepted how many became a unit's position; the rest were older than what is known, or
   *     of units that are not the region's
   */
  record PositionsAnswer(int accepted) {}

  @PostMapping("/positions")
  @Allowed(roles = {Role.CREW, Role.INTEGRATION})
  PositionsAnswer report(
      @PathVariable String region, @RequestBody List<PositionReport> body, Actor actor) {
    body.forEach(r -> actor.requireUnit(r.unit().value()));
    return new PositionsAnswer(positions.accept(new RegionCode(region), body));
  }

  private Answer run(String region, UUID commandId, Actor actor, UnitCommand command) {
    return service.run(new RegionCode(region), commandId, actor.username(), command);
  }
}
