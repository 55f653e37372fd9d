package se.dirigent.core.road;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.geo.Position;
import se.dirigent.core.road.Obstacle.Phase;
import se.dirigent.core.road.RoadCommand.Change;
import se.dirigent.core.road.RoadCommand.Check;
import se.dirigent.core.road.RoadCommand.Lift;
import se.dirigent.core.road.RoadCommand.Report;
import se.dirigent.core.road.RoadEvent.ObstacleChanged;
import se.dirigent.core.road.RoadEvent.ObstacleExpired;
import se.dirigent.core.road.RoadEvent.ObstacleLifted;
import se.dirigent.core.road.RoadEvent.ObstacleReported;

/** The rules of obstacles: which command leads to which events, and what events make of one. */
public final class Obstacles {
  /** So far outside a region's outline, in metres, its units and its neighbours' may drive. */
  public static final double OUTSIDE_METRES_MAX = 100_000;

  /** Most that stand in a region at once; a storm's fallen trees in the largest are fewer. */
  public static final int OPEN_MAX = 500;

  private Obstacles() {}

  /**
   * Decides a command.
   *
   * @param obstacle as it is, or null when there is none of that name
   * @param ground of what the command tells; not read when it tells nothing of a place
   * @throws Refused when the command may not be carried out; nothing has changed
   */
  public static List<RoadEvent> decide(
      @Nullable Obstacle obstacle, RoadCommand command, Ground ground, Stamp stamp) {
    return switch (command) {
      case Report c -> report(obstacle, c, ground, stamp);
      case Change c -> change(open(obstacle, c), c, ground, stamp);
      case Lift c -> List.of(new ObstacleLifted(open(obstacle, c).id(), c.reason()));
      case Check c -> check(known(obstacle, c), stamp);
    };
  }

  private static Obstacle known(@Nullable Obstacle obstacle, RoadCommand command) {
    if (obstacle == null) {
      String id = command.obstacle().value();
      throw Refused.unknown("obstacle.unknown", "obstacle", Map.of("obstacle", id));
    }
    return obstacle;
  }

  private static Obstacle open(@Nullable Obstacle obstacle, RoadCommand command) {
    Obstacle known = known(obstacle, command);
    if (known.phase() != Phase.OPEN) {
      throw Refused.state("obstacle.ended", "obstacle", Map.of("place", known.told().place()));
    }
    return known;
  }

  private static List<RoadEvent> report(
      @Nullable Obstacle obstacle, Report c, Ground ground, Stamp stamp) {
    if (obstacle != null) {
      String id = c.obstacle().value();
      throw Refused.state("obstacle.exists", "obstacle", Map.of("obstacle", id));
    }
    if (ground.open() >= OPEN_MAX) {
      throw Refused.state("obstacle.many", "", Map.of("max", String.valueOf(OPEN_MAX)));
    }
    requireAhead(c.told(), stamp);
    Told told = c.told().beginning(stamp.at());
    requirePlausible(told, ground);
    return List.of(new ObstacleReported(c.obstacle(), c.region(), told));
  }

  private static List<RoadEvent> change(Obstacle before, Change c, Ground ground, Stamp stamp) {
    requireAhead(c.told(), stamp);
    Instant from = before.told().from();
    Told told = c.told().beginning(from == null ? stamp.at() : from);
    if (told.equals(before.told())) {
      return List.of();
    }
    requirePlausible(told, ground);
    return List.of(new ObstacleChanged(before.id(), told));
  }

  private static void requireAhead(Told told, Stamp stamp) {
    Instant until = told.until();
    if (until != null && !until.isAfter(stamp.at())) {
      throw new Refused("obstacle.past", "until", Map.of("until", until.toString()));
    }
  }

  private static void requirePlausible(Told told, Ground ground) {
    for (Position p : told.where().positions()) {
      if (!ground.region().containsWithin(p, OUTSIDE_METRES_MAX)) {
        throw new Refused(
            "obstacle.outside",
            "where.positions",
            Map.of(
                "position",
                String.format(Locale.ROOT, "%.4f,%.4f", p.latitude(), p.longitude()),
                "max",
                String.valueOf(Math.round(OUTSIDE_METRES_MAX / 1000))));
      }
    }
    if (ground.roads() == 0) {
      throw new Refused("obstacle.noRoad", "where.positions", Map.of());
    }
  }

  private static List<RoadEvent> check(Obstacle obstacle, Stamp stamp) {
    Instant at = obstacle.checkAt();
    return at == null || stamp.at().isBefore(at)
        ? List.of()
        : List.of(new ObstacleExpired(obstacle.id()));
  }

  /** The obstacle after the event. */
  public static Obstacle fold(@Nullable Obstacle obstacle, RoadEvent event, Stamp stamp) {
    if (event instanceof ObstacleReported e) {
      return reported(e, stamp);
    }
    if (obstacle == null) {
      throw new IllegalStateException("event before the report: " + event);
    }
    return switch (event) {
      case ObstacleReported e -> reported(e, stamp);
      case ObstacleChanged e -> with(obstacle, e.told(), Phase.OPEN, "");
      case ObstacleLifted e -> with(obstacle, obstacle.told(), Phase.LIFTED, e.reason());
      case ObstacleExpired _ -> with(obstacle, obstacle.told(), Phase.EXPIRED, "");
    };
  }

  private static Obstacle reported(ObstacleReported e, Stamp stamp) {
    return new Obstacle(
        e.obstacle(), e.region(), e.told(), stamp.by(), stamp.at(), Phase.OPEN, "", 1);
  }

  private static Obstacle with(Obstacle o, Told told, Phase phase, String endedReason) {
    return new Obstacle(
        o.id(), o.region(), told, o.by(), o.reportedAt(), phase, endedReason, o.version() + 1);
  }
}
