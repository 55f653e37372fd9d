package se.dirigent.core.road;

import se.dirigent.core.Event;
import se.dirigent.core.geo.RegionCode;

/** What can happen to an obstacle. */
public sealed interface RoadEvent extends Event {
  ObstacleId obstacle();

  /** It was entered; its first moment is always named. */
  record ObstacleReported(ObstacleId obstacle, RegionCode region, Told told) implements RoadEvent {}

  /** Something else is said about it now. */
  record ObstacleChanged(ObstacleId obstacle, Told told) implements RoadEvent {}

  /** A person said that it is gone. */
  record ObstacleLifted(ObstacleId obstacle, String reason) implements RoadEvent {}

  /** Its time is over. */
  record ObstacleExpired(ObstacleId obstacle) implements RoadEvent {}
}
