package se.dirigent.server.road;

import java.util.List;
import se.dirigent.core.geo.Position;
import se.dirigent.core.road.Obstacle;

/**
 * A region's obstacles as they are on the roads.
 *
 * @param clashes reports that cannot both be true, of which the graver is followed
 */
public record RoadPicture(List<Affected> obstacles, List<Clash> clashes) {

  /**
   * An obstacle and the roads it is on.
   *
   * @param roads how many roads it meets, on all networks
   * @param lines where they run on the most detailed network that has them, the first 500
   */
  public record Affected(Obstacle obstacle, int roads, List<List<Position>> lines) {}

  /**
   * Two reports of the same road at the same time.
   *
   * @param followed identity of the graver report
   * @param ignored identity of the other
   */
  public record Clash(String followed, String ignored) {}
}
