package se.dirigent.server.road;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.road.ObstacleId;
import se.dirigent.core.road.RoadCommand.Check;
import se.dirigent.server.journal.Deadlines;

/** Obstacles whose time is over. */
@Component
class ObstacleDeadlines implements Deadlines<ObstacleId> {
  private final ObstacleRepository obstacles;
  private final RoadService service;

  ObstacleDeadlines(ObstacleRepository obstacles, RoadService service) {
    this.obstacles = obstacles;
    this.service = service;
  }

  @Override
  public List<ObstacleId> listDue(RegionCode region, Instant now) {
    return obstacles.listDue(region, now);
  }

  @Override
  public void check(RegionCode region, UUID id, String actor, ObstacleId obstacle) {
    service.run(region, id, actor, new Check(obstacle));
  }
}
