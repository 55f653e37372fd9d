package se.dirigent.server.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.journal.Answer;

/** Units over HTTP, apart from their assignments. */
@RestController
@RequestMapping("/api/regions/{region}")
class FleetController {
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
  Answer register(CommandOrigin origin, @RequestBody NewUnit body) {
    return run(
        origin,
        new Register(
            body.unit(),
            origin.region(),
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
  Answer startShift(CommandOrigin origin, @PathVariable String unit, @RequestBody ShiftBody body) {
    Shift shift = new Shift(body.start(), body.end(), body.mealStart(), body.mealEnd());
    return run(origin, new StartShift(new UnitId(unit), shift, body.crew()));
  }

  @DeleteMapping("/units/{unit}/shift")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.CREW, Role.INTEGRATION})
  Answer endShift(CommandOrigin origin, @PathVariable String unit) {
    return run(origin, new EndShift(new UnitId(unit)));
  }

  /** Body of an availability. */
  record AvailabilityBody(boolean available, @Nullable String reason) {}

  @PostMapping("/units/{unit}/availability")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.CREW, Role.INTEGRATION})
  Answer setAvailability(
      CommandOrigin origin, @PathVariable String unit, @RequestBody AvailabilityBody body) {
    String reason = body.reason() == null ? "" : body.reason();
    return run(origin, new SetAvailability(new UnitId(unit), body.available(), reason));
  }

  @PostMapping("/positions")
  @Allowed(roles = {Role.CREW, Role.INTEGRATION})
  PositionStore.Taken report(
      @PathVariable String region, @RequestBody List<PositionReport> body, Actor actor) {
    RegionCode code = new RegionCode(region);
    body.forEach(r -> actor.requireUnit(r.unit().value(), code, Set.of(Role.INTEGRATION)));
    return positions.accept(code, body);
  }

  private Answer run(CommandOrigin origin, UnitCommand command) {
    return service.run(origin.region(), origin.id(), origin.by(), command);
  }
}
