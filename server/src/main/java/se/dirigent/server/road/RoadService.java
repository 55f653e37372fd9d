package se.dirigent.server.road;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.road.Ground;
import se.dirigent.core.road.Obstacle;
import se.dirigent.core.road.Obstacles;
import se.dirigent.core.road.RoadCommand;
import se.dirigent.core.road.RoadEvent;
import se.dirigent.core.road.Told;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.journal.CommandCall;
import se.dirigent.server.journal.Commands;
import se.dirigent.server.journal.Commands.Decision;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.Regions;

/** Carries out commands on obstacles, and puts what they lead to in force. */
@Service
class RoadService {
  private final Commands commands;
  private final Regions regions;
  private final ObstacleRepository obstacles;
  private final RoadsInForce roads;

  RoadService(
      Commands commands, Regions regions, ObstacleRepository obstacles, RoadsInForce roads) {
    this.commands = commands;
    this.regions = regions;
    this.obstacles = obstacles;
    this.roads = roads;
  }

  /**
   * Carries out a command; advice asked for after the answer reckons with it.
   *
   * @throws Refused when it may not be carried out
   */
  Answer run(RegionCode code, UUID id, String actor, RoadCommand command) {
    Region region = regions.getServed(code);
    Told told = told(command);
    // Searched before anything is locked: in a country of streets it takes a moment.
    int met = told == null ? 0 : roads.count(told);
    Answer answer =
        commands.run(
            new CommandCall(code, id, actor, command),
            stamp -> carryOut(region, command, met, stamp));
    roads.look();
    return answer;
  }

  private static @Nullable Told told(RoadCommand command) {
    return switch (command) {
      case RoadCommand.Report c -> c.told();
      case RoadCommand.Change c -> c.told();
      case RoadCommand.Lift _, RoadCommand.Check _ -> null;
    };
  }

  private Decision carryOut(Region region, RoadCommand command, int met, Stamp stamp) {
    Obstacle before = obstacles.lock(region.code(), command.obstacle());
    int open = command instanceof RoadCommand.Report ? obstacles.listOpen(region.code()).size() : 0;
    Ground ground = new Ground(region.boundary(), met, open);
    List<RoadEvent> events = Obstacles.decide(before, command, ground, stamp);
    Obstacle after = before;
    for (RoadEvent event : events) {
      after = Obstacles.fold(after, event, stamp);
    }
    if (after != null && !events.isEmpty()) {
      obstacles.save(after);
    }
    return new Decision(command.obstacle().value(), events);
  }
}
