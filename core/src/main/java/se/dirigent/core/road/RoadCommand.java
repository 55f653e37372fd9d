package se.dirigent.core.road;

import java.util.Objects;
import se.dirigent.core.Texts;
import se.dirigent.core.geo.RegionCode;

/** What may be asked of an obstacle. */
public sealed interface RoadCommand {
  ObstacleId obstacle();

  /** Enter an obstacle that somebody has told about. */
  record Report(ObstacleId obstacle, RegionCode region, Told told) implements RoadCommand {
    public Report {
      Objects.requireNonNull(told, "told");
    }
  }

  /** Say something else about it, all of it anew. */
  record Change(ObstacleId obstacle, Told told) implements RoadCommand {
    public Change {
      Objects.requireNonNull(told, "told");
    }
  }

  /** Say that it is gone. */
  record Lift(ObstacleId obstacle, String reason) implements RoadCommand {
    public Lift {
      reason = Texts.require("reason", reason, 2, 200);
    }
  }

  /** Look whether its time is over. */
  record Check(ObstacleId obstacle) implements RoadCommand {}
}
