package se.dirigent.server.road;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.road.ObstacleId;
import se.dirigent.core.road.RoadCommand;
import se.dirigent.core.road.RoadCommand.Change;
import se.dirigent.core.road.RoadCommand.Lift;
import se.dirigent.core.road.RoadCommand.Report;
import se.dirigent.core.road.Told;
import se.dirigent.routing.closure.Met;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.platform.region.Regions;
import se.dirigent.server.road.RoadPicture.Affected;
import se.dirigent.server.road.RoadPicture.Clash;

/** Obstacles on the roads over HTTP. */
@RestController
@RequestMapping("/api/regions/{region}/obstacles")
class RoadController {
  private final RoadService service;
  private final ObstacleRepository obstacles;
  private final RoadsInForce roads;
  private final Regions regions;

  RoadController(
      RoadService service, ObstacleRepository obstacles, RoadsInForce roads, Regions regions) {
    this.service = service;
    this.obstacles = obstacles;
    this.roads = roads;
    this.regions = regions;
  }

  /** Enters an obstacle, which is in force when the answer comes. */
  @PostMapping
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer report(CommandOrigin origin, @RequestBody Told body) {
    // Named after the command, so that one sent twice is one obstacle.
    ObstacleId id = new ObstacleId(origin.id().toString());
    return run(origin, new Report(id, origin.region(), body));
  }

  /** Says something else about it, all of it anew. */
  @PostMapping("/{obstacle}/changes")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer change(CommandOrigin origin, @PathVariable String obstacle, @RequestBody Told body) {
    return run(origin, new Change(new ObstacleId(obstacle), body));
  }

  /** Body of a lifting. */
  record LiftBody(String reason) {}

  /** Says that it is gone. */
  @PostMapping("/{obstacle}/lifting")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer lift(CommandOrigin origin, @PathVariable String obstacle, @RequestBody LiftBody body) {
    return run(origin, new Lift(new ObstacleId(obstacle), body.reason()));
  }

  /** All that stand, with the roads they are on and what speaks against each other. */
  @GetMapping
  @Allowed(
      roles = {
        Role.DISPATCHER,
        Role.WAITING_ROOM_NURSE,
        Role.INNER_COMMAND,
        Role.PLANNER,
        Role.NATIONAL_COORDINATOR,
        Role.INTEGRATION
      })
  RoadPicture list(@PathVariable String region) {
    RegionCode code = regions.getServed(new RegionCode(region)).code();
    List<Affected> affected =
        obstacles.listOpen(code).stream()
            .map(o -> {
              Met met = roads.met(o.told());
              return new Affected(o, met.roads(), met.lines());
            })
            .toList();
    List<Clash> clashes =
        roads.contradictions().stream()
            .filter(c ->
                affected.stream()
                    .map(a -> a.obstacle().id().value())
                    .anyMatch(id -> id.equals(c.followed()) || id.equals(c.ignored())))
            .map(c -> new Clash(c.followed(), c.ignored()))
            .toList();
    return new RoadPicture(affected, clashes);
  }

  private Answer run(CommandOrigin origin, RoadCommand command) {
    return service.run(origin.region(), origin.id(), origin.by(), command);
  }
}
